package madoguchi.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Problem;
import madoguchi.policy.Facet;
import madoguchi.policy.Kind;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;
import madoguchi.policy.ValueName;

/*
 * The program asks the tables that came with it, by their names, facets and kinds, and knows what to do with the verdicts they can give. Other rules may have
 * other rows, more tables, and more kinds at the end of a list; they may not lack a question that the program asks nor give an answer it does not know.
 */

/** 必要なもの – whether other rules answer everything this program asks. */
final class Needs {

    private final List<Problem> problems = new ArrayList<>();

    private Needs() {}

    /** Everything that is missing from {@code other} or that this program would not understand; empty when it fits. */
    static List<Problem> problems(RuleBook own, RuleBook other) {
        Needs needs = new Needs();
        own.tables().forEach(table -> needs.table(table, other));
        return needs.problems;
    }

    private void table(Table needed, RuleBook other) {
        if (!other.has(needed.name())) {
            fault(needed.name(), "この表がありません。", "This table is missing.");
            return;
        }
        Table given = other.table(needed.name());
        if (!names(needed).equals(names(given))) {
            fault(
                    needed.name(),
                    "切り口が違います。要るのは " + String.join(", ", names(needed)) + " です。",
                    "It has other facets. Needed are " + String.join(", ", names(needed)) + ".");
            return;
        }
        for (int i = 0; i < needed.facets().size(); i++) {
            facet(needed, needed.facets().get(i), given.facets().get(i));
        }
        verdicts(needed, given);
        values(needed, given);
    }

    private static List<String> names(Table table) {
        return table.facets().stream().map(Facet::name).toList();
    }

    /* A kind is found by its place in the list, so a longer list is fine and a shuffled one is not. */
    private void facet(Table table, Facet needed, Facet given) {
        List<String> words = words(needed.kinds());
        List<String> found = words(given.kinds());
        if (found.size() < words.size() || !found.subList(0, words.size()).equals(words)) {
            fault(
                    table.name() + "." + needed.name(),
                    "区分が足りません。この順に要るのは " + needed.words() + " です。",
                    "Kinds are missing. Needed, in this order, are " + needed.words() + ".");
        }
    }

    private void verdicts(Table needed, Table given) {
        Set<String> known = Set.copyOf(words(needed.verdicts()));
        words(given.verdicts()).stream()
                .filter(word -> !known.contains(word))
                .forEach(word -> fault(
                        needed.name(),
                        "結論 \"" + word + "\" をこのプログラムは知りません。",
                        "This program does not know the verdict \"" + word + "\"."));
    }

    private void values(Table needed, Table given) {
        Set<String> found = given.values().stream().map(ValueName::name).collect(Collectors.toSet());
        needed.values().stream()
                .map(ValueName::name)
                .filter(name -> !found.contains(name))
                .forEach(name ->
                        fault(needed.name(), "値 \"" + name + "\" がありません。", "The value \"" + name + "\" is missing."));
    }

    private static List<String> words(List<Kind> kinds) {
        return kinds.stream().map(Kind::word).toList();
    }

    private void fault(String place, String ja, String en) {
        problems.add(Problem.at(place, ja, en));
    }
}
