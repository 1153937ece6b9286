package madoguchi.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Problem;

/**
 * 回答画面 – all that the page of an addressee shows.
 *
 * @param token the link's token
 * @param round the round
 * @param questionnaire the questions
 * @param answers what is filled in
 * @param problems faults by question id
 * @param figures counts from the facility's own log, by question and option code; empty without consent
 * @param state what just happened
 * @param answered whether an answer came before
 */
public record AnswerView(
        String token,
        Round round,
        Questionnaire questionnaire,
        Answers answers,
        List<Problem> problems,
        Map<String, Integer> figures,
        State state,
        boolean answered) {

    /** 直前の動作. */
    public enum State {
        /** 開いた. */
        OPENED,
        /** 下書きを保存した. */
        SAVED,
        /** 記録から下書きした. */
        DRAFTED,
        /** 誤りがある. */
        FAULTY
    }

    /** Copies its parts. */
    public AnswerView {
        problems = List.copyOf(problems);
        figures = Map.copyOf(figures);
    }

    /** Whether a box is ticked. */
    public boolean isTicked(Question question, Option option) {
        return answers.to(question).options().contains(option.code());
    }

    /** The words typed beside an option, or for the question. */
    public String words(Question question, String option) {
        return answers.to(question).texts().getOrDefault(option, "");
    }

    /** The number typed. */
    public String number(Question question, String option) {
        return Optional.ofNullable(answers.to(question).numbers().get(option))
                .map(String::valueOf)
                .orElse("");
    }

    /** The count of the facility's log, if there is one; nothing is told of what never happened. */
    public Optional<Integer> figure(Question question, Option option) {
        return Optional.ofNullable(figures.get(question.id() + "." + option.code()))
                .filter(count -> count > 0);
    }

    /** The faults of a question. */
    public List<Problem> problemsOf(Question question) {
        return problems.stream()
                .filter(problem -> problem.place().equals(question.id()))
                .toList();
    }
}
