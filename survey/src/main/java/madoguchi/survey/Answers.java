package madoguchi.survey;

import java.util.Map;
import java.util.Optional;

/**
 * 回答票 – all that one facility answered, by question id; a question without an answer is not there.
 *
 * @param given what was given
 */
public record Answers(Map<String, Given> given) {

    /** Copies the map, without empty answers. */
    public Answers {
        given = given.entrySet().stream()
                .filter(answer -> !answer.getValue().isNothing())
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** 白紙か – whether no question was answered. */
    public boolean isBlank() {
        return given.isEmpty();
    }

    /** The answer to a question; {@link Given#NOTHING} for 無回答. */
    public Given to(Question question) {
        return to(question.id());
    }

    Given to(String id) {
        return given.getOrDefault(id, Given.NOTHING);
    }

    /** 回答すべき人か – whether this facility is asked the question at all. */
    public boolean isAsked(Question question) {
        Optional<Question.After> after = question.after();
        return after.isEmpty()
                || to(after.get().question()).options().stream()
                        .anyMatch(after.get().options()::contains);
    }
}
