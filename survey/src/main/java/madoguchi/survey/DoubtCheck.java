package madoguchi.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.core.Problem;

/** 判断の点検 – what is wrong with what a person decided about a scanned form; nothing where it can be taken. */
final class DoubtCheck {

    private DoubtCheck() {}

    /**
     * All faults, each at the field {@code d} and the number of its doubt.
     *
     * @param values what was decided: {@code yes} or {@code no} for a mark, a number or nothing for a number, words for handwriting
     */
    static List<Problem> of(Questionnaire questionnaire, Map<PendingDoubt, String> values) {
        List<Problem> problems = new ArrayList<>();
        values.forEach((doubt, value) -> {
            if (doubt.kind().equals("MARK") && !Set.of("yes", "no").contains(value)) {
                problems.add(Problem.at(place(doubt), "「印あり」か「印なし」を選んでください。", "Choose marked or not marked."));
            }
            if (doubt.kind().equals("NUMBER")
                    && !value.isBlank()
                    && AnswerCheck.number(value).isEmpty()) {
                problems.add(Problem.at(
                        place(doubt), "0～99,999の整数か、空欄にしてください。", "Write a whole number from 0 to 99,999, or nothing."));
            }
        });
        problems.addAll(marked(questionnaire, values));
        return problems;
    }

    private static String place(PendingDoubt doubt) {
        return "d" + doubt.id();
    }

    /** A person may not decide what nobody may answer: two boxes where one is meant. */
    private static List<Problem> marked(Questionnaire questionnaire, Map<PendingDoubt, String> values) {
        Map<String, Set<String>> marked = new HashMap<>();
        Map<String, PendingDoubt> last = new HashMap<>();
        values.forEach((doubt, value) -> {
            if (doubt.kind().equals("MARK") && value.equals("yes")) {
                String key = doubt.scan() + " " + doubt.question();
                marked.computeIfAbsent(key, _ -> new HashSet<>()).add(doubt.option());
                last.put(key, doubt);
            }
        });
        List<Problem> problems = new ArrayList<>();
        last.forEach((key, doubt) -> questionnaire
                .question(doubt.question())
                .ifPresent(question -> AnswerCheck.of(question, marked.getOrDefault(key, Set.of()))
                        .forEach(reason -> problems.add(new Problem(place(doubt), reason)))));
        return problems;
    }
}
