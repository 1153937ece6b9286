package madoguchi.desk;

import java.time.Duration;
import java.util.function.Supplier;
import madoguchi.stamp.StampKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** 鍵束 – the keys of codes at this desk: as stored, and renewed every minute while somebody answers. */
final class StampKeyring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StampKeyring.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final StampStore store;
    private final StampFeed feed;
    private final Supplier<java.time.Instant> now;
    private final Rounds rounds;
    private volatile StampKeys keys;

    StampKeyring(StampStore store, StampFeed feed, Supplier<java.time.Instant> now) {
        this.store = store;
        this.feed = feed;
        this.now = now;
        this.keys = store.keys();
        this.rounds = new Rounds("desk-stamp-keys", EVERY, this::renew);
        Thread.ofVirtual().name("desk-stamp-keys-first").start(this::renew);
    }

    StampKeys keys() {
        return keys;
    }

    /** Asks once; what it is told counts at once and is on disk. */
    synchronized void renew() {
        try {
            feed.fetch().filter(told -> !told.equals(keys)).ifPresent(told -> {
                store.keep(told, now.get());
                keys = told;
            });
        } catch (DataAccessException broken) {
            LOG.error("keys of codes cannot be kept: {}", broken.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
