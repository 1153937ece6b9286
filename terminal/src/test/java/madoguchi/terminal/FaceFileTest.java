package madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import madoguchi.core.Answer;
import madoguchi.core.ConsentScope;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.LossReason;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Relation;
import madoguchi.core.Reply;
import madoguchi.core.Sex;
import madoguchi.core.SpecificDisease;
import madoguchi.core.SpecificDiseaseCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * {@code face/} の一項目ずつ – every element of a reader's result, its name, order, form and encoding, against {@code oqs-interface.md} §1.4, §3.1 to §3.3 and §6.1 written out by hand; read by the JDK's parser, not by ours. What has no public name is not
 * in it: 医療費助成 (§6.4), the six consents of 電子カルテ情報共有 whose place is unknown (§10.5), and of a medical ticket what our registers do not hold.
 */
class FaceFileTest {

    /* No. of §3.3, element, value. Japan is nine hours ahead: 2026-08-03T00:15:04Z is 09:15:04 there. */
    private static final String TABLE = """
            3.1  ProcessExecutionTime                          20260803091504
            3.1  QualificationConfirmationDate                 20260803
            3.1  MedicalInstitutionCode                        1399999999
            3.1  ArbitraryFileIdentifier                       *
            3.1  ReferenceClassification                       1
            3.1  SegmentOfResult                               1
            3.1  CharacterCodeIdentifier                       #
            3.2  ProcessingResultStatus                        1
            3.2  ProcessingResultMessage                       期限が近い
            3.2  QualificationValidity                         1
            1    InsuredCardClassification                     01
            2    InsurerNumber                                 ␣␣139998
            3    InsuredCardSymbol                             架１２-3
            4    InsuredIdentificationNumber                   00567
            5    InsuredBranchNumber                           02
            6    PersonalFamilyClassification                  2
            7    InsuredName                                   架空　一郎
            8    Name                                          架空　●子
            9    NameOfOther                                   架空　花子
            10   NameKana                                      ｶｸｳ␣ﾊﾅｺ
            11   NameOfOtherKana                               ｶｸｳ␣ﾊﾅｺ
            12   Sex1                                          2
            13   Sex2                                          1
            14   Birthdate                                     19510412
            15   Address                                       東京都架空区試験町1-2-3
            16   PostNumber                                    100-9999
            17   QualificationDate                             20200401
            18   DisqualificationDate                          20270401
            19   InsuredCertificateIssuanceDate                20250801
            20   InsuredCardValidDate                          20250801
            21   InsuredCardExpirationDate                     20270731
            22   InsuredPartialContributionRatio               020
            23   PreschoolClassification                       1
            24   ReasonOfLoss                                  03
            25   InsurerName                                   架空区国民健康保険
            26.1 ElderlyRecipientCertificateDate               20260801
            26.2 ElderlyRecipientValidStartDate                20260801
            26.3 ElderlyRecipientValidEndDate                  20270731
            26.4 ElderlyRecipientContributionRatio             030
            27   LimitApplicationCertificateRelatedConsFlg     1
            28   LimitApplicationCertificateRelatedConsTime    20260803091504
            29.1 LimitApplicationCertificateClassification     02
            29.2 LimitApplicationCertificateClassificationFlag B05
            29.3 LimitApplicationCertificateDate               20260802
            29.4 LimitApplicationCertificateValidStartDate     20260801
            29.5 LimitApplicationCertificateValidEndDate       20270731
            29.6 LimitApplicationCertificateLongTermDate       20260901
            30   SpecificDiseasesCertificateRelatedConsFlg     1
            31   SpecificDiseasesCertificateRelatedConsTime    20260803091510
            32   SpecificDiseasesDiseaseCategory               1
            32   SpecificDiseasesCertificateDate               20240401
            32   SpecificDiseasesValidStartDate                20240402
            32   SpecificDiseasesValidEndDate                  20280331
            32   SpecificDiseasesSelfPay                       10000
            6.1  TicketType                                    01
            6.1  MedicalTicketValidDate                        20260801
            6.1  MedicalTicketExpirationDate                   20260831
            6.1  IssueNumber                                   00000123
            6.1  MedicalTreatmentMonth                         202608
            6.1  DesignatedMedicalInstitutionCode              1399999999
            6.1  DesignatedMedicalInstitutionFlag              0
            6.1  SelfPayAmount                                 0
            34   SpecificHealthCheckupsInfoConsFlg             0
            35   PharmacistsInfoConsFlg                        1
            35   PharmacistsInfoConsTime                       20260803091510
            35   PharmacistsInfoAvailableTime                  20260804091510
            36   DiagnosisInfoConsFlg                          1
            36   DiagnosisInfoConsTime                         20260803091511
            36   DiagnosisInfoAvailableTime                    20260804091511
            37   OperationInfoConsFlg                          0
            –    ReferenceNumber                               P000777
            """;

    private static final Instant CONSENTED = Samples.ANSWERED.plusSeconds(6);

    private static Coverage coverage() {
        return new Coverage(
                new InsuredId(new InsurerNumber("139998"), Optional.of("架１２-3"), "00567", Optional.of("02")),
                CoverageClass.GENERAL,
                Optional.of(Relation.DEPENDENT),
                Optional.of("架空　一郎"),
                new Holder(
                        new PersonName("架空　●子", Optional.of("カクウ　ハナコ"), Optional.of("架空　花子"), Optional.of("カクウ　ハナコ")),
                        Sex.FEMALE,
                        Optional.of(Sex.MALE),
                        LocalDate.of(1951, 4, 12),
                        Optional.of("東京都架空区試験町1-2-3"),
                        Optional.of("100-9999")),
                "架空区国民健康保険",
                Optional.of(Period.until(LocalDate.of(2020, 4, 1), LocalDate.of(2027, 4, 1))),
                Optional.of(LocalDate.of(2025, 8, 1)),
                Optional.of(Period.through(LocalDate.of(2025, 8, 1), LocalDate.of(2027, 7, 31))),
                Optional.of(LossReason.OTHER_COVERAGE),
                Optional.of(new CopaymentRate(20)),
                true,
                Optional.of(new ElderlyRecipientCertificate(
                        Optional.of(LocalDate.of(2026, 8, 1)),
                        Period.through(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31)),
                        new CopaymentRate(30))),
                Optional.of(new LimitCertificate(
                        LimitKind.LIMIT_AND_MEAL,
                        LimitClass.B05,
                        Optional.of(LocalDate.of(2026, 8, 2)),
                        Period.through(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31)),
                        Optional.of(LocalDate.of(2026, 9, 1)))),
                List.of(new SpecificDisease(
                        SpecificDiseaseCategory.DIALYSIS,
                        Optional.of(LocalDate.of(2024, 4, 1)),
                        Period.through(LocalDate.of(2024, 4, 2), LocalDate.of(2028, 3, 31)),
                        10000)),
                List.of(new MedicalTicket(
                        YearMonth.of(2026, 8),
                        Period.through(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)),
                        "00000123",
                        Samples.CLINIC,
                        0)));
    }

    private static ReaderAnswers.Given given(Instant at) {
        return new ReaderAnswers.Given(at, Optional.of(at.plus(Duration.ofHours(24))));
    }

    private static byte[] file(Optional<ReaderAnswers> answers, OqsCharset charset) {
        Reply reply = new Reply(
                new Answer.Active(List.of(coverage())),
                Samples.ANSWERED,
                Optional.empty(),
                Optional.of("P000777"),
                Optional.of("期限が近い"),
                List.of());
        Answering answering = new Answering(
                Samples.CLINIC, inquiry -> reply, Clock.fixed(Samples.ANSWERED, java.time.ZoneOffset.UTC), charset);
        return answering.face(reply, Samples.DAY, answers);
    }

    private static Optional<ReaderAnswers> answers() {
        return Optional.of(new ReaderAnswers(
                Map.of(
                        ConsentScope.DISEASES, given(CONSENTED),
                        ConsentScope.MEDICINES, given(CONSENTED),
                        ConsentScope.TREATMENT, given(CONSENTED.plusSeconds(1))),
                Set.of(ConsentScope.CHECKUPS, ConsentScope.OPERATIONS),
                Optional.of(true),
                Optional.of(true)));
    }

    private static Document parsed(byte[] file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static List<String> leaves(Node node) {
        List<String> found = new ArrayList<>();
        boolean isLeaf = true;
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                isLeaf = false;
                found.addAll(leaves(child));
            }
        }
        return isLeaf && node instanceof Element ? List.of(node.getNodeName() + "=" + node.getTextContent()) : found;
    }

    private static List<String> expected(OqsCharset charset) {
        return TABLE.lines()
                .map(line -> line.split(" +"))
                .map(row ->
                        row[1] + "=" + row[2].replace('␣', ' ').replace("#", charset == OqsCharset.UTF_8 ? "0" : "1"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(OqsCharset.class)
    void everyElementHasItsNamePlaceAndFormInBothEncodings(OqsCharset charset) throws Exception {
        Document document = parsed(file(answers(), charset));
        List<String> written = leaves(document).stream()
                .map(leaf -> leaf.replaceFirst("(ArbitraryFileIdentifier)=.+", "$1=*"))
                .toList();

        assertThat(written).containsExactlyElementsOf(expected(charset));
        assertThat(document.getXmlEncoding()).isEqualTo(charset == OqsCharset.UTF_8 ? "UTF-8" : "Shift_JIS");
        assertThat(document.getXmlStandalone()).isFalse();
        assertThat(document.getDocumentElement().getNodeName()).isEqualTo("XmlMsg");
        assertThat(document.getElementsByTagName("QualificationConfirmSearchInfo")
                        .getLength())
                .as("a reader result has no copy of a question (§3.2)")
                .isZero();
    }

    @Test
    void theReadersAnswersAboutSubsidiesAndThePatientCardAreInNoElementBecauseNoneIsPublic() throws Exception {
        String with = String.join(" ", leaves(parsed(file(answers(), OqsCharset.UTF_8))));
        assertThat(with).doesNotContainIgnoringCase("subsid").doesNotContain("PublicMedicalHub", "PrescriptionIssue");
    }

    @Test
    void whatWasNotAskedIsAbsentAndWhereNothingIsToldTheHolderHasAgreedToWhatIsShown() throws Exception {
        Optional<ReaderAnswers> nothingAsked =
                Optional.of(new ReaderAnswers(Map.of(), Set.of(), Optional.empty(), Optional.empty()));
        assertThat(leaves(parsed(file(nothingAsked, OqsCharset.UTF_8))))
                .noneMatch(leaf -> leaf.matches("(Specific|Pharm|Diagnosis|Operation).*Cons(Flg|Time)=.*"))
                .noneMatch(leaf -> leaf.contains("AvailableTime"));
        assertThat(leaves(parsed(file(Optional.empty(), OqsCharset.UTF_8))))
                .contains(
                        "SpecificDiseasesCertificateRelatedConsFlg=1",
                        "SpecificDiseasesCertificateRelatedConsTime=20260803091504")
                .noneMatch(leaf -> leaf.contains("AvailableTime"));
    }
}
