package madoguchi.bundle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import madoguchi.policy.Policy;

/*
 * The rules in force are a function of the clock and of what is held: of all rules whose instant has come, those with the highest serial. Nothing has to happen at
 * the instant itself; the first question after it is answered by the new rules, and every question by exactly one book.
 */

/** 今の規則 – the policy in force at this moment. Whoever determines asks it each time and keeps nothing; switching needs no restart and no lock. */
public final class RuleHolder implements Supplier<Policy> {

    private final Clock clock;
    private volatile List<Held> held;

    /** Holds the rules that came with the program, until others are taken. */
    public RuleHolder(Policy released, Clock clock) {
        this.clock = clock;
        this.held = List.of(new Held(Optional.empty(), clock.instant(), released));
    }

    @Override
    public Policy get() {
        return inForce().policy();
    }

    /** 適用中 – the rules that decide now. */
    public Held inForce() {
        return inForce(held, clock.instant());
    }

    private static Held inForce(List<Held> held, Instant now) {
        return held.stream()
                .filter(rules -> !rules.since().isAfter(now))
                .findFirst()
                .orElseGet(held::getLast);
    }

    /** 次の規則 – those that will decide next; empty when none are waiting. */
    public Optional<Held> next() {
        List<Held> all = held;
        long now = inForce(all, clock.instant()).serial();
        return all.stream()
                .filter(rules -> rules.serial() > now)
                .min(Comparator.comparing(Held::since)
                        .thenComparing(Comparator.comparingLong(Held::serial).reversed()));
    }

    boolean holds(long serial) {
        return held.stream().anyMatch(rules -> rules.serial() == serial);
    }

    /** Adds rules, and lets go of those that can never decide again. */
    synchronized void take(Held rules) {
        List<Held> all = new ArrayList<>(Stream.concat(held.stream(), Stream.of(rules))
                .sorted(Comparator.comparingLong(Held::serial).reversed())
                .toList());
        long now = inForce(all, clock.instant()).serial();
        all.removeIf(older -> older.serial() < now);
        held = List.copyOf(all);
    }
}
