package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import madoguchi.core.Problem;
import org.junit.jupiter.api.Test;

/** Seed 001, 不詳レセプトの請求①: what must hold, and what to do where it does not. */
final class ChecklistTest {

    private static final RuleBook BOOK = RuleBook.bundled();
    private static final LocalDate DAY = LocalDate.parse("2026-04-10");

    @Test
    void aClaimAsUnidentifiedIsAllowedOnlyWhenEveryConditionHolds() {
        assertThat(check(Map.of()).verdict()).isEqualTo("holds");
        assertThat(check(Map.of()).open()).isEmpty();
    }

    @Test
    void aReturningVisitAPhoneAndSeveralDaysEachForbidIt() {
        for (String condition :
                new String[] {"first-visit", "one-day", "card-presented", "not-only-phone-or-certificate"}) {
            Checklist checked = check(Map.of(condition, "no"));
            assertThat(checked.verdict()).as(condition).isEqualTo("forbids");
            assertThat(checked.open()).hasSize(1);
        }
    }

    @Test
    void aPatientNotYetAskedLeavesItOpen() {
        assertThat(check(Map.of("asked-afterwards", "unknown")).verdict()).isEqualTo("find-out");
    }

    @Test
    void wordsItDoesNotKnowAreAllNamedAtOnce() {
        assertThat(Checklist.of(BOOK, DAY, Map.of("first-visit", "perhaps", "moon-phase", "yes"))
                        .problems())
                .extracting(Problem::place)
                .containsExactly("first-visit", "moon-phase");
    }

    private static Checklist check(Map<String, String> but) {
        Map<String, String> states = new HashMap<>();
        BOOK.table("unidentified").facets().getFirst().kinds().forEach(kind -> states.put(kind.word(), "yes"));
        states.putAll(but);
        return Checklist.of(BOOK, DAY, states).orElseThrow();
    }
}
