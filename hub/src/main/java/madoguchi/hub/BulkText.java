package madoguchi.hub;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRequest;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Typed;
import madoguchi.json.CoreJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 一括照会の文面 – JSON lines (one JSON object a line, UTF-8): the first line is the request, each following one a question. All values but {@code limitConsent} are texts.
 *
 * <pre>
 * {"day":"2026-11-22","terminal":"desk","operator":"reception"}
 * {"insurer":"139998","symbol":"12-34","number":"567890","branch":"02","birth":"1987-04-12","limitConsent":false,"identifier":"123_1"}
 * </pre>
 */
final class BulkText {

    /** The first line. */
    record Header(LocalDate day, String terminal, String operator) {}

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_PART = 20;
    private static final int LONGEST_NAME = 50;

    private BulkText() {}

    /** The whole request as bytes. */
    static byte[] of(BulkRequest request) {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(request.questions().size() * 160 + 200);
        ObjectNode header = CoreJson.mapper().createObjectNode();
        header.put("day", request.day().toString());
        header.put("terminal", request.caller().terminal());
        header.put("operator", request.caller().operator());
        add(out, header);
        request.questions().forEach(question -> add(out, line(question)));
        return out.toByteArray();
    }

    private static void add(ByteArrayOutputStream out, JsonNode line) {
        out.writeBytes(CoreJson.mapper().writeValueAsBytes(line));
        out.write('\n');
    }

    private static ObjectNode line(BulkQuestion question) {
        ObjectNode line = CoreJson.mapper().createObjectNode();
        line.put("insurer", question.insured().insurer().digits());
        question.insured().symbol().ifPresent(symbol -> line.put("symbol", symbol));
        line.put("number", question.insured().number());
        question.insured().branch().ifPresent(branch -> line.put("branch", branch));
        line.put("birth", question.birth().toString());
        line.put("limitConsent", question.limitConsent());
        question.identifier().ifPresent(identifier -> line.put("identifier", identifier));
        return line;
    }

    /** Reads the first line; all its faults. */
    static Parsed<Header> header(byte[] line) {
        Optional<JsonNode> object = object(line);
        if (object.isEmpty()) {
            return Parsed.fault("line 1", "1行目は JSON オブジェクトです。", "The first line is a JSON object.");
        }
        Reading read = new Reading("line 1", object.get());
        Optional<LocalDate> day = read.day("day");
        Optional<String> terminal = read.need("terminal", BulkText::isName, "1～50文字", "1 to 50 characters");
        Optional<String> operator = read.need("operator", BulkText::isName, "1～50文字", "1 to 50 characters");
        read.nothingElse(List.of("day", "terminal", "operator"));
        return read.problems.isEmpty()
                ? Parsed.of(new Header(day.orElseThrow(), terminal.orElseThrow(), operator.orElseThrow()))
                : new Parsed.Faults<>(read.problems);
    }

    /**
     * Reads one question with all its faults.
     *
     * @param number of the line in the text, from 1: the place of its faults
     */
    static BulkLine question(int number, byte[] line) {
        String place = "line " + number;
        Optional<JsonNode> object = object(line);
        if (object.isEmpty()) {
            return BulkLine.faulty(
                    Optional.empty(),
                    List.of(Problem.at(place, "JSON オブジェクトとして読めません。", "Not readable as a JSON object.")));
        }
        Reading read = new Reading(place, object.get());
        Optional<String> identifier = read.may("identifier", BulkText::isName, "1～50文字", "1 to 50 characters");
        Optional<String> insurer = read.need(
                "insurer", InsurerNumber::hasShape, "数字8桁（国保は6桁）", "8 digits, or 6 for National Health Insurance");
        Optional<String> symbol = read.may("symbol", BulkText::isPart, "1～20文字", "1 to 20 characters");
        Optional<String> insured = read.need("number", BulkText::isPart, "1～20文字", "1 to 20 characters");
        Optional<String> branch =
                read.may("branch", text -> text.length() == 2 && Typed.isDigits(text), "数字2桁", "two digits");
        Optional<LocalDate> birth = read.day("birth");
        boolean consent = read.flag("limitConsent");
        read.nothingElse(List.of("identifier", "insurer", "symbol", "number", "branch", "birth", "limitConsent"));
        return read.problems.isEmpty()
                ? BulkLine.of(new BulkQuestion(
                        new InsuredId(new InsurerNumber(insurer.orElseThrow()), symbol, insured.orElseThrow(), branch),
                        birth.orElseThrow(),
                        consent,
                        identifier))
                : BulkLine.faulty(identifier, read.problems);
    }

    /** A text that the database can keep and a screen can show. */
    private static boolean isPart(String text) {
        return !text.isBlank() && text.length() <= LONGEST_PART && isPlain(text);
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME && isPlain(text);
    }

    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
    }

    private static Optional<JsonNode> object(byte[] line) {
        try {
            return Optional.ofNullable(CoreJson.mapper().readTree(new String(line, StandardCharsets.UTF_8)))
                    .filter(JsonNode::isObject);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** One object being read; collects what is wrong, by the names of properties only. */
    private static final class Reading {
        private final String place;
        private final JsonNode object;
        private final List<Problem> problems = new ArrayList<>();

        Reading(String place, JsonNode object) {
            this.place = place;
            this.object = object;
        }

        Optional<String> need(String name, Predicate<String> form, String ja, String en) {
            if (absent(name)) {
                wrong(name, "がありません（" + ja + "）。", "is missing (" + en + ").");
                return Optional.empty();
            }
            return may(name, form, ja, en);
        }

        Optional<String> may(String name, Predicate<String> form, String ja, String en) {
            if (absent(name)) {
                return Optional.empty();
            }
            Optional<String> text =
                    Optional.of(object.get(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
            if (text.filter(form).isEmpty()) {
                wrong(name, "の形式が違います（" + ja + "）。", "has the wrong form (" + en + ").");
            }
            return text.filter(form);
        }

        Optional<LocalDate> day(String name) {
            return need(name, text -> parsed(text).isPresent(), "実在する日付 YYYY-MM-DD", "an existing day, YYYY-MM-DD")
                    .flatMap(Reading::parsed);
        }

        private static Optional<LocalDate> parsed(String text) {
            try {
                return Optional.of(LocalDate.parse(text, DAY));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }

        boolean flag(String name) {
            if (absent(name)) {
                return false;
            }
            if (!object.get(name).isBoolean()) {
                wrong(name, "は true か false です。", "is true or false.");
                return false;
            }
            return object.get(name).booleanValue();
        }

        void nothingElse(List<String> names) {
            for (String name : object.propertyNames()) {
                if (!names.contains(name)) {
                    problems.add(Problem.at(place, "知らない項目があります。", "There is an unknown property."));
                    return;
                }
            }
        }

        private boolean absent(String name) {
            return !object.has(name) || object.get(name).isNull();
        }

        private void wrong(String name, String ja, String en) {
            problems.add(Problem.at(place + ": " + name, name + " " + ja, name + " " + en));
        }
    }
}
