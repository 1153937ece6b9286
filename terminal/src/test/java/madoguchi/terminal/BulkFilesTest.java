package madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkQuestion;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkFilesTest {

    private static final String SEND = "OQSmuquc01req_202608030010.xml";
    private static final String RECEIPT = "OQSmuquc01res_202608030010.xml";
    private static final String COLLECT = "OQSmuquc02req_202608030011.xml";
    private static final String COLLECTED = "OQSmuquc02res_202608030011.xml";
    private static final String REGISTER = "OQSsiimm01req_202608030020.xml";
    private static final String REGISTERED = "OQSmuimm02res_202608030031.xml";

    // What is read is written byte for byte.

    @Test
    void theRequestIsWrittenAsItWasRead() {
        BulkSend send = BulkFiles.send(Samples.bytes(SEND)).orElseThrow();
        List<BulkQuestion> questions = send.persons().stream()
                .map(person -> person.question().orElseThrow())
                .toList();

        assertThat(questions)
                .extracting(BulkQuestion::identifier)
                .containsExactly(Optional.of("123_1"), Optional.of("777_1"));
        assertThat(questions.getFirst().insured().insurer().digits()).isEqualTo("139991");
        assertSame(
                BulkFiles.write(
                        send.day(), send.facility(), send.fileIdentifier().orElseThrow(), questions, OqsCharset.UTF_8),
                SEND);
    }

    @Test
    void theReceptionIsWrittenAsItWasRead() {
        Receipt receipt =
                FourSteps.receipt(Samples.bytes(RECEIPT), Samples.ANSWERED).orElseThrow();

        assertThat(receipt.taken())
                .isInstanceOfSatisfying(
                        Receipt.Taken.Numbered.class,
                        number -> assertThat(number.reception()).isEqualTo("20260803180005000001"));
        assertSame(FourSteps.write(receipt, OqsCharset.UTF_8), RECEIPT);
    }

    @Test
    void theRequestForResultsIsWrittenAsItWasRead() {
        assertSame(FourSteps.write(FourSteps.collect(Samples.bytes(COLLECT)).orElseThrow(), OqsCharset.UTF_8), COLLECT);
    }

    @Test
    void theResultsAreWrittenAsTheyWereRead() {
        BulkCollected read =
                BulkFiles.collected(Samples.bytes(COLLECTED), Samples.ANSWERED).orElseThrow();

        BulkCollected.State.Finished finished = (BulkCollected.State.Finished) read.state();
        assertThat(finished.counts()).isEqualTo(new BulkCounts(2, 2, 1, 1));
        BulkUnit hanako = finished.units().getFirst();
        assertThat(hanako.identifier()).contains("123_1");
        assertThat(hanako.limitMayHaveChanged()).isFalse();
        assertThat(hanako.reply().referenceNumber()).contains("P000123");
        assertThat(hanako.reply().extras()).isEmpty();
        assertThat(hanako.reply().answer().coverages())
                .singleElement()
                .satisfies(coverage ->
                        assertThat(coverage.holder().name().written()).isEqualTo("架空　●子"));
        assertThat(finished.units().get(1).limitMayHaveChanged()).isTrue();
        assertThat(finished.units().get(1).reply().answer()).isInstanceOfSatisfying(Answer.Unreachable.class, none -> {
            assertThat(none.cause()).isEqualTo(Answer.Cause.REFUSED);
            assertThat(none.code()).contains("XX-PLACEHOLDER");
        });
        assertSame(BulkFiles.write(read, OqsCharset.UTF_8), COLLECTED);
    }

    @Test
    void aRegistrationAndItsResultAreWrittenAsTheyWereRead() {
        References.Send send = References.send(Samples.bytes(REGISTER)).orElseThrow();
        assertSame(
                References.write(
                        send.facility(),
                        send.fileIdentifier(),
                        send.persons().stream()
                                .map(person -> person.registration().orElseThrow())
                                .toList(),
                        OqsCharset.UTF_8),
                REGISTER);
        assertThat(References.outcomes(Samples.bytes(REGISTERED)).orElseThrow()).containsExactly(List.of());
        References.Send bulk =
                new References.Send(send.facility(), Optional.of("20260803200000000-1d1d1d1d"), send.persons());
        assertSame(References.collected(bulk, "20260803200002000002", OqsCharset.UTF_8), REGISTERED);
    }

    // Reading is lenient.

    @Test
    void orderAndEmptyElementsDoNotMatterAndShiftJisIsRead() {
        String text = """
                <?xml version="1.0" encoding="Shift_JIS" standalone="no"?>
                <XmlMsg><MessageBody><QualificationConfirmSearchInfo><Birthdate>19870412</Birthdate>
                <InsuredBranchNumber></InsuredBranchNumber><InsuredIdentificationNumber>567890</InsuredIdentificationNumber>
                <InsuredCardSymbol>架空</InsuredCardSymbol><InsurerNumber>00139991</InsurerNumber></QualificationConfirmSearchInfo></MessageBody>
                <MessageHeader><MedicalInstitutionCode>1399999999</MedicalInstitutionCode>
                <QualificationConfirmationDate>20260804</QualificationConfirmationDate></MessageHeader></XmlMsg>
                """;
        BulkSend send =
                BulkFiles.send(text.getBytes(Charset.forName("windows-31j"))).orElseThrow();

        BulkQuestion question = send.persons().getFirst().question().orElseThrow();
        assertThat(question.insured().symbol()).contains("架空");
        assertThat(question.insured().insurer().digits()).isEqualTo("139991");
        assertThat(question.insured().branch()).isEmpty();
        assertThat(question.limitConsent()).isFalse();
        assertThat(send.fileIdentifier()).isEmpty();
    }

    @Test
    void aPersonWithFaultsKeepsItsPlaceWithEveryReason() {
        String text = new String(Samples.bytes(SEND), StandardCharsets.UTF_8)
                .replace("39139993", "3913999")
                .replace("19480610", "19480631");
        BulkSend send = BulkFiles.send(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();

        assertThat(send.persons().get(0).problems()).isEmpty();
        assertThat(send.persons().get(1).problems())
                .extracting(Problem::place)
                .containsExactly(
                        "XmlMsg/MessageBody/QualificationConfirmSearchInfo[2]/InsurerNumber",
                        "XmlMsg/MessageBody/QualificationConfirmSearchInfo[2]/Birthdate");
        assertThat(send.persons().get(1).raw())
                .contains(
                        new BulkPerson.Leaf("ArbitraryIdentifier", "777_1"),
                        new BulkPerson.Leaf("InsurerNumber", "3913999"));
    }

    @Test
    void aFileWithNobodyToAskAboutIsRefusedWithAllReasons() {
        String text = "<XmlMsg><MessageHeader/><MessageBody><QualificationConfirmSearchInfo><Birthdate>x</Birthdate>"
                + "</QualificationConfirmSearchInfo></MessageBody></XmlMsg>";
        assertThat(BulkFiles.send(text.getBytes(StandardCharsets.UTF_8)).problems())
                .extracting(Problem::place)
                .contains(
                        "XmlMsg/MessageHeader/QualificationConfirmationDate",
                        "XmlMsg/MessageHeader/MedicalInstitutionCode",
                        "XmlMsg/MessageBody/QualificationConfirmSearchInfo",
                        "XmlMsg/MessageBody/QualificationConfirmSearchInfo[1]/InsurerNumber",
                        "XmlMsg/MessageBody/QualificationConfirmSearchInfo[1]/InsuredIdentificationNumber",
                        "XmlMsg/MessageBody/QualificationConfirmSearchInfo[1]/Birthdate");
    }

    @Test
    void aReceptionNumberThatCouldBeAPathIsNotUnderstood() {
        String text =
                new String(Samples.bytes(COLLECT), StandardCharsets.UTF_8).replace("20260803180005000001", "../../x");
        assertThat(FourSteps.collect(text.getBytes(StandardCharsets.UTF_8)).problems())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OQSmuquc01req_202608030010.xml, INQUIRY, SEND, OQSmuquc01res_202608030010",
        "oqsMUquc02req_abc.XML, INQUIRY, COLLECT, oqsMUquc02res_abc",
        "OQSmutic01req_1.xml, TICKETS, SEND, OQSmutic01res_1",
        "OQSmuhvq02req_1.xml, HOME_VISITS, COLLECT, OQSmuhvq02res_1",
        "OQSmuonq01req_1.xml, ONLINE_VISITS, SEND, OQSmuonq01res_1",
        "OQSsiimm01req_1.xml, REFERENCE_NUMBER, SEND, OQSsiimm01res_1",
        "OQSmuimm01req_1.xml, REFERENCE_NUMBERS, SEND, OQSmuimm01res_1",
    })
    void aNameTellsKindStepAndAnswer(String name, ManyKind kind, ManyKind.Step step, String answer) {
        assertThat(ManyKind.of(name)).hasValueSatisfying(named -> {
            assertThat(named.kind()).isEqualTo(kind);
            assertThat(named.step()).isEqualTo(step);
            assertThat(named.answer()).isEqualTo(answer);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "OQSsiquc01req_1.xml",
        "OQSsiimm02req_1.xml",
        "OQSmuquc01res_1.xml",
        "OQSmuquc01req_1.zip",
        "OQSmuquc03req_1.xml"
    })
    void otherNamesAreNoneOfThese(String name) {
        assertThat(ManyKind.of(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TICKETS, <MedicalTreatmentMonth>202608</MedicalTreatmentMonth>",
        "HOME_VISITS, <ConsentDateFrom>20260801</ConsentDateFrom><ConsentDateTo>20260831</ConsentDateTo><MedicalTreatmentFlag>2</MedicalTreatmentFlag>",
        "ONLINE_VISITS, <ConsentDateFrom>20260801</ConsentDateFrom><ConsentDateTo>20260831</ConsentDateTo><MedicalTreatmentFlag>3</MedicalTreatmentFlag>",
        "ONLINE_VISITS, <ExaminationDateFrom>20260801</ExaminationDateFrom><ExaminationDateTo>20260831</ExaminationDateTo><MedicalTreatmentFlag>3</MedicalTreatmentFlag>",
    })
    void aRequestByPeriodIsWrittenAsItWasRead(ManyKind kind, String search) {
        String text =
                "<XmlMsg><MessageHeader><MedicalInstitutionCode>1399999999</MedicalInstitutionCode></MessageHeader>"
                        + "<MessageBody><QualificationConfirmSearchInfo>" + search
                        + "</QualificationConfirmSearchInfo></MessageBody></XmlMsg>";
        MonthOrConsent read =
                MonthOrConsent.read(kind, text.getBytes(StandardCharsets.UTF_8)).orElseThrow();

        assertThat(new String(read.write(kind, OqsCharset.UTF_8), StandardCharsets.UTF_8).replaceAll(">\\s+<", "><"))
                .endsWith(text + "\n");
        assertThat(MonthOrConsent.read(
                        kind, text.replaceAll("\\d{6,8}</(M|C|E)", "x</$1").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Parsed.Faults.class);
    }

    private static void assertSame(byte[] written, String sample) {
        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo(new String(Samples.bytes(sample), StandardCharsets.UTF_8));
        assertThat(written).isEqualTo(Samples.bytes(sample));
    }
}
