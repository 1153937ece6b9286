package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Period;
import org.junit.jupiter.api.Test;

/** The table that is shipped: its size, its cuts, and what no row of it may say. */
final class BundledRulesTest {

    private static final RuleBook BOOK = RuleBook.bundled();
    private static final Table TABLE = BOOK.table("insurance");

    @Test
    void aSituationStandsAtItsOwnNumberAndNoOther() {
        assertThat(TABLE.situations()).isEqualTo(11 * 9 * 3 * 4 * 3 * 2 * 9);
        for (int number : new int[] {0, 300, 64_151}) {
            Kind[] kinds = TABLE.situation(number).kinds().toArray(Kind[]::new);
            assertThat(TABLE.space().at(kinds)).isEqualTo(number);
        }
    }

    @Test
    void theDaysAreCutWhereRulesChange() {
        assertThat(TABLE.segments())
                .extracting(Days::written)
                .containsExactly(
                        "– 2024-12-01",
                        "2024-12-02 – 2025-06-26",
                        "2025-06-27 – 2025-07-31",
                        "2025-08-01 – 2025-08-03",
                        "2025-08-04 – 2025-09-18",
                        "2025-09-19 – 2025-12-01",
                        "2025-12-02 – 2026-03-31",
                        "2026-04-01 –");
    }

    @Test
    void everySituationOfEveryTableIsDecidedByExactlyOneRowOnEveryDay() {
        for (Table table : BOOK.tables()) {
            for (Period days : table.segments()) {
                List<Rule> inForce = table.rules().stream()
                        .filter(rule -> rule.inForce().contains(days.from()))
                        .toList();
                int decided = 0;
                for (Rule rule : inForce) {
                    for (Box box : rule.when().boxes()) {
                        decided += box.kinds().stream().mapToInt(Set::size).reduce(1, (a, b) -> a * b);
                    }
                }
                assertThat(decided)
                        .as(table.name() + " on " + Days.written(days))
                        .isEqualTo(table.situations());
            }
        }
    }

    @Test
    void everyExampleIsDecidedByItsRow() {
        for (Table table : BOOK.tables()) {
            for (Rule rule : table.rules()) {
                assertThat(table.decide(rule.example().day(), rule.example().situation()))
                        .isEqualTo(rule);
            }
        }
    }

    @Test
    void theRulesOfTheSliceAreAllCarriedOut() {
        Set<String> basis =
                TABLE.rules().stream().flatMap(rule -> rule.basis().stream()).collect(Collectors.toSet());

        assertThat(basis)
                .contains("R-ACC-01", "R-ACC-02", "R-ACC-03", "R-ACC-04")
                .contains("R-OLD-02", "R-OLD-10", "R-OLD-11", "R-OLD-12", "R-OLD-13", "R-OLD-15", "R-OLD-16")
                .contains("R-FB-01", "R-FB-02", "R-FB-03", "R-FB-04", "R-FB-05", "R-SP-02", "R-SP-05")
                .contains("R-INV-01", "R-INV-02", "R-INV-03", "R-INV-04", "R-INV-05", "R-INV-06", "R-INV-07")
                .contains("X-07", "G-01", "G-02", "G-03", "G-04", "G-08", "G-09");
    }

    @Test
    void onlyASchoolEventWithoutAnyPaperLeadsToFullChargeByItself() {
        assertThat(TABLE.rules())
                .filteredOn(rule -> rule.verdict().equals("full-charge"))
                .extracting(Rule::id)
                .containsExactly("R-SCH-03");
    }

    @Test
    void noSentenceSaysThatAPatientIsUninsured() {
        assertThat(TABLE.rules())
                .flatMap(rule -> List.of(
                        rule.then().next().ja(),
                        rule.then().patient().map(Spoken::ja).orElse("")))
                .noneMatch(words -> words.contains("無保険") || words.contains("保険に入っていません"));
    }

    @Test
    void ourOwnReadingsAndGapsAreNeverCalledCertain() {
        assertThat(BOOK.tables())
                .flatExtracting(Table::rules)
                .filteredOn(rule -> rule.id().startsWith("M-") || rule.id().startsWith("G-"))
                .isNotEmpty()
                .noneMatch(Rule::certain);
    }
}
