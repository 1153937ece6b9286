package madoguchi.hub;

import java.util.List;
import madoguchi.core.Answer;

/**
 * 判明 – an answer with the facts it rests on.
 *
 * @param answer the outcome
 * @param facts ids of the facts shown or relied on; empty when nothing was found or nothing may be shown
 */
record Finding(Answer answer, List<Long> facts) {

    static Finding nothing() {
        return new Finding(new Answer.NotFound(), List.of());
    }
}
