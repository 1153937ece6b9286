package madoguchi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;

/**
 * 点検 – every condition of a claim as unidentified (不詳), each decided by its row of the table {@code unidentified}; all must hold (seed 001, 不詳レセプトの請求①).
 *
 * @param items the rows, by the word of their condition, in the table's order
 */
public record Checklist(Map<String, Rule> items) {

    private static final String TABLE = "unidentified";

    /** Keeps the order. */
    public Checklist {
        items = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /**
     * 不詳の可否 – checks all conditions on a day.
     *
     * @param states {@code yes}, {@code no} or {@code unknown} by the word of a condition; a condition left out is {@code unknown}
     * @return all faults at once: a condition that the table does not have, a state that is none
     */
    public static Parsed<Checklist> of(RuleBook book, LocalDate day, Map<String, String> states) {
        Table table = book.table(TABLE);
        Facet conditions = table.facets().getFirst();
        Facet state = table.facets().getLast();
        List<Problem> problems = new ArrayList<>();
        Map<String, Rule> items = new LinkedHashMap<>();
        for (Kind condition : conditions.kinds()) {
            String word = states.getOrDefault(condition.word(), "unknown");
            Optional<Kind> is = state.kind(word);
            is.ifPresentOrElse(
                    kind -> items.put(condition.word(), table.decide(day, condition, kind)),
                    () -> problems.add(
                            Problem.at(condition.word(), "yes・no・unknown のどれかです。", "This is yes, no or unknown.")));
        }
        states.keySet().stream()
                .filter(word -> conditions.kind(word).isEmpty())
                .sorted()
                .forEach(word -> problems.add(Problem.at(word, "知らない条件です。", "There is no condition of this name.")));
        return problems.isEmpty() ? Parsed.of(new Checklist(items)) : new Parsed.Faults<>(problems);
    }

    /** 結論 – {@code forbids} where one condition forbids it, else {@code find-out} where one is still open, else {@code holds}. */
    public String verdict() {
        return items.values().stream().anyMatch(rule -> rule.verdict().equals("forbids"))
                ? "forbids"
                : items.values().stream().anyMatch(rule -> rule.verdict().equals("find-out")) ? "find-out" : "holds";
    }

    /** 満たさない条件 – the rows that do not hold: each says what to do instead. */
    public List<Rule> open() {
        return items.values().stream()
                .filter(rule -> !rule.verdict().equals("holds"))
                .toList();
    }
}
