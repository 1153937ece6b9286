package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.Answer;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.json.CoreJson;
import madoguchi.policy.Facet;
import madoguchi.policy.Facility;
import madoguchi.policy.InsurerGroup;
import madoguchi.policy.Occasion;
import madoguchi.policy.Outcome;
import madoguchi.policy.Reception;
import madoguchi.policy.Seen;
import madoguchi.policy.Shown;
import madoguchi.policy.Table;
import madoguchi.policy.Visit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 受付についての問い – the table {@code insurance}, asked as a reception desk knows things: the outcome as a word or the whole answer, the insurer as a word or its number, and defaults for what is
 * ordinary.
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

    private ReceptionQuestion() {}

    /** The decision on the reception; every fault at once, by field. */
    static Parsed<Decision> decide(Table insurance, ObjectNode object) {
        Sheet sheet = new Sheet(object);
        Optional<LocalDate> day = sheet.day(TableQuestion.DAY);
        Map<String, String> words = new HashMap<>(DEFAULTS);
        for (Facet facet : insurance.facets()) {
            sheet.text(facet.name()).ifPresent(word -> words.put(facet.name(), word));
        }
        Optional<Answer> answer = sheet.node(ANSWER).flatMap(node -> answer(sheet, node));
        Optional<InsurerNumber> number = sheet.text(INSURER_NUMBER).flatMap(text -> number(sheet, text));
        notBoth(sheet, OUTCOME, ANSWER);
        notBoth(sheet, INSURER, INSURER_NUMBER);
        notBoth(sheet, INSURER, ANSWER);
        answer.ifPresent(given -> words.put(OUTCOME, Outcome.of(given).word()));
        if (!sheet.has(INSURER)) {
            words.put(INSURER, insurer(answer, number).word());
        }
        if (sheet.has(ANSWER) && answer.isEmpty()) {
            // The answer has its own faults; that no outcome follows from it is not another one.
            words.put(OUTCOME, Outcome.NOT_ASKED.word());
        }
        return TableQuestion.decide(insurance, sheet, day, words);
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

    private static void notBoth(Sheet sheet, String one, String other) {
        if (sheet.has(one) && sheet.has(other)) {
            sheet.fault(
                    other,
                    one + " と " + other + " は、どちらか一つだけ書いてください。",
                    "Write either \"" + one + "\" or \"" + other + "\", not both.");
        }
    }

    /* The same reading as at our own desk: the answer's coverage decides, then the number asked about. */
    private static InsurerGroup insurer(Optional<Answer> answer, Optional<InsurerNumber> number) {
        Reception reception =
                new Reception(LocalDate.EPOCH, Shown.NOTHING, answer.orElseGet(Answer.NotAsked::new), Visit.FIRST);
        return number.map(reception::asking).orElse(reception).insurer();
    }
}
