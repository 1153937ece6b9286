package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table that is shipped: its size, its cuts, and what no row of it may say. */
final class BundledRulesTest {

    private static final RuleTable TABLE = RuleTable.bundled();

    @Test
    void thereAre512Situations() {
        assertThat(Situation.all()).hasSize(8 * 8 * 2 * 4).doesNotHaveDuplicates();
        assertThat(Situation.all().get(300).ordinal()).isEqualTo(300);
    }

    @Test
    void theDaysAreCutWhereRulesChange() {
        assertThat(TABLE.segments().periods())
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
    void every4096CasesAreDecidedByARowInForceWhoseConditionHolds() {
        int cases = 0;
        for (var days : TABLE.segments().periods()) {
            LocalDate day = days.lastDay().orElse(days.from());
            for (Situation situation : Situation.all()) {
                Rule rule = TABLE.decide(day, situation).rule();
                assertThat(rule.inForce().contains(day)).isTrue();
                assertThat(rule.when().holdsFor(situation)).isTrue();
                cases++;
            }
        }
        assertThat(cases).isEqualTo(512 * 8);
    }

    @Test
    void everyExampleIsDecidedByItsRow() {
        for (Rule rule : TABLE.rules()) {
            Example example = rule.example();
            assertThat(TABLE.decide(example.day(), example.situation()).rule()).isEqualTo(rule);
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
    void noAnswerOfAnInquiryEverLeadsToFullCharge() {
        assertThat(TABLE.rules()).extracting(Rule::then).doesNotContain(new Verdict.FullCharge());
    }

    @Test
    void noSentenceSaysThatAPatientIsUninsured() {
        assertThat(TABLE.rules())
                .flatMap(rule -> List.of(
                        rule.next().ja(),
                        rule.patient().map(words -> words.ja()).orElse("")))
                .noneMatch(words -> words.contains("無保険") || words.contains("保険に入っていません"));
    }

    @Test
    void ourOwnReadingsAndGapsAreNeverCalledCertain() {
        assertThat(TABLE.rules())
                .filteredOn(rule -> rule.id().startsWith("M-")
                        || rule.id().startsWith("G-")
                        || rule.id().startsWith("X-"))
                .isNotEmpty()
                .noneMatch(Rule::certain);
    }
}
