package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import madoguchi.core.Text;
import madoguchi.policy.Box;
import madoguchi.policy.Kind;
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
public record Changes(Text earlier, Text later, List<Change> changes, List<RowView> begins, List<RowView> ends) {

    /**
     * ひとつの違い.
     *
     * @param who the situations, each way in words
     * @param before what decided them
     * @param now what decides them
     * @param sameWords verdict and sentence stay the same, and only the row behind them differs
     */
    public record Change(List<Text> who, RowView before, RowView now, boolean sameWords) {}

    /** Copies the lists. */
    public Changes {
        changes = List.copyOf(changes);
        begins = List.copyOf(begins);
        ends = List.copyOf(ends);
    }

    static Changes between(Table table, LocalDate one, LocalDate other) {
        LocalDate earlier = one.isBefore(other) ? one : other;
        LocalDate later = one.isBefore(other) ? other : one;
        List<Rule> ended = onlyOn(table, earlier, later);
        List<Rule> begun = onlyOn(table, later, earlier);
        List<Change> changes = new ArrayList<>();
        for (Rule now : begun) {
            for (Rule before : ended) {
                List<Box> shared = shared(before, now);
                if (!shared.isEmpty()) {
                    changes.add(new Change(
                            Wording.boxes(table, shared),
                            RowView.of(table, before),
                            RowView.of(table, now),
                            sameWords(before, now)));
                }
            }
        }
        changes.sort((a, b) -> Boolean.compare(a.sameWords(), b.sameWords()));
        return new Changes(Wording.day(earlier), Wording.day(later), changes, views(table, begun), views(table, ended));
    }

    private static List<RowView> views(Table table, List<Rule> rules) {
        return rules.stream().map(rule -> RowView.of(table, rule)).toList();
    }

    private static List<Rule> onlyOn(Table table, LocalDate day, LocalDate other) {
        return table.rules().stream()
                .filter(rule -> rule.inForce().contains(day) && !rule.inForce().contains(other))
                .toList();
    }

    private static boolean sameWords(Rule before, Rule now) {
        return before.verdict().equals(now.verdict())
                && before.then().next().equals(now.then().next())
                && before.then().evidence().equals(now.then().evidence());
    }

    /* The table is total on both days, so a situation changes hands exactly where a box of the old row meets one of the new. */
    private static List<Box> shared(Rule before, Rule now) {
        return before.when().boxes().stream()
                .flatMap(a -> now.when().boxes().stream().map(b -> shared(a, b)))
                .filter(box -> box.kinds().stream().noneMatch(Set::isEmpty))
                .toList();
    }

    private static Box shared(Box a, Box b) {
        return new Box(IntStream.range(0, a.kinds().size())
                .mapToObj(i -> shared(a.kinds().get(i), b.kinds().get(i)))
                .toList());
    }

    private static Set<Kind> shared(Set<Kind> a, Set<Kind> b) {
        Set<Kind> both = new LinkedHashSet<>(a);
        both.retainAll(b);
        return both;
    }
}
