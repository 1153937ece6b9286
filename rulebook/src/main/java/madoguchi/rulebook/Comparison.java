package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.List;
import madoguchi.core.Text;
import madoguchi.policy.Changes;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;

/**
 * 違い – what a table says differently on two days.
 *
 * @param earlier the earlier day
 * @param later the later day
 * @param changes for whom another row decides, and which; those whose words change come first
 * @param begins ids of the rows in force on the later day only
 * @param ends ids of the rows in force on the earlier day only
 */
public record Comparison(Text earlier, Text later, List<Change> changes, List<RowView> begins, List<RowView> ends) {

    /**
     * ひとつの違い.
     *
     * @param who the situations, each way in words
     * @param before what decided them
     * @param now what decides them
     * @param sameWords verdict and sentence stay the same, and only the row behind them differs
     */
    public record Change(List<Text> who, RowView before, RowView now, boolean sameWords) {

        private static Change of(Table table, madoguchi.policy.Change.Decided change) {
            return new Change(
                    Wording.boxes(table, change.boxes()),
                    RowView.of(table, change.before()),
                    RowView.of(table, change.after()),
                    switch (change.extent()) {
                        case VERDICT, STEP -> false;
                        case BASIS, NONE -> true;
                    });
        }
    }

    /** Copies the lists. */
    public Comparison {
        changes = List.copyOf(changes);
        begins = List.copyOf(begins);
        ends = List.copyOf(ends);
    }

    static Comparison between(Table table, LocalDate one, LocalDate other) {
        LocalDate earlier = one.isBefore(other) ? one : other;
        LocalDate later = one.isBefore(other) ? other : one;
        List<Rule> ended = onlyOn(table, earlier, later);
        List<Rule> begun = onlyOn(table, later, earlier);
        List<Change> changes = Changes.between(table, earlier, later)
                .map(change -> Change.of(table, change))
                .toList();
        return new Comparison(
                Wording.day(earlier), Wording.day(later), changes, views(table, begun), views(table, ended));
    }

    private static List<RowView> views(Table table, List<Rule> rules) {
        return rules.stream().map(rule -> RowView.of(table, rule)).toList();
    }

    private static List<Rule> onlyOn(Table table, LocalDate day, LocalDate other) {
        return table.rules().stream()
                .filter(rule -> rule.inForce().contains(day) && !rule.inForce().contains(other))
                .toList();
    }
}
