package madoguchi.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * Writing a large index takes seconds, and on a slow disk minutes. It is done on a thread of its own, so that the index is followed and answers meanwhile. What is
 * written must be the index of one moment: when facts arrive before the end, the writing is given up, and tried again once the index has stood still for twice as
 * long as was in vain. So an index that is changed every few seconds costs the disk little, and is saved when its changes pause.
 */

/** 控えの番 – has the index saved when it is worth it and nothing changes. Its methods are called by one thread at a time. */
final class IndexSaving implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexSaving.class);

    /** An index is saved again when it took a twentieth of all its facts since. */
    private static final int PART_WORTH_SAVING = 20;

    private static final Duration FAREWELL = Duration.ofSeconds(10);

    /**
     * ある時点の索引.
     *
     * @param last digest of the last fact it took
     * @param entries facts it took
     */
    record Moment(FactIndex index, Digest last, long entries) {
        static Moment of(FactIndex index, Digest last) {
            return new Moment(index, last, index.tally().entries());
        }
    }

    private final IndexFile file;
    private final long worth;
    private final Predicate<Moment> present;
    private Optional<Moment> seen = Optional.empty();
    private long seenSince;
    private volatile CompletableFuture<?> writing = CompletableFuture.completedFuture(null);

    private volatile long saved;
    private volatile Duration rest = Duration.ZERO;
    private volatile boolean open = true;

    /**
     * Keeps an index in a file.
     *
     * @param worth how many facts are worth saving at least
     * @param present whether the index is still the one of that moment; waits while it takes facts
     */
    IndexSaving(IndexFile file, long worth, Predicate<Moment> present) {
        this.file = file;
        this.worth = worth;
        this.present = present;
    }

    /** The index as it was saved. */
    Optional<IndexFile.Saved> read() {
        Optional<IndexFile.Saved> there = file.read();
        there.ifPresent(index -> saved = index.index().tally().entries());
        return there;
    }

    /** Begins to save the index if it is time; nobody changes it during this call. */
    void consider(Moment now) {
        long nanos = System.nanoTime();
        if (!seen.equals(Optional.of(now))) {
            seen = Optional.of(now);
            seenSince = nanos;
        }
        if (open && writing.isDone() && isWorthSaving(now) && nanos - seenSince >= rest.toNanos()) {
            IndexFile.Snapshot snapshot = IndexFile.Snapshot.of(now.index(), now.last());
            writing = CompletableFuture.runAsync(
                    () -> write(now, snapshot),
                    task -> Thread.ofPlatform()
                            .name("register-index-saving")
                            .daemon()
                            .start(task));
        }
    }

    private boolean isWorthSaving(Moment now) {
        return now.entries() - saved > Math.max(worth, now.entries() / PART_WORTH_SAVING);
    }

    /** What was saved is of no use. */
    void forget() {
        saved = 0;
    }

    private void write(Moment moment, IndexFile.Snapshot snapshot) {
        long begun = System.nanoTime();
        try {
            boolean whole = file.write(snapshot, () -> open && present.test(moment));
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (whole) {
                saved = moment.entries();
            }
            rest = whole ? Duration.ZERO : took.multipliedBy(2);
            LOG.info(
                    "{} facts of the index {} in {} ms",
                    moment.entries(),
                    whole ? "were saved" : "were not saved, others came",
                    took.toMillis());
        } catch (IOException | RuntimeException failed) {
            saved = moment.entries();
            LOG.error("the index cannot be saved: {}", failed.getClass().getSimpleName());
        }
    }

    /** Gives up what is being written, and waits a while until it is. */
    @Override
    public void close() {
        open = false;
        boolean ended = writing.handle((nothing, failed) -> true)
                .completeOnTimeout(false, FAREWELL.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (!ended) {
            LOG.warn("the index is still being written");
        }
    }
}
