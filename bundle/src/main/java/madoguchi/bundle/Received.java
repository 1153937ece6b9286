package madoguchi.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Problem;

/**
 * 受領の記録 – one bundle that a desk received.
 *
 * @param id its place in the log
 * @param at when
 * @param refusal why it was refused; absent where it was taken
 * @param head what it says about itself; absent where its signature was not found good
 * @param problems everything that was wrong
 */
public record Received(long id, Instant at, Optional<Refusal> refusal, Optional<Head> head, List<Problem> problems) {

    /** Copies the list. */
    public Received {
        problems = List.copyOf(problems);
    }
}
