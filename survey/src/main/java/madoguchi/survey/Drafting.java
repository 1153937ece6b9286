package madoguchi.survey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** 下書きの作成 – turns counts of a facility's log into a draft: what happened at least once is ticked, and a number stands where one is asked for. Only questions with several answers are drafted: an opinion is never guessed. */
final class Drafting {

    private Drafting() {}

    /** The draft; unknown codes are passed over, so that a log may know more than a questionnaire asks. */
    static Answers of(Questionnaire questionnaire, Map<String, Integer> counts) {
        Map<String, Given> given = new HashMap<>();
        for (Question question : questionnaire.questions()) {
            if (question.kind() == QuestionKind.MULTIPLE) {
                given.put(question.id(), given(question, counts));
            }
        }
        return new Answers(given);
    }

    private static Given given(Question question, Map<String, Integer> counts) {
        Set<String> options = new HashSet<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Option option : question.options()) {
            int count = counts.getOrDefault(question.id() + "." + option.code(), 0);
            if (count > 0 && !option.alone()) {
                options.add(option.code());
                if (option.extra() == Option.Extra.COUNT) {
                    numbers.put(option.code(), count);
                }
            }
        }
        return new Given(options, numbers, Map.of());
    }
}
