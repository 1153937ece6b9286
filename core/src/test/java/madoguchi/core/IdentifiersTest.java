package madoguchi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of claims-uke.md §9: numbers found in official texts and in data. */
class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01010016", "01040013", "01130012", "01350016", "34130021", "33120015", "06132013", "19136019",
                "51136018", "12143210", "28140507", "52148020", "54147012", "83123067", "85144004", "138016",
                "138024", "39131016", "0110113719"
            })
    void theCheckDigitOfPublishedNumbersHolds(String digits) {
        assertThat(CheckDigit.holds(digits)).isTrue();
    }

    /** Invented numbers; the digits are reckoned by hand from the published weights. */
    @Test
    void theCheckDigitOfAMyNumberIsRecognised() {
        assertThat(CheckDigit.holdsForMyNumber("000000000019")).isTrue();
        assertThat(CheckDigit.holdsForMyNumber("000000000060")).isTrue();
        assertThat(CheckDigit.holdsForMyNumber("000000000018")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"77777777", "99999999", "06139999", "06130012", "06130000", "83136019"})
    void theCheckDigitOfDummyAndBrokenNumbersDoesNotHold(String digits) {
        assertThat(CheckDigit.holds(digits)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "138016, NATIONAL, NATIONAL, 13",
        "01130012, KYOKAI, EMPLOYEES, 13",
        "06132013, SOCIETY, EMPLOYEES, 13",
        "39131016, LATE_ELDERLY, LATE_ELDERLY, 13",
        "34130021, SCHOOLS, EMPLOYEES, 13",
        "12143210, MEDICAL_ASSISTANCE, MEDICAL_ASSISTANCE, 14",
        "54147012, OTHER, OTHER, 14",
    })
    void theSchemeIsReadFromTheFirstTwoDigits(String digits, Scheme scheme, Scheme.Kind kind, String prefecture) {
        InsurerNumber insurer = InsurerNumber.parse("insurer", digits).orElseThrow();
        assertThat(insurer.scheme()).isEqualTo(scheme);
        assertThat(insurer.scheme().kind()).isEqualTo(kind);
        assertThat(insurer.prefecture()).isEqualTo(prefecture);
    }

    @Test
    void anInsurerNumberForgivesWidthSpacesHyphensAndPadding() {
        for (String typed : List.of("１３８０１６", " 138-016 ", "00138016", "138ー016")) {
            assertThat(InsurerNumber.parse("insurer", typed).orElseThrow().digits())
                    .isEqualTo("138016");
        }
        assertThat(new InsurerNumber("138016").paddedWithSpaces()).isEqualTo("  138016");
    }

    @Test
    void aMistypedInsurerNumberIsRefusedButCanExistAsAPeersNumber() {
        assertThat(InsurerNumber.parse("insurer", "138017").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason().ja()).contains("検証番号"));
        assertThat(InsurerNumber.parse("insurer", "1380").problems()).hasSize(1);
        assertThat(new InsurerNumber("77777777").checkDigitHolds()).isFalse();
        assertThatThrownBy(() -> new InsurerNumber("1234567")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyFaultOfAnInsuredIdIsNamedAtOnce() {
        assertThat(InsuredId.parse("1", "記".repeat(21), " ", "123").problems())
                .extracting(Problem::place)
                .containsExactly("insurer", "symbol", "number", "branch");
    }

    @Test
    void symbolsAndNumbersAreKeptAsRegisteredAndComparedWithoutWidthHyphensAndLeadingZeros() {
        InsuredId one = InsuredId.parse("138016", "１２－３４", "00567890", "2").orElseThrow();
        InsuredId other = InsuredId.parse("138016", "1234", "５６７８９０", "02").orElseThrow();
        assertThat(one.symbol()).contains("１２－３４");
        assertThat(one.symbolKey()).isEqualTo(other.symbolKey());
        assertThat(one.numberKey()).isEqualTo(other.numberKey());
        assertThat(one.branch()).isEqualTo(Optional.of("02"));
        assertThat(one.toString()).doesNotContain("567890");
    }

    @Test
    void aDummyMedicalInstitutionCodeIsWarnedAboutNotRefused() {
        MedicalInstitutionCode dummy =
                MedicalInstitutionCode.parse("facility", "1319999913").orElseThrow();
        assertThat(dummy.warning()).isPresent();
        assertThat(new MedicalInstitutionCode("0110113719").warning()).isEmpty();
        assertThat(MedicalInstitutionCode.parse("facility", "131999991").problems())
                .hasSize(1);
    }

    @Test
    void publicPayerAndRecipientNumbersCheckTheirLastDigit() {
        assertThat(PublicPayerNumber.parse("payer", "54147012").orElseThrow().schemeCode())
                .isEqualTo("54");
        assertThat(PublicPayerNumber.parse("payer", "54147013").problems()).hasSize(1);
        assertThat(RecipientNumber.parse("recipient", "1234566", true).problems())
                .isEmpty();
        assertThat(RecipientNumber.parse("recipient", "1234567", true).problems())
                .hasSize(1);
        assertThat(RecipientNumber.parse("recipient", "A-1234567", false).problems())
                .isEmpty();
    }

    @Test
    void aCopaymentRateIsReadFromTheWireAndFromWords() {
        assertThat(CopaymentRate.parse("rate", "030").orElseThrow().label().ja())
                .isEqualTo("3割");
        assertThat(CopaymentRate.parse("rate", "２割").orElseThrow().threeDigits())
                .isEqualTo("020");
        assertThat(CopaymentRate.parse("rate", "25").problems()).hasSize(1);
    }
}
