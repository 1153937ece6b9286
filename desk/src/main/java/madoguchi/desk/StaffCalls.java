package madoguchi.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import madoguchi.web.EventStreams;

/**
 * 職員の呼び出し – that somebody at the card reader wants staff, until a clerk says that somebody went. It is a wish of the moment and of nobody in particular: it is kept in memory only and gone after a restart, like the session at the reader.
 */
public final class StaffCalls {

    private final Clock clock;
    private final EventStreams live;
    private Optional<Instant> open = Optional.empty();

    StaffCalls(Clock clock, EventStreams live) {
        this.clock = clock;
        this.live = live;
    }

    /** Somebody calls. Called again before anybody went, it is the same call: it keeps its time. */
    public synchronized void called() {
        if (open.isEmpty()) {
            open = Optional.of(clock.instant());
            live.changed();
        }
    }

    /** Somebody of the staff is on the way. */
    synchronized void cleared() {
        open = Optional.empty();
        live.changed();
    }

    /** Since when somebody waits; empty when nobody does. */
    synchronized Optional<Instant> since() {
        return open;
    }
}
