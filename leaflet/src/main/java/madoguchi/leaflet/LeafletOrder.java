package madoguchi.leaflet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.policy.RuleBook;
import madoguchi.web.Field;
import madoguchi.web.Form;

/**
 * 注文 – what somebody wants printed, as typed: the words of a form, an address or a command line.
 *
 * @param kind which kind of print
 * @param typed {@code day}, {@code since}, {@code size}, {@code voice}, {@code variant}; absent ones have their usual value
 */
public record LeafletOrder(LeafletKind kind, Map<String, String> typed) {

    /** The field. */
    public static final Field DAY = Field.text(
            "day",
            new Text("いつの規則で", "By the rules of"),
            new Text("空なら今日。R8.4.1、20260401 も可", "empty for today; 2026-04-01, R8.4.1"),
            false);
    /** The field. */
    public static final Field SINCE = Field.text(
            "since", new Text("いつと比べて", "Compared with"), new Text("空ならその前の日", "empty for the day before"), false);

    /** Copies the words. */
    public LeafletOrder {
        typed = Map.copyOf(typed);
    }

    /**
     * 読取 – what is to be printed; every fault at once, by field.
     *
     * @param rules the book in force
     * @param today the day of issue; also the day whose rules count where none was typed
     * @param place the facility's name, or nothing
     */
    public Parsed<Issue> issue(RuleBook rules, LocalDate today, String place) {
        List<Problem> problems = new ArrayList<>();
        LocalDate day = day(DAY, problems).orElse(today);
        LocalDate since = day(SINCE, problems).orElse(day.minusDays(1));
        if (since.isAfter(day)) {
            problems.add(
                    Problem.at(SINCE.name(), "比べる日は、その日より前にしてください。", "The day to compare with lies before the other."));
        }
        Optional<PaperSize> size = one("size", PaperSize.of(word("size")), kind.sizes(), problems);
        Optional<Voice> voice = one("voice", Voice.of(word("voice")), sortedVoices(), problems);
        Optional<String> variant = variant(problems);
        return problems.isEmpty()
                ? Parsed.of(new Issue(
                        rules,
                        day,
                        since,
                        today,
                        voice.orElse(Voice.JA),
                        size.orElse(kind.sizes().getFirst()),
                        variant,
                        place))
                : new Parsed.Faults<>(problems);
    }

    private List<Voice> sortedVoices() {
        return kind.voices().stream().sorted().toList();
    }

    /** 入力欄 – what was typed, what was understood of it, and what is wrong. */
    Form form(Parsed<Issue> read) {
        Map<String, Text> understood = new HashMap<>();
        for (Field field : List.of(DAY, SINCE)) {
            day(field, new ArrayList<>()).ifPresent(day -> understood.put(field.name(), both(day)));
        }
        return new Form(typed, read.problems(), understood);
    }

    private static Text both(LocalDate day) {
        return new Text(Foot.day(day, Voice.JA), Foot.day(day, Voice.EN));
    }

    private String word(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private Optional<LocalDate> day(Field field, List<Problem> problems) {
        if (word(field.name()).isEmpty()) {
            return Optional.empty();
        }
        return switch (Wareki.parse(field.name(), word(field.name()))) {
            case Parsed.Value<LocalDate>(var day) -> Optional.of(day);
            case Parsed.Faults<LocalDate>(var faults) -> {
                problems.addAll(faults);
                yield Optional.empty();
            }
        };
    }

    private <T> Optional<T> one(String field, Optional<T> read, List<T> allowed, List<Problem> problems) {
        if (word(field).isEmpty()) {
            return Optional.empty();
        }
        if (read.filter(allowed::contains).isEmpty()) {
            String words = String.join(
                    ", ", allowed.stream().map(LeafletOrder::written).toList());
            problems.add(Problem.at(field, "この印刷物で選べるのは " + words + " です。", "This print has: " + words + "."));
        }
        return read;
    }

    private static String written(Object choice) {
        return choice instanceof Voice voice ? voice.word() : choice.toString();
    }

    private Optional<String> variant(List<Problem> problems) {
        String word = word("variant");
        if (word.isEmpty()) {
            return kind.variants().keySet().stream().findFirst();
        }
        if (!kind.variants().containsKey(word)) {
            String words = String.join(", ", kind.variants().keySet());
            problems.add(Problem.at(
                    "variant",
                    kind.variants().isEmpty() ? "この印刷物は一種類だけです。" : "選べるのは " + words + " です。",
                    kind.variants().isEmpty() ? "There is only one form of this print." : "Known are: " + words + "."));
        }
        return Optional.of(word);
    }
}
