package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.BulkRetrieval.Wanted;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.VisitKind;
import madoguchi.json.CoreJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 一括取得の文面 – one JSON object, UTF-8, all values texts; exactly one of these:
 *
 * <pre>
 * {"terminal":"OQS","operator":"terminal","month":"2026-08"}
 * {"terminal":"OQS","operator":"terminal","visit":"HOME","consentedFrom":"2026-08-01","consentedThrough":"2026-08-31"}
 * {"terminal":"OQS","operator":"terminal","visit":"ONLINE","examinedFrom":"2026-08-01","examinedThrough":"2026-08-31"}
 * </pre>
 */
final class RetrievalText {

    /**
     * 要求.
     *
     * @param terminal the terminal or software, 1 to 50 characters
     * @param operator the operator's account name, 1 to 50 characters
     * @param wanted what is asked for
     */
    record Asked(String terminal, String operator, Wanted wanted) {}

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_NAME = 50;
    private static final List<List<String>> FORMS = List.of(
            List.of("month"),
            List.of("visit", "consentedFrom", "consentedThrough"),
            List.of("visit", "examinedFrom", "examinedThrough"));

    private RetrievalText() {}

    /** The whole request as bytes. */
    static byte[] of(BulkRetrieval retrieval) {
        ObjectNode text = CoreJson.mapper().createObjectNode();
        text.put("terminal", retrieval.caller().terminal());
        text.put("operator", retrieval.caller().operator());
        put(text, retrieval.wanted());
        return CoreJson.mapper().writeValueAsBytes(text);
    }

    /** What is asked for alone, as the job keeps it. */
    static String of(Wanted wanted) {
        ObjectNode text = CoreJson.mapper().createObjectNode();
        put(text, wanted);
        return CoreJson.mapper().writeValueAsString(text);
    }

    private static void put(ObjectNode text, Wanted wanted) {
        switch (wanted) {
            case Wanted.Tickets(var month) -> text.put("month", month.toString());
            case Wanted.Consented(var visit, var from, var through) ->
                text.put("visit", visit.name())
                        .put("consentedFrom", from.toString())
                        .put("consentedThrough", through.toString());
            case Wanted.Examined(var from, var through) ->
                text.put("visit", VisitKind.ONLINE.name())
                        .put("examinedFrom", from.toString())
                        .put("examinedThrough", through.toString());
        }
    }

    /** What a job keeps, as written by {@link #of(Wanted)}. */
    static Wanted wanted(String kept) {
        return wanted(CoreJson.mapper().readTree(kept), new ArrayList<>()).orElseThrow();
    }

    /** Reads a request; all its faults, by the names of properties only. */
    static Parsed<Asked> read(byte[] text) {
        Optional<JsonNode> object = object(text);
        if (object.isEmpty()) {
            return Parsed.fault("line 1", "JSON オブジェクトとして読めません。", "Not readable as a JSON object.");
        }
        List<Problem> problems = new ArrayList<>();
        Optional<String> terminal = value(object.get(), "terminal", RetrievalText::name, "1～50文字", problems);
        Optional<String> operator = value(object.get(), "operator", RetrievalText::name, "1～50文字", problems);
        Optional<Wanted> wanted = wanted(object.get(), problems);
        return problems.isEmpty()
                ? Parsed.of(new Asked(terminal.orElseThrow(), operator.orElseThrow(), wanted.orElseThrow()))
                : new Parsed.Faults<>(problems);
    }

    private static Optional<Wanted> wanted(JsonNode object, List<Problem> problems) {
        List<String> names = object.propertyNames().stream()
                .filter(name -> !name.equals("terminal") && !name.equals("operator"))
                .sorted()
                .toList();
        if (FORMS.stream().noneMatch(form -> form.stream().sorted().toList().equals(names))) {
            problems.add(
                    Problem.at(
                            "line 1",
                            "求めるものは month か、visit と同意日（consentedFrom, consentedThrough）か受診日（examinedFrom, examinedThrough）のどれか一つです。",
                            "What is wanted is a month, or visit with consentedFrom and consentedThrough, or with examinedFrom and examinedThrough: one of them."));
            return Optional.empty();
        }
        if (names.contains("month")) {
            return value(object, "month", text -> dated(() -> YearMonth.parse(text, MONTH)), "YYYY-MM", problems)
                    .map(Wanted.Tickets::new);
        }
        return visits(object, names.contains("examinedFrom"), problems);
    }

    private static Optional<Wanted> visits(JsonNode object, boolean examined, List<Problem> problems) {
        String what = examined ? "examined" : "consented";
        Optional<VisitKind> visit =
                value(object, "visit", text -> kind(text, examined), examined ? "ONLINE" : "HOME, ONLINE", problems);
        Optional<LocalDate> from = value(object, what + "From", RetrievalText::day, "YYYY-MM-DD", problems);
        Optional<LocalDate> through = value(object, what + "Through", RetrievalText::day, "YYYY-MM-DD", problems);
        if (visit.isEmpty() || from.isEmpty() || through.isEmpty()) {
            return Optional.empty();
        }
        if (through.get().isBefore(from.get())) {
            problems.add(Problem.at(
                    "line 1: " + what + "Through", "終わりの日が始まりの日より前です。", "The last day lies before the first."));
            return Optional.empty();
        }
        return Optional.of(
                examined
                        ? new Wanted.Examined(from.get(), through.get())
                        : new Wanted.Consented(visit.get(), from.get(), through.get()));
    }

    private static Optional<VisitKind> kind(String text, boolean examined) {
        for (VisitKind kind : VisitKind.values()) {
            if (kind.name().equals(text) && (!examined || kind == VisitKind.ONLINE)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        return dated(() -> LocalDate.parse(text, DAY));
    }

    private static <T> Optional<T> dated(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(String text) {
        return Optional.of(text)
                .filter(t -> !t.isBlank()
                        && t.length() <= LONGEST_NAME
                        && t.codePoints().noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF)));
    }

    private static <T> Optional<T> value(
            JsonNode object, String name, Function<String, Optional<T>> read, String form, List<Problem> problems) {
        Optional<T> value = Optional.ofNullable(object.get(name))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .flatMap(read);
        if (value.isEmpty()) {
            problems.add(Problem.at(
                    "line 1: " + name,
                    name + " がないか、形式が違います（" + form + "）。",
                    name + " is missing or has the wrong form (" + form + ")."));
        }
        return value;
    }

    private static Optional<JsonNode> object(byte[] text) {
        try {
            return Optional.ofNullable(CoreJson.mapper().readTree(new String(text, StandardCharsets.UTF_8)))
                    .filter(JsonNode::isObject);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
