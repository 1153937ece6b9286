package madoguchi.subsidy;

import static madoguchi.subsidy.Samples.GONE;
import static madoguchi.subsidy.Samples.child;
import static madoguchi.subsidy.Samples.five;
import static madoguchi.subsidy.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.core.Ceiling;
import madoguchi.core.CeilingKind;
import madoguchi.core.Period;
import madoguchi.core.SchemeMaster;
import madoguchi.core.SubsidyCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of pmh.md §3 has its number, and a record breaks it here. */
class RecordCheckTest {

    private static final SchemeMaster MASTER = SchemeMaster.load();
    private static final Map<String, IssuedType> TYPES = Map.of(
            "NANBYO", new IssuedType("NANBYO", "架空県", "難病", MASTER.named("N54").orElseThrow()),
            "CHILD",
                    new IssuedType("CHILD", "架空区", "マル子", MASTER.named("L13-88").orElseThrow()));
    private static final RecordCheck CHECK = new RecordCheck(TYPES, LocalDate.of(2026, 11, 21));

    static Stream<Arguments> broken() {
        String long101 = "あ".repeat(101);
        return Stream.of(
                broken(RecordCode.UNKNOWN_ITEM, "colour", record(1, "colour", "red")),
                broken(RecordCode.MISSING, "isDeleted", record(1, "isDeleted", GONE)),
                broken(RecordCode.MISSING, "myNumber", record(1, "myNumber", GONE)),
                broken(RecordCode.MISSING, "basicFiveInfo", record(1, "basicFiveInfo", GONE)),
                broken(RecordCode.MISSING, "certificationDetail", record(1, "certificationDetail", GONE)),
                broken(RecordCode.WRONG_TYPE, "isNotDisclosed", record(1, "isNotDisclosed", "false")),
                broken(RecordCode.WRONG_TYPE, "basicFiveInfo.sex", record(1, "basicFiveInfo", five("sex", 1))),
                broken(
                        RecordCode.TYPE_FORM,
                        "orgSpecificCertificateTypeId",
                        record(1, "orgSpecificCertificateTypeId", "難病")),
                broken(
                        RecordCode.TYPE_UNKNOWN,
                        "orgSpecificCertificateTypeId",
                        record(1, "orgSpecificCertificateTypeId", "OTHER")),
                broken(RecordCode.MY_NUMBER_FORM, "myNumber", record(1, "myNumber", "00000000001")),
                broken(RecordCode.MY_NUMBER_FORM, "myNumber", record(1, "myNumber", "０００００００００００１")),
                broken(RecordCode.MY_NUMBER_CHECK, "myNumber", record(1, "myNumber", misfit())),
                broken(RecordCode.MY_NUMBER_ELSEWHERE, "segment", record(1, "segment", "no. " + Samples.myNumber(1))),
                broken(RecordCode.NAME_FORM, "basicFiveInfo.address", record(1, "basicFiveInfo", five("address", " "))),
                broken(
                        RecordCode.BIRTH_FORM,
                        "basicFiveInfo.dateOfBirth",
                        record(1, "basicFiveInfo", five("dateOfBirth", "2026-02-30"))),
                broken(
                        RecordCode.BIRTH_FORM,
                        "basicFiveInfo.dateOfBirth",
                        record(1, "basicFiveInfo", five("dateOfBirth", "2026-11-22"))),
                broken(RecordCode.SEX_FORM, "basicFiveInfo.sex", record(1, "basicFiveInfo", five("sex", "f"))),
                broken(
                        RecordCode.PAYER_FORM,
                        "medicalSubsidyInsurerNumber",
                        record(1, "medicalSubsidyInsurerNumber", "5413999")),
                broken(
                        RecordCode.PAYER_CHECK,
                        "medicalSubsidyInsurerNumber",
                        record(1, "medicalSubsidyInsurerNumber", "54139994")),
                broken(
                        RecordCode.PAYER_SCHEME,
                        "medicalSubsidyInsurerNumber",
                        record(1, "medicalSubsidyInsurerNumber", "52139995")),
                broken(RecordCode.CERTIFICATE_NAME, "certificationName", record(1, "certificationName", long101)),
                broken(
                        RecordCode.RECIPIENT_FORM,
                        "medicalSubsidyRecipientNumber",
                        child(1, "medicalSubsidyRecipientNumber", "1".repeat(31))),
                broken(
                        RecordCode.RECIPIENT_NATIONAL,
                        "medicalSubsidyRecipientNumber",
                        record(1, "medicalSubsidyRecipientNumber", "A400015")),
                broken(
                        RecordCode.RECIPIENT_CHECK,
                        "medicalSubsidyRecipientNumber",
                        record(1, "medicalSubsidyRecipientNumber", "5400016")),
                broken(RecordCode.TEXT_LENGTH, "segment", record(1, "segment", long101)),
                broken(
                        RecordCode.TEXT_LENGTH,
                        "certificationDetail",
                        record(1, "certificationDetail", List.of(Map.of("label", long101, "value", "")))),
                broken(RecordCode.CONDITIONS_FORM, "additionalConditions", record(1, "additionalConditions", "101-1;")),
                broken(RecordCode.CONDITIONS_FORM, "additionalConditions", record(1, "additionalConditions", "101")),
                broken(RecordCode.REIMBURSEMENT_FORM, "isAlwaysReimbursement", record(1, "isAlwaysReimbursement", "2")),
                broken(RecordCode.CEILING_FORM, "maxCopaymentAmount", record(1, "maxCopaymentAmount", ceiling(-1))),
                broken(
                        RecordCode.CEILING_FORM,
                        "maxCopaymentAmount",
                        record(1, "maxCopaymentAmount", Map.of("summed", List.of("内科")))),
                broken(
                        RecordCode.CEILING_FORM,
                        "maxCopaymentAmount",
                        record(1, "maxCopaymentAmount", Map.of("limit", 5000))),
                broken(RecordCode.DATE_FORM, "validFrom", record(1, "validFrom", "2026/01/01")),
                broken(RecordCode.DATE_FORM, "validTo", record(1, "validTo", "2026-02-29")),
                broken(RecordCode.PERIOD_ORDER, "validTo", record(1, "validTo", "2025-12-31")),
                broken(RecordCode.HISTORY_FORM, "historyKey", record(1, "historyKey", " ")),
                broken(
                        RecordCode.FACE_FORM,
                        "certificationDetail",
                        record(1, "certificationDetail", List.of(Map.of("label", "疾病名")))));
    }

    private static Arguments broken(RecordCode code, String field, Map<String, Object> record) {
        return arguments(code, field, record);
    }

    private static Map<String, Object> ceiling(long yen) {
        return Map.of("ceilings", List.of(Map.of("kind", "薬局", "span", "MONTH", "yen", yen)));
    }

    private static String misfit() {
        String sound = Samples.myNumber(1);
        return sound.substring(0, 11) + (sound.charAt(11) == '0' ? '1' : '0');
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatIsBrokenIsToldByItsNumberAndItemAndNothingElseIs(
            RecordCode code, String field, Map<String, Object> record) {
        assertThat(checked(record).faults()).containsExactly(new RecordFault(code, field));
        assertThat(checked(record).isGood()).isFalse();
    }

    @Test
    void everyCheckOfARecordIsBrokenSomewhereInThisTest() {
        Set<RecordCode> shown = broken().map(row -> (RecordCode) row.get()[0])
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordCode.class)));
        // These are about the file, or shown by the tests below and in BasicFiveTest.
        shown.addAll(EnumSet.of(
                RecordCode.NOT_JSON,
                RecordCode.EMPTY,
                RecordCode.NOT_A_RECORD,
                RecordCode.TOO_LARGE,
                RecordCode.PAYER_CHECK_LOCAL,
                RecordCode.SOMEBODY_ELSE,
                RecordCode.BASICS_DIFFER,
                RecordCode.REPEATED));
        assertThat(shown).containsExactlyInAnyOrder(RecordCode.values());
        assertThat(Arrays.stream(RecordCode.values()).map(RecordCode::code)).doesNotHaveDuplicates();
    }

    @Test
    void aLocalNumberWhoseCheckDigitDoesNotFitIsTakenWithAWarning() {
        CheckedRecord odd = checked(child(1, "medicalSubsidyInsurerNumber", "88139994"));
        assertThat(odd.isGood()).isTrue();
        assertThat(odd.faults()).containsExactly(RecordCode.PAYER_CHECK_LOCAL.fault());
    }

    @Test
    void allFaultsOfARecordAreToldAtOnce() {
        CheckedRecord many = checked(
                record(1, "validTo", "x", "isAlwaysReimbursement", "yes", "myNumber", "1", "certificationName", GONE));
        assertThat(many.faults())
                .extracting(RecordFault::code)
                .containsExactlyInAnyOrder(
                        RecordCode.DATE_FORM,
                        RecordCode.REIMBURSEMENT_FORM,
                        RecordCode.MY_NUMBER_FORM,
                        RecordCode.MISSING);
    }

    @Test
    void aSoundRecordBecomesTheCertificateWithTheRemarksOfTheScreen() {
        SubsidyCertificate certificate =
                checked(record(1)).version().orElseThrow().certificate();
        assertThat(certificate.issuer()).isEqualTo("架空県");
        assertThat(certificate.valid()).isEqualTo(Period.through(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
        assertThat(certificate.ceilings())
                .containsExactly(
                        new Ceiling(CeilingKind.MEDICAL_DENTAL_ALL, Ceiling.Span.MONTH, 5000, Optional.empty()));
        assertThat(certificate.conditions()).containsExactly("101-1", "102-A");
        assertThat(certificate.remarks()).contains("(自己負担上限額種別またぎの合算条件)医科歯科入外、薬局は合算管理の対象である。");
    }

    @Test
    void theElevenKindsTogetherGiveTheRemarksOfTheNoticeToTheLetter() {
        List<String> all = Arrays.stream(CeilingKind.values())
                .map(kind -> kind.label().ja())
                .toList();
        assertThat(checked(record(1, "maxCopaymentAmount", Map.of("summed", all)))
                        .version()
                        .orElseThrow()
                        .certificate()
                        .remarks())
                .contains("(自己負担上限額種別またぎの合算条件)医科歯科入外、医科歯科入院、医科歯科外来、薬局、医科入外、医科入院、医科外来、歯科入外、歯科入院、歯科外来、訪問看護は合算管理の対象である。");
    }

    @Test
    void nothingThatLooksLikeAMyNumberIsKeptOfABrokenRecord() {
        RawRecord raw = RawRecord.of(
                1,
                Map.of(
                        "segment",
                        "7" + Samples.myNumber(7) + "x",
                        "incomeSegment",
                        Samples.myNumber(7),
                        "myNumber",
                        "1",
                        "mynumber",
                        Samples.myNumber(7),
                        "historyKey",
                        "2026-11-21"));
        assertThat(raw.keepable(RecordCheck.ITEMS)).containsOnlyKeys("historyKey");
    }

    /** Numbers of real schemes, published (pmh.md §4): the master finds each, by the narrowest row. */
    @Test
    void publishedNumbersFindTheirScheme() {
        assertThat(Stream.of("81136244", "81137242", "88138243", "88131248", "89131247", "54016027")
                        .map(payer -> MASTER.of(payer).orElseThrow().id()))
                .containsExactly("L13-81136244", "L13-81137242", "L13-88138243", "L13-88131248", "L13-89131247", "N54");
        assertThat(MASTER.of("41020001").orElseThrow().name().ja()).isEqualTo("乳幼児");
        assertThat(MASTER.of("41130001")).isEmpty();
    }

    @Test
    void municipalityCodesFitTheirCheckDigit() {
        // 千代田区, 札幌市, 東京都: published codes (総務省 全国地方公共団体コード).
        assertThat(List.of("131016", "011002", "130001"))
                .allSatisfy(
                        code -> assertThat(MunicipalityCode.parse("code", code).problems())
                                .isEmpty());
        assertThat(MunicipalityCode.parse("code", "131017").problems()).hasSize(1);
    }

    @Test
    void anArrayIsReadOneRecordAtATimeAndOddElementsKeepTheirPlace() {
        List<RawRecord> read = new ArrayList<>();
        String large = "[" + "1,".repeat(3000) + "1]";
        boolean whole = JsonRecords.read(
                Samples.text("[{\"a\":\"1\"}, 7, {\"a\":" + large + ",\"b\":{}}, [1], {\"a\":null}]"), read::add);
        assertThat(whole).isTrue();
        assertThat(read)
                .extracting(RawRecord::number, RawRecord::broken)
                .containsExactly(
                        tuple(1, Optional.empty()),
                        tuple(2, Optional.of(RecordCode.NOT_A_RECORD)),
                        tuple(3, Optional.of(RecordCode.TOO_LARGE)),
                        tuple(4, Optional.of(RecordCode.NOT_A_RECORD)),
                        tuple(5, Optional.empty()));
    }

    @Test
    void whateverBytesComeTheReaderSaysYesOrNo() {
        byte[] sound = CheckedBytes.of(record(1), child(2));
        IntStream.range(0, sound.length).forEach(at -> {
            byte[] cut = Arrays.copyOf(sound, at);
            assertThat(JsonRecords.read(new ByteArrayInputStream(cut), CHECK::of))
                    .isFalse();
            byte[] odd = sound.clone();
            odd[at] = (byte) (at % 2 == 0 ? '{' : '"');
            assertThat(JsonRecords.read(new ByteArrayInputStream(odd), CHECK::of))
                    .isIn(true, false);
        });
    }

    private static final class CheckedBytes {
        static byte[] of(Map<?, ?>... records) {
            try {
                return Samples.json(records).readAllBytes();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    /** As it comes over the line: numbers and lists as the reader makes them. */
    private static CheckedRecord checked(Map<String, Object> record) {
        List<CheckedRecord> read = new ArrayList<>();
        assertThat(JsonRecords.read(Samples.json(record), raw -> read.add(CHECK.of(raw))))
                .isTrue();
        return read.getFirst();
    }
}
