package madoguchi.desk;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * ほかの扱い – a person decided otherwise than the ladder.
 *
 * @param reason the word of the reason in the rule table {@code leaving}
 * @param label the reason as it was called then
 * @param note a remark without names; absent when none was written
 * @param at when
 * @param operator who wrote it down
 */
public record Leaving(String reason, Text label, Optional<String> note, Instant at, String operator) {}
