package madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Answer;
import madoguchi.core.ConsentScope;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.InquiryKind;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Period;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Reply.Extra;
import madoguchi.core.Sex;
import madoguchi.core.SpecificDisease;
import madoguchi.core.SpecificDiseaseCategory;
import madoguchi.core.Text;
import org.junit.jupiter.api.Test;

/** Reading answers: the composed files of {@code oqs-interface.md} §11, values written by hand from it. */
class ResponsesReadTest {

    private static final Instant READ_AT = Instant.parse("2026-08-03T09:00:00Z");
    private static final String RESULT = "XmlMsg/MessageBody/ResultList/ResultOfQualificationConfirmation/";

    private static Response read(byte[] file) {
        return Responses.read(file, READ_AT).orElseThrow();
    }

    private static Response sample(String name) {
        return read(Samples.bytes(name));
    }

    @Test
    void theActiveSampleCarriesEveryValueOfTheFile() {
        Response response = sample(Samples.ACTIVE);

        assertThat(response.day()).contains(LocalDate.of(2026, 8, 3));
        assertThat(response.facility()).contains(Samples.CLINIC);
        assertThat(response.fileIdentifier()).contains("20260803091502123-3fa9c1d2");
        assertThat(response.kind()).isEqualTo(InquiryKind.NUMBER);
        assertThat(response.search()).contains(Samples.hanakoSearch());
        assertThat(response.reply().answer()).isEqualTo(new Answer.Active(List.of(Samples.hanako())));
        assertThat(response.reply().answeredAt()).isEqualTo(Samples.ANSWERED);
        assertThat(response.reply().referenceNumber()).contains("P000123");
        assertThat(response.reply().message()).isEmpty();
        assertThat(response.reply().extras())
                .containsExactly(
                        new Extra(RESULT + "LimitApplicationCertificateRelatedConsFlg", "1"),
                        new Extra(RESULT + "LimitApplicationCertificateRelatedConsTime", "20260803091504"));
    }

    @Test
    void shiftJisIsReadAsWell() {
        assertThat(read(Samples.inShiftJis(Samples.text(Samples.ACTIVE)))
                        .reply()
                        .answer())
                .isEqualTo(new Answer.Active(List.of(Samples.hanako())));
    }

    @Test
    void noMatchIsNotFound() {
        Response response = sample(Samples.NO_MATCH);

        assertThat(response.reply().answer()).isEqualTo(new Answer.NotFound());
        assertThat(response.search().orElseThrow().insured())
                .isEqualTo(new InsuredId(new InsurerNumber("06139992"), Optional.of("99"), "1", Optional.empty()));
        assertThat(response.reply().extras()).isEmpty();
    }

    @Test
    void aLostCoverageIsListedWithReasonAndDate() {
        Response response = sample(Samples.LOST);

        assertThat(response.reply().answer()).isEqualTo(new Answer.InactiveNewExists(Optional.of(Samples.jiroLost())));
        assertThat(response.search()).isEmpty();
        assertThat(response.reply().extras()).isEmpty();
    }

    @Test
    void aHeaderErrorIsNoAnswerAndKeepsCodeAndMessageVerbatim() {
        assertThat(sample(Samples.SYSTEM_ERROR).reply().answer())
                .isEqualTo(new Answer.Unreachable(
                        Answer.Cause.HUB, Optional.of("XX-PLACEHOLDER"), Text.same("（実コード不明・試験用）要求ファイルの形式に誤りがあります。")));
    }

    @Test
    void theReaderResultIsReadInItsHashMapOrder() {
        Response response = sample(Samples.FACE);
        Coverage coverage = response.reply().answer().coverages().getFirst();

        assertThat(response.kind()).isEqualTo(InquiryKind.CARD);
        assertThat(response.fileIdentifier()).contains("FaKeFaKe_01=");
        assertThat(response.search()).isEmpty();
        assertThat(response.reply().answeredAt()).isEqualTo(Instant.parse("2026-08-03T01:03:10Z"));
        assertThat(response.reply().referenceNumber()).contains("P000777");
        assertThat(coverage.id())
                .isEqualTo(
                        new InsuredId(new InsurerNumber("39139993"), Optional.empty(), "00123456", Optional.empty()));
        assertThat(coverage.holder().name().written()).isEqualTo("高齢　見本");
        assertThat(coverage.holder().name().kana()).contains("ｺｳﾚｲ ﾐﾎﾝ");
        assertThat(coverage.holder().sex()).isEqualTo(Sex.FEMALE);
        assertThat(coverage.holder().birth()).isEqualTo(LocalDate.of(1948, 6, 10));
        assertThat(coverage.holder().address()).contains("東京都架空区試験町9-9");
        assertThat(coverage.holder().postNumber()).contains("100-9998");
        assertThat(coverage.relation()).isEmpty();
        assertThat(coverage.rate()).contains(new CopaymentRate(20));
        assertThat(coverage.qualified()).contains(Period.startingOn(LocalDate.of(2023, 6, 10)));
        assertThat(coverage.issued()).contains(LocalDate.of(2026, 8, 1));
        assertThat(coverage.cardValid()).contains(Period.through(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31)));
        assertThat(coverage.insurerName()).isEqualTo("架空県後期高齢者医療広域連合");
        assertThat(coverage.limit())
                .contains(new LimitCertificate(
                        LimitKind.LIMIT,
                        LimitClass.B09,
                        Optional.empty(),
                        Period.through(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31)),
                        Optional.empty()));
        assertThat(coverage.diseases())
                .containsExactly(new SpecificDisease(
                        SpecificDiseaseCategory.DIALYSIS,
                        Optional.of(LocalDate.of(2024, 4, 1)),
                        Period.startingOn(LocalDate.of(2024, 4, 1)),
                        10000));
    }

    @Test
    void consentsGivenAtTheReaderComeWithTheirEndAndThePrescriptionFormStaysAmongTheExtras() {
        Instant said = Instant.parse("2026-08-03T01:03:10Z");
        ReaderAnswers.Given untilTomorrow =
                new ReaderAnswers.Given(said, Optional.of(Instant.parse("2026-08-04T01:03:10Z")));

        assertThat(sample(Samples.FACE).answers())
                .contains(new ReaderAnswers(
                        Map.of(
                                ConsentScope.DISEASES, new ReaderAnswers.Given(said, Optional.empty()),
                                ConsentScope.CHECKUPS, untilTomorrow,
                                ConsentScope.MEDICINES, untilTomorrow),
                        Set.of(ConsentScope.TREATMENT, ConsentScope.OPERATIONS),
                        Optional.empty()));
        assertThat(sample(Samples.FACE).reply().extras())
                .contains(new Extra("XmlMsg/MessageBody/PrescriptionIssueSelect", "2"))
                .hasSize(3);
    }

    @Test
    void aConsentFlagOfAnotherUseStaysAmongTheExtras() {
        String later = Samples.text(Samples.FACE).replace("PharmacistsInfoConsFlg>1<", "PharmacistsInfoConsFlg>2<");
        Response response = read(Samples.utf8(later));

        assertThat(response.answers().orElseThrow().given()).doesNotContainKey(ConsentScope.MEDICINES);
        assertThat(response.reply().extras()).contains(new Extra(RESULT + "PharmacistsInfoConsFlg", "2"));
    }

    @Test
    void medicalAssistanceComesWithItsTicket() {
        Response response = sample(Samples.FACE_MEDICAL_AID);
        Coverage coverage = response.reply().answer().coverages().getFirst();

        assertThat(coverage.kind()).isEqualTo(CoverageClass.MEDICAL_ASSISTANCE);
        assertThat(coverage.id().number()).isEqualTo("7654321");
        assertThat(coverage.holder().birth()).isEqualTo(LocalDate.of(1960, 2, 29));
        assertThat(coverage.insurerName()).isEqualTo("架空区福祉事務所");
        assertThat(coverage.tickets())
                .containsExactly(new MedicalTicket(
                        YearMonth.of(2026, 8),
                        Period.through(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)),
                        "00000123",
                        Samples.CLINIC,
                        0));
        assertThat(response.reply().extras())
                .contains(
                        new Extra(RESULT + "PublicExpenseResultList/MedicalTicketInfo/InjuryName1", "高血圧症"),
                        new Extra(RESULT + "PublicExpenseResultList/MedicalTicketInfo/StatusOfInfecton", "02"));
    }

    @Test
    void anUnknownElementIsKeptWithItsPath() {
        String later = Samples.text(Samples.NO_MATCH)
                .replace("<QualificationValidity>", "<NewThing><Inner>値</Inner></NewThing><QualificationValidity>");

        assertThat(read(Samples.utf8(later)).reply().extras())
                .containsExactly(new Extra("XmlMsg/MessageBody/NewThing/Inner", "値"));
    }

    @Test
    void anUnreadableOptionalValueIsKeptAndDoesNotHideTheAnswer() {
        String later = Samples.text(Samples.LOST)
                .replace("<ReasonOfLoss>03<", "<ReasonOfLoss>77<")
                .replace("<DisqualificationDate>20260701<", "<DisqualificationDate>20261399<");
        Response response = read(Samples.utf8(later));

        assertThat(response.reply().answer().coverages().getFirst().lossReason())
                .isEmpty();
        assertThat(response.reply().answer().coverages().getFirst().qualified()).isEmpty();
        assertThat(response.reply().extras())
                .containsExactlyInAnyOrder(
                        new Extra(RESULT + "ReasonOfLoss", "77"),
                        new Extra(RESULT + "QualificationDate", "20150401"),
                        new Extra(RESULT + "DisqualificationDate", "20261399"));
    }

    @Test
    void aResultWithoutInsurerNumberTakesTheEchoedOne() {
        String without = Samples.text(Samples.ACTIVE).replaceFirst("<InsurerNumber>  139991</InsurerNumber>", "");

        assertThat(read(Samples.utf8(without)).reply().answer())
                .isEqualTo(new Answer.Active(List.of(Samples.hanako())));
    }

    @Test
    void aResultWithoutInsurerNumberAndWithoutEchoIsUnreadable() {
        String without = Samples.text(Samples.FACE).replaceFirst("<InsurerNumber>39139993</InsurerNumber>", "");

        assertThat(Responses.read(Samples.utf8(without), READ_AT).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).isEqualTo(RESULT + "InsurerNumber"));
    }

    @Test
    void activeWithoutAnyResultIsUnreadable() {
        String without = Samples.text(Samples.NO_MATCH).replace("Validity>4<", "Validity>1<");

        assertThat(Responses.read(Samples.utf8(without), READ_AT).problems()).hasSize(1);
    }

    @Test
    void aPersonErrorIsARefusalNotANo() {
        String refused = Samples.text(Samples.NO_MATCH)
                .replace(
                        "<ProcessingResultStatus>1</ProcessingResultStatus>",
                        "<ProcessingResultStatus>2</ProcessingResultStatus><ProcessingResultCode>X1</ProcessingResultCode>"
                                + "<ProcessingResultMessage>入力内容に誤りがあります。</ProcessingResultMessage>")
                .replace("<QualificationValidity>4</QualificationValidity>", "");

        assertThat(read(Samples.utf8(refused)).reply().answer())
                .isEqualTo(new Answer.Unreachable(Answer.Cause.REFUSED, Optional.of("X1"), Text.same("入力内容に誤りがあります。")));
    }

    @Test
    void aMessageBesideAnAnswerIsShown() {
        String noticed = Samples.text(Samples.ACTIVE)
                .replace(
                        "<QualificationValidity>",
                        "<ProcessingResultCode>X2</ProcessingResultCode>"
                                + "<ProcessingResultMessage>証明書の期限が近づいています。</ProcessingResultMessage><QualificationValidity>");
        Response response = read(Samples.utf8(noticed));

        assertThat(response.reply().message()).contains("証明書の期限が近づいています。");
        assertThat(response.reply().extras()).contains(new Extra("XmlMsg/MessageBody/ProcessingResultCode", "X2"));
        assertThat(response.reply().answer().isFromPeer()).isTrue();
    }

    @Test
    void theOtherValiditiesAreRead() {
        String active = Samples.text(Samples.ACTIVE);

        assertThat(read(Samples.utf8(active.replace("Validity>1<", "Validity>6<")))
                        .reply()
                        .answer())
                .isEqualTo(new Answer.ActiveUnregistered(Samples.hanako()));
        assertThat(read(Samples.utf8(active.replace("Validity>1<", "Validity>2<")))
                        .reply()
                        .answer())
                .isEqualTo(new Answer.Inactive(Optional.of(Samples.hanako())));
        assertThat(read(Samples.utf8(Samples.text(Samples.NO_MATCH).replace("Validity>4<", "Validity>5<")))
                        .reply()
                        .answer())
                .isEqualTo(new Answer.Ambiguous());
    }

    @Test
    void anUnreadableFormerCoverageDoesNotTurnANoIntoNothing() {
        String nameless = Samples.text(Samples.LOST).replace("<Name>見本　次郎</Name>", "");
        Response response = read(Samples.utf8(nameless));

        assertThat(response.reply().answer()).isEqualTo(new Answer.InactiveNewExists(Optional.empty()));
        assertThat(response.reply().extras())
                .contains(new Extra(RESULT + "ReasonOfLoss", "03"), new Extra(RESULT + "Birthdate", "19791130"))
                .hasSize(15);
    }

    @Test
    void aSecondValueOfTheSameNameIsKept() {
        String twice = Samples.text(Samples.NO_MATCH)
                .replace("<CharacterCodeIdentifier>", "<SegmentOfResult>9</SegmentOfResult><CharacterCodeIdentifier>");

        assertThat(read(Samples.utf8(twice)).reply().extras())
                .containsExactly(new Extra("XmlMsg/MessageHeader/SegmentOfResult", "9"));
    }

    @Test
    void stillBeingProcessedIsNoAnswer() {
        String processing = Samples.text(Samples.NO_MATCH).replace("<SegmentOfResult>1<", "<SegmentOfResult>2<");

        assertThat(read(Samples.utf8(processing)).reply().answer().isFromPeer()).isFalse();
    }

    @Test
    void anUnknownValidityIsUnreadableAndNeverANo() {
        String later = Samples.text(Samples.NO_MATCH).replace("Validity>4<", "Validity>7<");

        assertThat(Responses.read(Samples.utf8(later), READ_AT).problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.place()).isEqualTo("XmlMsg/MessageBody/QualificationValidity"));
    }
}
