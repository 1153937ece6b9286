package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** A レセコン that knows only the interface: hand-made request files go into req/, and what it reads in res/ is right, for the people of the town. */
class OqsAcceptanceTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static DemoTown town;

    @BeforeAll
    static void open() throws IOException {
        town = DemoTown.open();
    }

    @AfterAll
    static void close() throws IOException {
        town.close();
    }

    @Test
    void activeWithLimitInformation() {
        Document answer = ask("20261121", "  139998", "12-34", "567890", "02", "19870412");
        assertThat(text(answer, "QualificationValidity")).isEqualTo("1");
        assertThat(text(answer, "Name")).isEqualTo("見本　花子");
        assertThat(text(answer, "NameKana")).isEqualTo("ﾐﾎﾝ ﾊﾅｺ");
        assertThat(text(answer, "QualificationDate")).isEqualTo("20200401");
        assertThat(text(answer, "LimitApplicationCertificateClassificationFlag"))
                .isEqualTo("A03");
        assertThat(text(answer, "ArbitraryFileIdentifier")).isEqualTo("20261121091502123-3fa9c1d2");
        assertThat(text(answer, "ArbitraryIdentifier")).isEqualTo("P000123");
        assertThat(text(answer, "ReferenceClassification")).isEqualTo("2");
        assertThat(answer.getElementsByTagName("InsurerNumber").item(0).getTextContent())
                .isEqualTo("  139998");
    }

    @Test
    void aDayBeforeTheCoverageBeganIsInactive() {
        Document answer = ask("20200331", "  139998", "12-34", "567890", "02", "19870412");
        assertThat(text(answer, "QualificationValidity")).isEqualTo("2");
    }

    @Test
    void aLostCoverageListsItsLossAndItsReason() {
        Document answer = ask("20261121", "06139992", "3001", "42", "00", "19791130");
        assertThat(text(answer, "QualificationValidity")).isEqualTo("3");
        assertThat(text(answer, "DisqualificationDate")).isEqualTo("20260701");
        assertThat(text(answer, "ReasonOfLoss")).isEqualTo("03");
        assertThat(answer.getElementsByTagName("LimitApplicationCertificateRelatedInfo")
                        .getLength())
                .isZero();
    }

    @Test
    void theDayBeforeTheLossIsStillActive() {
        Document answer = ask("20260630", "06139992", "3001", "42", "00", "19791130");
        assertThat(text(answer, "QualificationValidity")).isEqualTo("1");
    }

    @Test
    void twinsWithoutBranchAreAmbiguous() {
        Document answer = ask("20261121", "06139992", "3001", "77", "", birthOfTheTwins());
        assertThat(text(answer, "QualificationValidity")).isEqualTo("5");
        assertThat(answer.getElementsByTagName("ResultOfQualificationConfirmation")
                        .getLength())
                .isZero();
    }

    @Test
    void aHiddenPersonIsAnsweredWithTheBytesOfNoSuchCoverage() {
        String hidden = asked("20261121", "01139997", "8141", "55", "00", "19890220");
        String nobody = asked("20261121", "01139997", "8141", "54", "00", "19890220");
        assertThat(hidden).contains("<QualificationValidity>4</QualificationValidity>");
        assertThat(withoutTime(hidden).replace("<InsuredIdentificationNumber>55<", "<InsuredIdentificationNumber>54<"))
                .isEqualTo(withoutTime(nobody));
    }

    @Test
    void theMonthsTicketsOfThisClinicAreGivenOutAndNoOthers() {
        String answer = collected("OQSmutic", "<MedicalTreatmentMonth>202611</MedicalTreatmentMonth>");
        assertThat(answer).contains("<SegmentOfResult>1<", "<NumberOfProcessingResult>2<", "<NumberOfError>0<");
        assertThat(answer)
                .contains("<Name>試験　三郎<", "<Name>試験　五月<", "<DesignatedMedicalInstitutionCode>1319999913<")
                .as("has tickets for another clinic only")
                .doesNotContain("試験　四郎");
        assertThat(collected("OQSmutic", "<MedicalTreatmentMonth>202001</MedicalTreatmentMonth>"))
                .contains("<SegmentOfResult>1<", "<NumberOfProcessingResult>0<")
                .doesNotContain("BulkConfirmUnit");
    }

    @Test
    void whoConsentedToHomeVisitsIsGivenOutAndAHiddenPersonIsNobody() throws IOException {
        String nobody = collected("OQSmuhvq", period("20261101", "20261130"));
        Path visits = town.settings.oqsFolder().orElseThrow().resolve("visits");
        Files.writeString(visits.resolve("hidden.csv"), "訪問,01139997,8141,55,00,19890220\n");
        Files.writeString(visits.resolve("hanako.csv"), "訪問,139998,12-34,567890,02,19870412\n");
        await(visits.resolve("done").resolve("hanako.csv"));
        assertThat(Files.readString(await(visits.resolveSibling("err").resolve("hidden.err"))))
                .contains("該当する人がいません");

        assertThat(nobody).contains("<NumberOfProcessingResult>0<");
        assertThat(collected("OQSmuhvq", period("20261101", "20261130")))
                .contains("<NumberOfProcessingResult>1<", "<Name>見本　花子<", "<QualificationValidity>1<");
        assertThat(collected("OQSmuhvq", period("20261001", "20261031"))).contains("<NumberOfProcessingResult>0<");
    }

    private static String period(String from, String through) {
        return "<ConsentDateFrom>" + from + "</ConsentDateFrom><ConsentDateTo>" + through
                + "</ConsentDateTo><MedicalTreatmentFlag>2</MedicalTreatmentFlag>";
    }

    /** The four steps, the second pair as often as it says 処理中. */
    private static String collected(String kind, String wanted) {
        String taken = exchanged(
                kind + "01req_", "<QualificationConfirmSearchInfo>" + wanted + "</QualificationConfirmSearchInfo>");
        String reception = taken.replaceAll("(?s).*(<ReceptionNumber>.*</ReceptionNumber>).*", "$1");
        String answer = exchanged(kind + "02req_", reception);
        while (answer.contains("<SegmentOfResult>2<")) {
            answer = exchanged(kind + "02req_", reception);
        }
        return answer;
    }

    private static String exchanged(String kind, String body) {
        try {
            String name = drop(
                    kind,
                    "<XmlMsg><MessageHeader><MedicalInstitutionCode>1319999913</MedicalInstitutionCode></MessageHeader><MessageBody>"
                            + body + "</MessageBody></XmlMsg>");
            return Files.readString(await(town.settings
                    .oqsFolder()
                    .orElseThrow()
                    .resolve("res")
                    .resolve(name.replace("req_", "res_") + ".xml")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void aBrokenRequestIsPutAsideWithEveryFaultNamed() throws IOException {
        String name = drop("<XmlMsg><MessageHeader/><MessageBody/></XmlMsg>");
        Path folder = town.settings.oqsFolder().orElseThrow();
        Path reason = await(folder.resolve("err").resolve(name + ".err"));
        assertThat(Files.readString(reason))
                .contains("QualificationConfirmationDate")
                .contains("MedicalInstitutionCode")
                .contains("QualificationConfirmSearchInfo");
        assertThat(folder.resolve("err").resolve(name + ".xml")).exists();
        assertThat(folder.resolve("req").resolve(name + ".xml")).doesNotExist();
    }

    private static String birthOfTheTwins() {
        return madoguchi.town.Town.load().people().stream()
                .filter(person -> person.ids().containsKey("nobranch"))
                .map(person -> person.birth().toString().replace("-", ""))
                .findFirst()
                .orElseThrow();
    }

    private static String withoutTime(String answer) {
        return answer.replaceAll("<ProcessExecutionTime>\\d+</ProcessExecutionTime>", "");
    }

    private static Document ask(String day, String insurer, String symbol, String number, String branch, String birth) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(
                            asked(day, insurer, symbol, number, branch, birth).getBytes(StandardCharsets.UTF_8)));
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String asked(String day, String insurer, String symbol, String number, String branch, String birth) {
        try (InputStream form = OqsAcceptanceTest.class.getResourceAsStream("/oqs/request.xml")) {
            String name = drop(new String(Objects.requireNonNull(form).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@DAY@", day)
                    .replace("@INSURER@", insurer)
                    .replace("@SYMBOL@", symbol)
                    .replace("@NUMBER@", number)
                    .replace("@BRANCH@", branch)
                    .replace("@BIRTH@", birth));
            Path folder = town.settings.oqsFolder().orElseThrow();
            Path answer = await(folder.resolve("res").resolve(name.replace("req_", "res_") + ".xml"));
            assertThat(folder.resolve("req").resolve(name + ".xml")).doesNotExist();
            return Files.readString(answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes elsewhere, then moves into req/, as a careful レセコン does; returns the base name. */
    private static String drop(String request) throws IOException {
        return drop("OQSsiquc01req_", request);
    }

    private static String drop(String kind, String request) throws IOException {
        Path folder = town.settings.oqsFolder().orElseThrow();
        String name = kind + "20261121%04d".formatted(SERIAL.incrementAndGet());
        Path draft = Files.writeString(folder.resolve(name + ".draft"), request);
        Files.move(draft, folder.resolve("req").resolve(name + ".xml"), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    private static Path await(Path file) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("waiting for an answer file").isLessThan(deadline);
            Thread.onSpinWait();
        }
        return file;
    }

    private static String text(Document document, String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }
}
