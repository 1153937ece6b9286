package madoguchi.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 単純集計 – every question counted over the valid answers of a round. A pure fold.
 *
 * @param questionnaire by which the answers were given
 * @param counted what was counted and what was not
 * @param tallies one for each question that is asked, in order
 */
public record Tabulation(Questionnaire questionnaire, Counted counted, List<Tally> tallies) {

    /** Copies the list. */
    public Tabulation {
        tallies = List.copyOf(tallies);
    }

    /** 集計. */
    public static Tabulation of(Questionnaire questionnaire, Counted counted) {
        return new Tabulation(
                questionnaire,
                counted,
                questionnaire.questions().stream()
                        .filter(question -> question.kind() != QuestionKind.FIXED)
                        .map(question -> tally(question, counted.valid()))
                        .toList());
    }

    /** The tally of a question; refuses an id there is none of. */
    public Tally tally(String id) {
        return tallies.stream()
                .filter(tally -> tally.question().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such question"));
    }

    /** 回収率 – valid answers of those addressed (R-SVY-01). */
    public Share rate(long addressees) {
        return new Share(counted.valid().size(), addressees);
    }

    private static Tally tally(Question question, List<Response> valid) {
        List<Answers> asked = valid.stream()
                .map(Response::answers)
                .filter(answers -> answers.isAsked(question))
                .toList();
        List<Given> given = asked.stream()
                .map(answers -> answers.to(question))
                .filter(one -> !one.isNothing())
                .toList();
        long beside = valid.stream()
                .map(Response::answers)
                .filter(answers ->
                        !answers.isAsked(question) && !answers.to(question).isNothing())
                .count();
        return new Tally(question, asked.size(), given.size(), lines(question, given), numbers(given), beside);
    }

    private static List<Tally.Line> lines(Question question, List<Given> given) {
        return question.options().stream()
                .map(option -> new Tally.Line(
                        option,
                        new Share(
                                given.stream()
                                        .filter(one -> one.options().contains(option.code()))
                                        .count(),
                                given.size())))
                .toList();
    }

    private static Map<String, SortedMap<Integer, Long>> numbers(List<Given> given) {
        Map<String, SortedMap<Integer, Long>> numbers = new HashMap<>();
        given.forEach(one -> one.numbers()
                .forEach((code, number) ->
                        numbers.computeIfAbsent(code, _ -> new TreeMap<>()).merge(number, 1L, Long::sum)));
        return numbers;
    }
}
