package madoguchi.portal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.core.Look;
import madoguchi.core.PersonKey;
import madoguchi.core.SelfView;
import madoguchi.web.EventStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/*
 * Twice a second, while somebody has the page open, it asks for the newest entry of the log of inquiries: one look-up by key. Only when that has moved it asks, for each person who has the page open, for the last look.
 * So the inquiries of a whole country cost a portal that nobody has open nothing, and an open page a look-up by index.
 */

/** 見張り – tells an open page "who looked" that somebody has looked, within a second. */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final int ROUNDS_PER_BEAT = 30;

    private final SelfView view;
    private final Map<PersonKey, EventStreams> streams = new ConcurrentHashMap<>();
    private final Map<PersonKey, Long> last = new ConcurrentHashMap<>();
    private final Thread thread;
    private long newest;

    Watch(SelfView view) {
        this.view = view;
        thread = Thread.ofVirtual().name("portal-watch").start(this::rounds);
    }

    /** A stream for one open page. */
    SseEmitter open(PersonKey person) {
        last.put(person, lastLook(person));
        return streams.computeIfAbsent(person, key -> new EventStreams("portal-watch", Duration.ofSeconds(2)))
                .open();
    }

    private long lastLook(PersonKey person) {
        List<Look> looks = view.looks(person, 1);
        return looks.isEmpty() ? 0 : looks.getFirst().entry();
    }

    private void rounds() {
        try {
            for (int round = 0; true; round++) {
                Thread.sleep(ROUND);
                attempt(round % ROUNDS_PER_BEAT == 0);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(boolean beat) {
        try {
            if (beat) {
                streams.values().forEach(EventStreams::beat);
                streams.entrySet().removeIf(entry -> entry.getValue().count() == 0);
                last.keySet().retainAll(streams.keySet());
            }
            if (!streams.isEmpty()) {
                look();
            }
        } catch (RuntimeException failed) {
            LOG.error("nobody is told who looked: {}", failed.getClass().getSimpleName());
        }
    }

    private void look() {
        long now = view.newest();
        if (now == newest) {
            return;
        }
        newest = now;
        streams.forEach((person, open) -> {
            long found = lastLook(person);
            Long before = last.put(person, found);
            if (before == null || before != found) {
                open.changed();
            }
        });
    }

    /** Ends the streams, so that a server that shuts down does not wait for them. */
    void end() {
        streams.values().forEach(EventStreams::end);
    }

    @Override
    public void close() {
        thread.interrupt();
        end();
    }
}
