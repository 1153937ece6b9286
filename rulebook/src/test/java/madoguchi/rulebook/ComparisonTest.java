package madoguchi.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import madoguchi.core.Period;
import madoguchi.policy.Rule;
import madoguchi.policy.Situation;
import madoguchi.policy.Table;
import org.junit.jupiter.api.Test;

/** What a comparison of two days says is what asking every situation on both days gives. */
class ComparisonTest {

    @Test
    void onEveryDayOnWhichATableChangesTheSameRowsHandOverAsSituationBySituation() {
        for (Table table : TinyApp.BOOK.tables()) {
            for (Period days : table.segments()) {
                if (!days.from().equals(Rule.OPEN_START)) {
                    LocalDate now = days.from();
                    LocalDate before = now.minusDays(1);
                    assertThat(said(Comparison.between(table, before, now)))
                            .as(table.name() + " on " + now)
                            .isEqualTo(asked(table, before, now))
                            .isEqualTo(said(Comparison.between(table, now, before)));
                }
            }
        }
    }

    private static Set<String> said(Comparison changes) {
        return changes.changes().stream()
                .map(change -> change.before().id() + " → " + change.now().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> asked(Table table, LocalDate before, LocalDate now) {
        Set<String> pairs = new TreeSet<>();
        for (int i = 0; i < table.situations(); i++) {
            Situation situation = table.situation(i);
            Rule old = table.decide(before, situation);
            Rule fresh = table.decide(now, situation);
            if (!old.equals(fresh)) {
                pairs.add(old.id() + " → " + fresh.id());
            }
        }
        return pairs;
    }
}
