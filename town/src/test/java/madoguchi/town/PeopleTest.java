package madoguchi.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The people of the town are well formed. */
final class PeopleTest {

    private final Town town = Town.load();

    @Test
    void aTownOfFortyAndMoreEachWithAKeyOfTheirOwn() {
        assertThat(town.people()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(town.people())
                .extracting(Townsperson::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z]+(-[a-z]+)+"));
    }

    @Test
    void everyTroubleOfTheSurveyHappensToSomebody() {
        assertThat(town.people().stream()
                        .flatMap(person -> person.troubles().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Trouble.values());
    }

    @Test
    void everybodyHasATroubleAndOneToThreeOrFewMoreExpectations() {
        assertThat(town.people()).allSatisfy(person -> {
            assertThat(person.troubles()).isNotEmpty();
            assertThat(person.expectations()).hasSizeBetween(1, 4);
            assertThat(person.expectations())
                    .allSatisfy(expected -> assertThat(person.ids()).containsKey(expected.ask()));
        });
    }

    @Test
    void everyInsurerNumberHasAFittingCheckDigit() {
        assertThat(town.people())
                .flatMap(person -> person.ids().values())
                .allMatch(id -> id.insurer().checkDigitHolds());
    }

    @Test
    void referenceNumbersNameOnePatientEach() {
        assertThat(town.people())
                .flatMap(person -> person.referenceNumber().stream().toList())
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void theSubsidiesOfTheTownAreOfSeveralSchemes() {
        assertThat(town.people())
                .flatMap(Townsperson::subsidies)
                .extracting(subsidy -> subsidy.payer().schemeCode())
                .contains("54", "52", "21", "15", "51", "80", "81", "88");
    }

    @Test
    void aStrangerIsRefusedByName() {
        assertThatThrownBy(() -> town.person("dare-ka"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("dare-ka");
        assertThatThrownBy(() -> town.person("mihon-hanako").id("former"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("former");
    }

    @Test
    void theClinicIsTheOneOfTheScreens() {
        assertThat(town.clinic().facility().digits()).isEqualTo("1319999913");
        assertThat(town.clinic().name()).isEqualTo("みなと架空診療所");
        assertThat(town.clinic().caller().facility()).isEqualTo(town.clinic().facility());
    }

    @Test
    void noPersonIsPrintedByAccident() {
        assertThat(town.person("mihon-hanako")).hasToString("mihon-hanako");
    }
}
