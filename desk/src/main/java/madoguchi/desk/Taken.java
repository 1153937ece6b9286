package madoguchi.desk;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;

/**
 * 確認したこと – one step taken down the ladder.
 *
 * @param evidence what the clerk saw
 * @param rule the rule that allowed it; absent in facts of the time before rules were written down beside it
 * @param at when
 * @param operator who saw it
 */
public record Taken(EvidenceKind evidence, Optional<String> rule, Instant at, String operator) {

    /** What was done, in words. */
    public Text label() {
        return Deeds.of(evidence);
    }
}
