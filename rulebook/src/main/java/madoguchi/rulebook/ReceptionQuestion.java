package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.Answer;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.json.CoreJson;
import madoguchi.policy.Facility;
import madoguchi.policy.InsurerGroup;
import madoguchi.policy.Kind;
import madoguchi.policy.Known;
import madoguchi.policy.Occasion;
import madoguchi.policy.Outcome;
import madoguchi.policy.Reception;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Seen;
import madoguchi.policy.Shown;
import madoguchi.policy.Situation;
import madoguchi.policy.Table;
import madoguchi.policy.Visit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 受付についての問い – the table {@code insurance}, asked as a reception desk knows things: the outcome as a word or the whole answer, the insurer as a word or its number, and defaults for what is
 * ordinary. With it come the claim, where the reception is accepted, and each subsidy.
 */
final class ReceptionQuestion {

    /** What holds where a field is left out. */
    static final Map<String, String> DEFAULTS = Map.of(
            "facility", Facility.ONLINE.word(),
            "occasion", Occasion.ORDINARY.word(),
            "seen", Seen.NOT_YET.word(),
            "insurer", InsurerGroup.OTHER_OR_UNKNOWN.word());

    /** The whole answer, instead of {@link #OUTCOME}. */
    static final String ANSWER = "answer";

    /** The kind of answer. */
    static final String OUTCOME = "outcome";

    /** The number, instead of {@link #INSURER}. */
    static final String INSURER_NUMBER = "insurerNumber";

    /** The kind of insurer. */
    static final String INSURER = "insurer";

    /** Which coverage is known for the claim; follows from the rest where left out. */
    static final String KNOWN = "known";

    /** The subsidies the patient relies on, decided apart from the insurance. */
    static final String SUBSIDIES = "subsidies";

    /** The table that decides one of them. */
    static final String SUBSIDY = "subsidy";

    /** The table, and the part of the decision, that says with which coverage to claim. */
    static final String CLAIM = "claim";

    /** The most subsidies of one reception. */
    static final int MOST_SUBSIDIES = 20;

    private ReceptionQuestion() {}

    /** The decision on insurance, claim and each subsidy; every fault at once, by field. */
    static Parsed<JsonNode> decide(RuleBook book, ObjectNode object) {
        Sheet sheet = new Sheet(object);
        Optional<LocalDate> day = sheet.day(TableQuestion.DAY);
        Table insurance = book.table(RuleService.INSURANCE);
        Map<String, String> typed = TableQuestion.words(insurance, sheet);
        Optional<Answer> answer = sheet.node(ANSWER).flatMap(node -> answer(sheet, node));
        Map<String, String> words = words(sheet, typed, answer);
        Optional<Known> known = known(sheet);
        List<Situation> subsidies = subsidies(book.table(SUBSIDY), sheet);
        return TableQuestion.decide(insurance, sheet, day, words)
                .map(decision ->
                        whole(book, decision, known.orElseGet(() -> known(decision.situation(), answer)), subsidies));
    }

    private static JsonNode whole(RuleBook book, Decision decision, Known known, List<Situation> subsidies) {
        ObjectNode whole = CoreJson.mapper().valueToTree(decision);
        Table claim = book.table(CLAIM);
        decision.means()
                .map(means ->
                        claim.read(Map.of("means", means, KNOWN, known.word())).orElseThrow())
                .ifPresent(one ->
                        whole.set(CLAIM, CoreJson.mapper().valueToTree(Decision.of(claim, decision.day(), one))));
        ArrayNode each = whole.putArray(SUBSIDIES);
        subsidies.forEach(
                one -> each.add(CoreJson.mapper().valueToTree(Decision.of(book.table(SUBSIDY), decision.day(), one))));
        return whole;
    }

    private static Optional<Known> known(Sheet sheet) {
        Optional<String> typed = sheet.text(KNOWN);
        Optional<Known> known = typed.flatMap(word -> Arrays.stream(Known.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst());
        if (typed.isPresent() && known.isEmpty()) {
            String words = Arrays.stream(Known.values()).map(Known::word).collect(Collectors.joining(", "));
            sheet.fault(KNOWN, "区分にない値です。使えるのは " + words + " です。", "This is no kind of it. Known are: " + words + ".");
        }
        return known;
    }

    /* Which coverage is known follows from the reception as at our own desk. */
    private static Known known(Map<String, String> said, Optional<Answer> answer) {
        return word(Outcome.values(), said.get(OUTCOME)).tellsCoverage()
                ? Known.CURRENT
                : new Reception(
                                LocalDate.EPOCH,
                                word(Shown.values(), said.get("shown")),
                                answer.orElseGet(Answer.NotAsked::new),
                                word(Visit.values(), said.get("visit")))
                        .having(word(Seen.values(), said.get("seen")))
                        .known();
    }

    private static <K extends Kind> K word(K[] kinds, @Nullable String word) {
        return Arrays.stream(kinds)
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static List<Situation> subsidies(Table table, Sheet sheet) {
        List<Situation> situations = new ArrayList<>();
        Optional<JsonNode> list = sheet.node(SUBSIDIES);
        if (list.isPresent() && !(list.get().isArray() && list.get().size() <= MOST_SUBSIDIES)) {
            sheet.fault(
                    SUBSIDIES,
                    MOST_SUBSIDIES + " 個までの配列 […] で書いてください。",
                    "This is an array […] of at most " + MOST_SUBSIDIES + ".");
            return situations;
        }
        for (int i = 0; i < list.map(JsonNode::size).orElse(0); i++) {
            String item = SUBSIDIES + "[" + i + "]";
            Parsed<Situation> one = list.get().get(i) instanceof ObjectNode object
                    ? TableQuestion.situation(table, object)
                    : Parsed.fault("", "オブジェクト {…} を書いてください。", "This is not an object {…}.");
            switch (one) {
                case Parsed.Value<Situation>(var situation) -> situations.add(situation);
                case Parsed.Faults<Situation>(var problems) -> sheet.faults(Sheet.below(item, problems));
            }
        }
        return situations;
    }

    private static Map<String, String> words(Sheet sheet, Map<String, String> typed, Optional<Answer> answer) {
        Map<String, String> words = new HashMap<>(DEFAULTS);
        words.putAll(typed);
        Optional<InsurerNumber> number = sheet.text(INSURER_NUMBER).flatMap(text -> number(sheet, text));
        sheet.notBoth(OUTCOME, ANSWER);
        sheet.notBoth(INSURER, INSURER_NUMBER);
        sheet.notBoth(INSURER, ANSWER);
        answer.ifPresent(given -> words.put(OUTCOME, Outcome.of(given).word()));
        if (!sheet.has(INSURER)) {
            words.put(INSURER, insurer(answer, number).word());
        }
        if (sheet.has(ANSWER) && answer.isEmpty()) {
            // The answer has its own faults; that no outcome follows from it is not another one.
            words.put(OUTCOME, Outcome.NOT_ASKED.word());
        }
        return words;
    }

    private static Optional<Answer> answer(Sheet sheet, JsonNode node) {
        try {
            Answer answer = node.isObject() ? CoreJson.mapper().treeToValue(node, Answer.class) : null;
            if (answer == null) {
                sheet.fault(ANSWER, "照会の回答（JSON のオブジェクト）を書いてください。", "Write the answer of an inquiry (a JSON object).");
            }
            return Optional.ofNullable(answer);
        } catch (JacksonException unreadable) {
            sheet.fault(place(unreadable), "照会の回答として読めません。", "This cannot be read as the answer of an inquiry.");
            return Optional.empty();
        }
    }

    /* Property names only: values are a patient's data. */
    private static String place(JacksonException unreadable) {
        return unreadable.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining("", ANSWER, ""));
    }

    private static Optional<InsurerNumber> number(Sheet sheet, String text) {
        return switch (InsurerNumber.parse(INSURER_NUMBER, text)) {
            case Parsed.Value<InsurerNumber>(var number) -> Optional.of(number);
            case Parsed.Faults<InsurerNumber>(var problems) -> {
                sheet.faults(problems);
                yield Optional.empty();
            }
        };
    }

    /* The same reading as at our own desk: the answer's coverage decides, then the number asked about. */
    private static InsurerGroup insurer(Optional<Answer> answer, Optional<InsurerNumber> number) {
        Reception reception =
                new Reception(LocalDate.EPOCH, Shown.NOTHING, answer.orElseGet(Answer.NotAsked::new), Visit.FIRST);
        return number.map(reception::asking).orElse(reception).insurer();
    }
}
