package madoguchi.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Problem;
import org.springframework.util.MultiValueMap;

/**
 * 回答画面の読取 – what was ticked and typed on the web form, and every fault at once under its question.
 *
 * @param answers what was understood
 * @param problems faults; the place is the question's id
 */
public record SurveyForms(Answers answers, List<Problem> problems) {

    private static final int MOST_WORDS = 2_000;

    /** Copies the list. */
    public SurveyForms {
        problems = List.copyOf(problems);
    }

    /** Reads the fields {@code q6} (several), {@code q8.full.count}, {@code q7} …. */
    static SurveyForms read(Questionnaire questionnaire, MultiValueMap<String, String> fields) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Given> given = new HashMap<>();
        for (Question question : questionnaire.questions()) {
            given.put(question.id(), given(question, fields, problems));
        }
        return new SurveyForms(new Answers(given), problems);
    }

    private static Given given(Question question, MultiValueMap<String, String> fields, List<Problem> problems) {
        return switch (question.kind()) {
            case FIXED -> Given.NOTHING;
            case OPEN -> Given.written(words(question, fields.getFirst(question.id()), problems));
            case NUMBER ->
                new Given(
                        Set.of(),
                        number(question, fields.getFirst(question.id()), problems)
                                .map(number -> Map.of(Given.ITSELF, number))
                                .orElse(Map.of()),
                        Map.of());
            case SINGLE, MULTIPLE -> boxes(question, fields, problems);
        };
    }

    private static Given boxes(Question question, MultiValueMap<String, String> fields, List<Problem> problems) {
        Set<String> codes = new HashSet<>(fields.getOrDefault(question.id(), List.of()));
        AnswerCheck.of(question, codes).forEach(reason -> problems.add(new Problem(question.id(), reason)));
        codes.removeIf(code -> question.option(code).isEmpty());
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Option option : question.options()) {
            String beside = question.id() + "." + option.code();
            switch (option.extra()) {
                case COUNT ->
                    number(question, fields.getFirst(beside + ".count"), problems)
                            .ifPresent(number -> numbers.put(option.code(), number));
                case TEXT -> texts.put(option.code(), words(question, fields.getFirst(beside + ".text"), problems));
                case NONE -> {}
            }
        }
        return new Given(codes, numbers, texts);
    }

    private static String words(
            Question question, @org.jspecify.annotations.Nullable String typed, List<Problem> problems) {
        String words = typed == null ? "" : typed;
        if (words.length() > MOST_WORDS) {
            problems.add(Problem.at(question.id(), "2,000字までで書いてください。", "Write at most 2,000 characters."));
        }
        return words;
    }

    private static Optional<Integer> number(
            Question question, @org.jspecify.annotations.Nullable String typed, List<Problem> problems) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        Optional<Integer> number = AnswerCheck.number(typed);
        if (number.isEmpty()) {
            problems.add(Problem.at(
                    question.id(), "件数は0～99,999の整数で書いてください。", "Write the number as a whole number from 0 to 99,999."));
        }
        return number;
    }
}
