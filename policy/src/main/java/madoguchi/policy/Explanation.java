package madoguchi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.core.Text;

/**
 * 説明 – why a row decides a situation on a day.
 *
 * @param decides the row
 * @param timeline what decides the same situation on all days, in their order
 * @param asides every other row of the table, and why it does not decide
 */
public record Explanation(Rule decides, List<RuleInForce> timeline, List<Aside> asides) {

    /**
     * 当たらない行.
     *
     * @param rule the row
     * @param inForce whether it is in force on the day
     * @param reasons at least one: the days, and each facet that differs
     */
    public record Aside(Rule rule, boolean inForce, List<Text> reasons) {

        /** Copies the list. */
        public Aside {
            reasons = List.copyOf(reasons);
        }
    }

    /** Copies the lists. */
    public Explanation {
        timeline = List.copyOf(timeline);
        asides = List.copyOf(asides);
    }

    /** 他の日の行 – the asides that would decide this very situation on another day. */
    public List<Aside> onOtherDays() {
        return asides.stream()
                .filter(aside -> !aside.inForce() && aside.reasons().size() == 1)
                .toList();
    }

    static Aside aside(Table table, Rule rule, LocalDate day, Situation situation) {
        List<Text> reasons = new ArrayList<>();
        boolean inForce = rule.inForce().contains(day);
        if (!inForce) {
            reasons.add(new Text("適用は " + rule.days() + " です。", "It is in force " + rule.days() + "."));
        }
        rule.when().boxes().stream()
                .map(box -> differences(table, box, situation))
                .min(Comparator.comparingInt(List::size))
                .ifPresent(reasons::addAll);
        return new Aside(rule, inForce, reasons);
    }

    /* Of a row with several boxes, the nearest one tells why. */
    private static List<Text> differences(Table table, Box box, Situation situation) {
        return IntStream.range(0, table.facets().size())
                .filter(i -> !box.kinds().get(i).contains(situation.kinds().get(i)))
                .mapToObj(i -> differs(table.facets().get(i), box.kinds().get(i)))
                .toList();
    }

    private static Text differs(Facet facet, Set<Kind> wanted) {
        List<Kind> kinds = facet.kinds().stream().filter(wanted::contains).toList();
        return new Text(
                facet.label().ja() + "が「"
                        + kinds.stream().map(kind -> kind.label().ja()).collect(Collectors.joining("・"))
                        + "」のときの行です。",
                "It is for " + facet.label().en() + ": "
                        + kinds.stream().map(kind -> kind.label().en()).collect(Collectors.joining(", ")) + ".");
    }
}
