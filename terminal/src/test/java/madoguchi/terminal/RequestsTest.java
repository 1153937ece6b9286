package madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import madoguchi.core.Problem;
import org.junit.jupiter.api.Test;

/** Requests, read and written ({@code oqs-interface.md} §2). */
class RequestsTest {

    private static final String SEARCH = "XmlMsg/MessageBody/QualificationConfirmSearchInfo/";

    private static java.util.List<String> faultPlaces(String xml) {
        return Requests.read(Samples.utf8(xml)).problems().stream()
                .map(Problem::place)
                .toList();
    }

    @Test
    void theSampleRequestIsUnderstood() {
        assertThat(Requests.read(Samples.bytes(Samples.REQUEST)).orElseThrow()).isEqualTo(Samples.hanakoRequest());
    }

    @Test
    void aShiftJisRequestIsUnderstood() {
        String kanji = Samples.text(Samples.REQUEST).replace(">12-34<", ">髙い・１２<");

        assertThat(Requests.read(Samples.inShiftJis(kanji))
                        .orElseThrow()
                        .search()
                        .insured()
                        .symbol())
                .contains("髙い・１２");
    }

    @Test
    void theRequestIsWrittenAsTheSampleByteForByte() {
        assertThat(Requests.write(Samples.hanakoRequest(), OqsCharset.UTF_8)).isEqualTo(Samples.bytes(Samples.REQUEST));
    }

    @Test
    void theOrderOfChildrenDoesNotMatterAndEmptyIsAbsent() {
        String turned = Samples.text(Samples.REQUEST)
                .replace("<InsuredBranchNumber>02</InsuredBranchNumber>", "<InsuredBranchNumber></InsuredBranchNumber>")
                .replace("<Birthdate>19870412</Birthdate>", "")
                .replace("<InsurerNumber>", "<Birthdate>19870412</Birthdate><InsurerNumber>");

        Request read = Requests.read(Samples.utf8(turned)).orElseThrow();

        assertThat(read.search().insured().branch()).isEmpty();
        assertThat(read.search().birth()).isEqualTo(Samples.hanakoSearch().birth());
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        String bad = Samples.text(Samples.REQUEST)
                .replace("<QualificationConfirmationDate>20260803<", "<QualificationConfirmationDate>20260230<")
                .replace("<MedicalInstitutionCode>1399999999<", "<MedicalInstitutionCode>13<")
                .replace("<InsurerNumber>  139991<", "<InsurerNumber>13999<")
                .replace("<InsuredIdentificationNumber>567890</InsuredIdentificationNumber>", "")
                .replace("<InsuredBranchNumber>02<", "<InsuredBranchNumber>2<")
                .replace("<Birthdate>19870412</Birthdate>", "")
                .replace("ConsFlg>1<", "ConsFlg>2<");

        assertThat(faultPlaces(bad))
                .containsExactly(
                        "XmlMsg/MessageHeader/QualificationConfirmationDate",
                        "XmlMsg/MessageHeader/MedicalInstitutionCode",
                        SEARCH + "InsurerNumber",
                        SEARCH + "InsuredIdentificationNumber",
                        SEARCH + "InsuredBranchNumber",
                        SEARCH + "Birthdate",
                        SEARCH + "LimitApplicationCertificateRelatedConsFlg");
    }

    @Test
    void aMessageWithoutHeaderAndBodyNamesAllThatIsMissing() {
        assertThat(faultPlaces("<XmlMsg/>")).hasSize(6);
    }

    @Test
    void twoPersonsInASingleRequestAreRefused() {
        assertThat(faultPlaces(Samples.text("OQSmuquc01req_202608030010.xml")))
                .containsExactly("XmlMsg/MessageBody/QualificationConfirmSearchInfo");
    }

    @Test
    void faultsNeverCarryThePersonsData() {
        String bad = Samples.text(Samples.REQUEST).replace(">567890<", ">123456789012345678901<");

        assertThat(Requests.read(Samples.utf8(bad)).problems().toString()).doesNotContain("12345678901");
    }
}
