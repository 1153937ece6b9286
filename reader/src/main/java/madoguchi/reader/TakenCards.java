package madoguchi.reader;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CardsTaken;

/** 受け付けるカードの控え – what the hub last told about the cards it takes; asked in the background, so that no screen waits for it. Threads may share it. */
public final class TakenCards {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(20);

    private final CardHub hub;
    private final Caller caller;
    private final Clock clock;
    private final CardsTaken.Told until;
    private final AtomicReference<Instant> asked = new AtomicReference<>(Instant.MIN);
    private volatile Optional<CardsTaken.Told> told = Optional.empty();

    /**
     * Asks that hub.
     *
     * @param until what holds before it has told for the first time
     */
    public TakenCards(CardHub hub, Caller caller, Clock clock, CardsTaken.Told until) {
        this.hub = hub;
        this.caller = caller;
        this.clock = clock;
        this.until = until;
    }

    /** What it last told; asks anew, without waiting, when that was a while ago. */
    public CardsTaken.Told now() {
        Instant before = asked.get();
        Instant now = clock.instant();
        if (Duration.between(before, now).abs().compareTo(ASK_AGAIN) > 0 && asked.compareAndSet(before, now)) {
            Thread.ofVirtual().name("reader-taken").start(this::ask);
        }
        return told.orElse(until);
    }

    private void ask() {
        if (hub.taken(caller) instanceof CardsTaken.Told answer) {
            told = Optional.of(answer);
        }
    }
}
