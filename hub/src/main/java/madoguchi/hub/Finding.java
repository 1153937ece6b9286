package madoguchi.hub;

import java.util.List;
import madoguchi.core.Answer;

/**
 * 判明 – an answer with the facts it rests on.
 *
 * @param answer the outcome as it is told
 * @param outcome the outcome as it is logged; apart from the answer only where a facility learns less than the hub knows
 * @param facts ids of the facts shown or relied on; empty when nothing was found or nothing may be shown
 * @param registered ids of the entries of the other registers, where the answer rests on nothing else
 */
record Finding(Answer answer, Outcome outcome, List<Long> facts, List<Long> registered) {

    /** Copies the lists. */
    Finding {
        facts = List.copyOf(facts);
        registered = List.copyOf(registered);
    }

    Finding(Answer answer, List<Long> facts) {
        this(answer, Outcome.of(answer), facts, List.of());
    }

    static Finding nothing() {
        return new Finding(new Answer.NotFound(), List.of());
    }

    /** 利用登録なし – the card is known, and its holder has not enrolled it: the facility is told that nothing was found, and why. */
    static Finding notEnrolled(List<Long> registered) {
        return new Finding(new Answer.NotFound(), Outcome.NOT_ENROLLED, List.of(), registered);
    }
}
