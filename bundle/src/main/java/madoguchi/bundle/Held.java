package madoguchi.bundle;

import java.time.Instant;
import java.util.Optional;
import madoguchi.policy.Policy;

/**
 * 手元の規則 – rules that were found good, and from when on they decide.
 *
 * @param head what the bundle says about itself; absent for the rules that came with the program
 * @param receivedAt when they came
 * @param policy decides by them
 */
public record Held(Optional<Head> head, Instant receivedAt, Policy policy) {

    /** 通し番号 – 0 for the rules that came with the program. */
    public long serial() {
        return head.map(Head::serial).orElse(0L);
    }

    /** 適用の初め – the instant from which they decide: as the bundle says, and never before it came. */
    public Instant since() {
        return head.map(Head::inForceAt).filter(receivedAt::isBefore).orElse(receivedAt);
    }
}
