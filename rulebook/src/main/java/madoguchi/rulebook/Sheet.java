package madoguchi.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import madoguchi.core.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 要求の項目 – one JSON object, asked for its fields by name. Every fault goes into one list with the field's name, never with its value; what was not asked for is refused at the end. */
final class Sheet {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST_NAME = 60;

    private final ObjectNode object;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    Sheet(ObjectNode object) {
        this.object = object;
    }

    /** Whether the field is there; it is known from now on. */
    boolean has(String name) {
        known.add(name);
        return object.has(name);
    }

    /** Whether one of the fields is there; all are known from now on. */
    boolean hasAny(String... names) {
        known.addAll(List.of(names));
        return Arrays.stream(names).anyMatch(object::has);
    }

    /** A text; empty when absent or, with a problem, when it is not a text. */
    Optional<String> text(String name) {
        return node(name).flatMap(node -> {
            if (node.isString()) {
                return Optional.of(node.stringValue());
            }
            fault(name, "文字列（\"…\"）で書いてください。", "This field is a text (\"…\").");
            return Optional.empty();
        });
    }

    /** The field as it stands; empty when absent. */
    Optional<JsonNode> node(String name) {
        return has(name) ? Optional.of(object.get(name)) : Optional.empty();
    }

    /** A required day, {@code 2026-04-01}. */
    Optional<LocalDate> day(String name) {
        if (!has(name)) {
            fault(name, "日付がありません。2026-04-01 の形で書いてください。", "The day is missing. Write it like 2026-04-01.");
            return Optional.empty();
        }
        return optionalDay(name);
    }

    /** A day, {@code 2026-04-01}; empty when absent. */
    Optional<LocalDate> optionalDay(String name) {
        return text(name).flatMap(text -> {
            Optional<LocalDate> day = calendar(text);
            if (day.isEmpty()) {
                fault(name, "暦にある日付を 2026-04-01 の形で書いてください。", "Write a day of the calendar, like 2026-04-01.");
            }
            return day;
        });
    }

    private static Optional<LocalDate> calendar(String text) {
        try {
            return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    void fault(String name, String ja, String en) {
        problems.add(Problem.at(name, ja, en));
    }

    /** Refuses two fields that say the same thing. */
    void notBoth(String one, String other) {
        known.addAll(List.of(one, other));
        if (object.has(one) && object.has(other)) {
            fault(
                    other,
                    one + " と " + other + " は、どちらか一つだけ書いてください。",
                    "Write either \"" + one + "\" or \"" + other + "\", not both.");
        }
    }

    /** The same problems, of fields of an item: {@code [3].shown}. */
    static List<Problem> below(String item, List<Problem> problems) {
        return problems.stream()
                .map(problem ->
                        new Problem(problem.place().isEmpty() ? item : item + "." + problem.place(), problem.reason()))
                .toList();
    }

    /** Takes problems of another reading; a field that has one already keeps that one. */
    void faults(List<Problem> more) {
        more.stream()
                .filter(problem ->
                        problems.stream().noneMatch(known -> known.place().equals(problem.place())))
                .toList()
                .forEach(problems::add);
    }

    /** All problems, those about fields nobody asked for included. */
    List<Problem> closed() {
        String names = String.join(", ", known);
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault(
                        shortened(name),
                        "知らない項目です。使えるのは " + names + " です。",
                        "This field is not known. Known are: " + names + "."));
        return problems;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
