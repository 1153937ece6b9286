package madoguchi.uke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** 検査 – what is told about sound and about broken files. */
class ClaimCheckTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 4);

    private static List<Finding> findings(byte[] file) {
        List<Finding> findings = new ArrayList<>();
        ClaimCheck check = ClaimCheck.beforeSubmission(findings::add);
        new ClaimReader(new ByteArrayInputStream(file)).forEachRemaining(check::accept);
        check.end();
        return findings;
    }

    private static List<String> ids(String file) {
        return findings(Examples.bytes(file)).stream()
                .map(found -> found.check().id())
                .distinct()
                .toList();
    }

    static byte[] invented(FileKind kind, long receipts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new InventedClaims(kind, 42, MONTH).writeTo(file, receipts);
        return file.toByteArray();
    }

    @Test
    void theWorkedExamplesOfClaimsAreFine() {
        for (String example : List.of(Examples.ORDINARY, Examples.UNIDENTIFIED, Examples.FORMER)) {
            assertThat(ids(example + "\u001a")).isEmpty();
        }
    }

    @Test
    void whatTheReviewBodyWroteIsNotForAFirstClaim() {
        assertThat(ids(Examples.TRANSFERRED + "\u001a")).containsExactly("U-306", "U-305");
    }

    @ParameterizedTest
    @EnumSource(names = {"MEDICAL", "DPC", "DENTAL", "DISPENSING"})
    void inventedFilesOfEveryKindAreFineAndComeBackByteForByte(FileKind kind) throws IOException {
        byte[] file = invented(kind, 400);
        assertThat(Examples.written(Examples.parts(file))).isEqualTo(file);
        List<Finding> findings = findings(file);
        assertThat(findings)
                .filteredOn(found -> found.check().severity() != Severity.NOTE)
                .isEmpty();
        assertThat(Examples.parts(file))
                .hasSize(402)
                .allMatch(part -> part.lines().kind() == kind);
    }

    @Test
    void aFileThatAnotherProgramSavedAsUtf8IsToldFirst() {
        for (String mark : List.of("", "\uFEFF")) {
            byte[] file = (mark + Examples.ORDINARY + "\u001a").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(findings(file).getFirst().check().id()).isEqualTo("U-114");
        }
        assertThat(ids("\u001a")).doesNotContain("U-114");
    }

    @Test
    void anInventedReceiptIsAboutItsInventedPatient() throws IOException {
        byte[] file = invented(FileKind.MEDICAL, 200);
        InventedClaims claims = new InventedClaims(FileKind.MEDICAL, 42, MONTH);
        ClaimReader.receipts(new ByteArrayInputStream(file)).forEach(receipt -> {
            InventedPatient patient = claims.patient(receipt.ordinal() - 1);
            assertThat(receipt.re().orElseThrow().name()).isEqualTo(patient.kanji());
            assertThat(receipt.re().orElseThrow().birth()).contains(patient.birth());
            receipt.insured().ifPresent(id -> assertThat(id).isEqualTo(patient.id()));
        });
    }

    /** One thing broken in the ordinary example, and the checks that tell it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    見本　一郎            | 見本　●郎             | U-312
                    見本　一郎            | 髙本　①郎             | U-215
                    見本　一郎            | 見本 ichi              | U-208
                    1112                 | 1172                  | U-310
                    1112                 | 1122                  | U-311
                    1112                 | 3112                  | U-323
                    19850412             | 3600412               | U-212
                    19850412             | 19850231              | U-211
                    01139997             | 01139998              | U-313
                    01139997             | 77777777              | U-314
                    123,2,364            | 123,3,364             | U-319
                    123,2,364            | 123,2,365             | U-320 U-107
                    GO,1,364             | GO,2,364              | U-106
                    GO,1,364             | GO,1,1364             | U-107
                    SN,1,01              | SN,2,01               | U-304 U-307
                    SN,1,01              | SN,1,10               | U-328
                    SI,12,1              | SI,12,A               | U-321 U-320
                    SI,12,1              | SI,12,2               | U-322
                    ,73,1                | ,73,2                 | U-318 U-320
                    SY,8830592           | SY,88305              | U-210
                    SY,8830592,20260407,1,,,01, | QQ,1           | U-201 U-308
                    SY,8830592,20260407,1,,,01, | MN,1           | U-202 U-201 U-308 U-302 U-303 U-308
                    K0001                | "K0001                | U-213
                    みなと架空診療所      | みなと                 |
                    RE,1                 | RE,0                  | U-111
                    """)
    void whatIsBrokenIsTold(String sound, String broken, String told) {
        String file = Examples.ORDINARY.replace(sound, broken) + "\u001a";
        List<String> expected = told == null ? List.of() : List.of(told.split(" "));
        if (broken.startsWith("MN")) {
            assertThat(ids(file)).contains("U-202", "U-302");
        } else {
            assertThat(ids(file)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void aBrokenReceiptDoesNotStopTheOthersAndIsTold() {
        String file = Examples.SPLIT.replace("RE,1,1112", "RX,1,1112") + "\u001a";
        List<Receipt> receipts = Examples.receipts(file);
        assertThat(receipts).hasSize(1);
        assertThat(ids(file)).contains("U-113");
        String second = Examples.SPLIT.replace("HO,01139997,11010203,777,1,73", "HX,77777777");
        assertThat(Examples.receipts(second)).hasSize(2);
        Finding found = findings(Examples.bytes(second)).stream()
                .filter(one -> one.check().id().equals("U-303"))
                .findFirst()
                .orElseThrow();
        assertThat(found.receipt()).isEqualTo(2);
        assertThat(found.line()).isEqualTo(10);
    }

    @Test
    void aFindingNamesPlaceAndReasonButNotWhatStandsThere() {
        Finding found = findings(Examples.bytes(Examples.ORDINARY.replace("見本　一郎", "見本　●郎") + "\u001a"))
                .getFirst();
        assertThat(found.problem().toString()).startsWith("2行目 レセプト1 RE 5項目め 氏名: 氏名に ● があります。");
        assertThat(found.offset()).isEqualTo(Examples.bytes(Examples.HEAD).length);
        assertThat(found.toString() + found.problem()).doesNotContain("見本");
    }

    @Test
    void filesThatAreNoneAreToldAsSuch() {
        assertThat(ids("")).containsExactly("U-101");
        assertThat(ids("こんにちは")).contains("U-102", "U-103");
        assertThat(ids(Examples.HEAD)).contains("U-103", "U-104");
        assertThat(ids(Examples.ORDINARY.replace("\r\n", "\n"))).containsExactlyInAnyOrder("U-108", "U-104");
        assertThat(ids(Examples.ORDINARY + Examples.RE)).contains("U-105");
        assertThat(ids(Examples.ORDINARY + "\r\n")).contains("U-109");
    }

    @Test
    void aRealNumberIsNotMarkedUnidentified() {
        assertThat(ids(Examples.UNIDENTIFIED.replace("HO,77777777,,777777777", "HO,01139997,1,2") + "\u001a"))
                .containsExactly("U-315");
        assertThat(ids(Examples.UNIDENTIFIED.replace("77777777,,", "77777779,,") + "\u001a"))
                .isEmpty();
        assertThat(ids(Examples.UNIDENTIFIED.replace("HO,77777777,,777777777", "HO,01139997,,999999999") + "\u001a"))
                .as("disaster: the insurer is known, the number is not")
                .isEmpty();
    }

    @Test
    void everyCheckHasAReasonInBothLanguages() {
        assertThat(Check.all()).hasSizeGreaterThan(50).allSatisfy(check -> {
            assertThat(check.reason().ja()).endsWith("。");
            assertThat(check.reason().en()).endsWith(".");
        });
    }

    @Test
    void everyCheckStandsInTheDocument() throws IOException {
        String document = Files.readString(Path.of("../docs/uke.md"));
        assertThat(Check.all())
                .allSatisfy(check -> assertThat(document)
                        .contains(
                                "| " + check.id() + " | ",
                                check.reason().ja() + " | " + check.reason().en() + " |"));
    }
}
