package madoguchi.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.fixture.MovableClock;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import org.junit.jupiter.api.Test;

/** Which rules decide at which instant. */
class RuleHolderTest {

    private static final Policy RELEASED = new Policy(RuleBook.bundled());
    private static final String BEFORE = "2026-05-24T14:59:59.999Z";
    private static final String AT = "2026-05-24T15:00:00Z";

    private final MovableClock clock = new MovableClock("2026-05-22T09:00:00Z");
    private final RuleHolder holder = new RuleHolder(RELEASED, clock);

    @Test
    void untilOthersComeTheRulesOfTheReleaseDecide() {
        assertThat(holder.get()).isSameAs(RELEASED);
        assertThat(holder.inForce().serial()).isZero();
        assertThat(holder.next()).isEmpty();
    }

    @Test
    void rulesBeginAtTheirInstantAndNotAMomentBefore() {
        Policy may = take(1, AT);

        clock.set(BEFORE);
        assertThat(holder.get()).isSameAs(RELEASED);
        assertThat(holder.next().orElseThrow().since()).isEqualTo(Instant.parse(AT));
        clock.set(AT);
        assertThat(holder.get()).isSameAs(may);
        assertThat(holder.next()).isEmpty();
    }

    @Test
    void rulesThatComeAfterTheirInstantDecideFromTheirArrivalOn() {
        clock.set("2026-05-26T00:00:00Z");
        Policy late = take(1, AT);

        assertThat(holder.get()).isSameAs(late);
        assertThat(holder.inForce().since()).isEqualTo(clock.instant());
    }

    @Test
    void aCorrectionOvertakesTheRulesItCorrects() {
        Policy wrong = take(1, "2026-05-30T00:00:00Z");
        Policy corrected = take(2, AT);

        clock.set(AT);
        assertThat(holder.get()).isSameAs(corrected);
        clock.set("2026-06-30T00:00:00Z");
        assertThat(holder.get()).isSameAs(corrected).isNotSameAs(wrong);
        assertThat(holder.next()).isEmpty();
    }

    @Test
    void severalRulesMayWaitForTheirInstants() {
        Policy may = take(1, AT);
        Policy june = take(2, "2026-06-01T00:00:00Z");

        assertThat(holder.next().orElseThrow().serial()).isEqualTo(1);
        clock.set(AT);
        assertThat(holder.get()).isSameAs(may);
        assertThat(holder.next().orElseThrow().serial()).isEqualTo(2);
        clock.set("2026-06-01T00:00:00Z");
        assertThat(holder.get()).isSameAs(june);
    }

    private Policy take(long serial, String inForceAt) {
        Policy policy = new Policy(RELEASED.book());
        Head head = new Head(serial, Issuer.ISSUED, Instant.parse(inForceAt), "架空省", Text.same("x"));
        holder.take(new Held(Optional.of(head), clock.instant(), policy));
        return policy;
    }
}
