package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.policy.Rule;
import madoguchi.web.Field;
import madoguchi.web.Form;

/**
 * 絞り込み – what a reader wants to see of a table.
 *
 * @param day the rules of this day; today where nothing readable was typed
 * @param compare what differs from this day
 * @param words words that must occur
 * @param readings only rows that the sources do not state outright
 * @param allDays rows of other days too
 * @param form what was typed, what was understood, and every fault
 */
public record Filter(
        LocalDate day, Optional<LocalDate> compare, String words, boolean readings, boolean allDays, Form form) {

    /** The field. */
    public static final Field DAY = Field.text(
            "day",
            new Text("日付", "Day"),
            new Text("空なら今日。R8.4.1、20260401 も可", "empty for today; 2026-04-01, R8.4.1"),
            false);
    /** The field. */
    public static final Field COMPARE = Field.text(
            "compare", new Text("比べる日", "Compare with"), new Text("この日との違いを出す", "shows what differs from it"), false);
    /** The field. */
    public static final Field WORDS = Field.text(
            "words",
            new Text("言葉", "Words"),
            new Text("例: お知らせ 国保、R-OLD-13", "such as: notice national, R-OLD-13"),
            false);

    private static final int LONGEST = 200;

    /** Reads the query of an address; a day that cannot be read is shown as a fault, and today stands in for it. */
    static Filter of(Map<String, String> query, LocalDate today) {
        Map<String, String> typed = new LinkedHashMap<>();
        query.forEach((name, value) -> typed.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value));
        List<Problem> problems = new ArrayList<>();
        Map<String, Text> understood = new HashMap<>();
        Optional<LocalDate> day = day(typed, DAY, problems, understood);
        Optional<LocalDate> compare = day(typed, COMPARE, problems, understood);
        return new Filter(
                day.orElse(today),
                compare,
                typed.getOrDefault(WORDS.name(), ""),
                typed.containsKey("readings"),
                typed.containsKey("all"),
                new Form(typed, problems, understood));
    }

    private static Optional<LocalDate> day(
            Map<String, String> typed, Field field, List<Problem> problems, Map<String, Text> understood) {
        String text = typed.getOrDefault(field.name(), "");
        if (text.isBlank()) {
            return Optional.empty();
        }
        return switch (Wareki.parse(field.name(), text)) {
            case Parsed.Value<LocalDate>(var day) -> {
                understood.put(field.name(), Wording.bothWays(day));
                yield Optional.of(day);
            }
            case Parsed.Faults<LocalDate>(var faults) -> {
                problems.addAll(faults);
                yield Optional.empty();
            }
        };
    }

    /** The rows of a table that are wanted. */
    boolean wants(Rule rule) {
        return (allDays || rule.inForce().contains(day)) && !(readings && rule.certain());
    }

    /** The query that keeps everything but the two days. */
    Map<String, String> onDays(LocalDate otherDay, Optional<LocalDate> otherCompare) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("day", otherDay.toString());
        otherCompare.ifPresent(with -> query.put("compare", with.toString()));
        query.put("words", words);
        query.put("readings", readings ? "on" : "");
        query.put("all", allDays ? "on" : "");
        return query;
    }
}
