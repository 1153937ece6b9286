package madoguchi.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** 封をする – signs a checkpoint whenever one is due, in the database and in the file beside it. Used by the log's writer alone. No fault here may hold an answer back: it is logged, and the next checkpoint covers the same entries. */
final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final CheckpointStore store;
    private final Optional<Seal> seal;
    private final Clock clock;
    private Optional<FileChannel> head = Optional.empty();
    private Optional<Long> first = Optional.empty();
    private Optional<Written> unsealed = Optional.empty();
    private long sealedUpTo;
    private boolean faulty;
    private Instant lastTried;

    /** Without a seal nothing is signed: for measurements and tests. */
    Sealing(CheckpointStore store, Optional<Seal> seal, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.clock = clock;
        this.lastTried = clock.instant();
    }

    /** The first checkpoint of a database says from which entry on it is chained. */
    void open(Chain chain) {
        try {
            if (seal.isPresent() && store.isEmpty()) {
                unsealed = Optional.of(chain.head());
                seal();
            }
        } catch (DataAccessException notYet) {
            LOG.warn("no first checkpoint yet: {}", notYet.getClass().getSimpleName());
        }
    }

    /** Notes the last entry of a group that was written. */
    void wrote(Written last) {
        if (seal.isPresent()) {
            unsealed = Optional.of(last);
            note(last);
        }
    }

    private void note(Written last) {
        try {
            if (head.isEmpty()) {
                head = Optional.of(file().openHead());
            }
            CheckpointFile.write(head.get(), last);
        } catch (IOException unwritable) {
            LOG.error("the last entry could not be noted outside the database: {}", unwritable.getMessage());
        }
    }

    private CheckpointFile file() {
        return new CheckpointFile(seal.orElseThrow().checkpoints());
    }

    void sealIfDue() {
        if (unsealed.isPresent() && (isLong() || isLate())) {
            seal();
        }
    }

    /** After a fault the next try waits for the pause. */
    private boolean isLong() {
        return !faulty
                && unsealed.orElseThrow().id() - sealedUpTo
                        >= seal.orElseThrow().entries();
    }

    private boolean isLate() {
        return !clock.instant().isBefore(lastTried.plus(seal.orElseThrow().pause()));
    }

    /** Signs what is not signed yet. */
    void seal() {
        if (unsealed.isEmpty()) {
            return;
        }
        lastTried = clock.instant();
        try {
            Written last = unsealed.get();
            Checkpoint checkpoint = Checkpoint.signed(
                    lastTried.truncatedTo(ChronoUnit.MICROS),
                    first(last),
                    last,
                    seal.orElseThrow().key());
            // In this order, so that a checkpoint of the file is always one of the database too.
            store.add(checkpoint);
            file().append(checkpoint);
            sealedUpTo = last.id();
            unsealed = Optional.empty();
            faulty = false;
        } catch (IOException | RuntimeException failed) {
            faulty = true;
            LOG.error("no checkpoint could be made: {}", failed.getClass().getSimpleName());
        }
    }

    private long first(Written last) {
        long chained = first.or(store::firstChained).orElse(last.id() + 1);
        first = Optional.of(chained);
        return chained;
    }

    /** Signs what is left. */
    void close() {
        seal();
        try {
            if (head.isPresent()) {
                head.get().close();
            }
        } catch (IOException already) {
            LOG.warn("the note of the last entry was not closed");
        }
    }
}
