package madoguchi.survey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 紙の回答 – what was certain on a page together with what people decided about the rest. */
final class PaperAnswers {

    private PaperAnswers() {}

    /** The whole answer. */
    static Answers of(Questionnaire questionnaire, Answers certain, List<SurveyStore.Decided> decided) {
        Map<String, Given> given = new HashMap<>();
        for (Question question : questionnaire.questions()) {
            given.put(
                    question.id(),
                    of(
                            certain.to(question),
                            decided.stream()
                                    .filter(one -> one.question().equals(question.id()))
                                    .toList()));
        }
        return new Answers(given);
    }

    private static Given of(Given certain, List<SurveyStore.Decided> decided) {
        Set<String> options = new HashSet<>(certain.options());
        Map<String, Integer> numbers = new HashMap<>(certain.numbers());
        Map<String, String> texts = new HashMap<>(certain.texts());
        for (SurveyStore.Decided one : decided) {
            switch (one.kind()) {
                case "MARK" -> {
                    if (one.value().equals("yes")) {
                        options.add(one.option());
                    }
                }
                case "NUMBER" -> AnswerCheck.number(one.value()).ifPresent(number -> numbers.put(one.option(), number));
                default -> texts.put(one.option(), one.value());
            }
        }
        return new Given(options, numbers, texts);
    }
}
