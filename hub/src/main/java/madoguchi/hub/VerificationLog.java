package madoguchi.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import madoguchi.hub.VerificationStore.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/*
 * Group commit. Every inquiry must be on disk before its answer leaves, and one disk sync costs more than everything else an inquiry does. So callers put
 * their entry into a bounded queue and wait; one thread takes all that is waiting, writes it in one statement, commits once, and lets all of them go. The
 * busier the hub, the larger the groups. When the queue is full the caller is told at once (overload) instead of waiting without end.
 *
 * A commit costs three processors' work (hub, database, kernel) some 400 µs whatever its size. At a middling pace, some thousand inquiries a second, every entry
 * would be a group of its own, and the commits alone would keep the machine so busy that inquiries wait for each other. So where entries come together, groups
 * begin no closer than PACE. Whoever comes alone waits for nothing but the disk: a group is paced only behind one that had company.
 *
 * In a rush, many thousand inquiries a second, the same fixed cost limits the rate. Then a group waits on, up to RUSH_PACE, for as long as entries keep coming in
 * numbers: fewer and larger groups leave the processors to the inquiries. When nothing more comes, everybody who asks is waiting, and the group begins at once.
 */

/** 照会記録 – writes verifications durably, many at a time. */
final class VerificationLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationLog.class);
    private static final int QUEUE = 8192;
    private static final int GROUP = 1024;
    private static final int BUSY = QUEUE / 2;

    /** How far the beginnings of groups lie apart where entries come together. */
    private static final Duration PACE = Duration.ofNanos(1_500_000);

    /** How far they lie apart at most where so many have come together already, and so many more come in every LULL. */
    private static final Duration RUSH_PACE = Duration.ofMillis(4);

    private static final int RUSH = 16;
    private static final int RUSH_MORE = 4;
    private static final int RUSH_GROUP = 128;
    private static final Duration LULL = Duration.ofNanos(400_000);

    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private record Pending(Entry entry, CompletableFuture<Accounted> written) {}

    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Chain chain;
    private final Sealing sealing;
    private final Optional<SigningKey> key;
    private final Thread writer;
    private volatile boolean open = true;

    /** A log that chains its entries; {@code sealing} signs how far the chain has come, {@code key} each entry's proof. */
    VerificationLog(VerificationStore store, Sealing sealing, Optional<SigningKey> key) {
        this.key = key;
        this.chain = new Chain(store);
        this.sealing = sealing;
        this.writer = Thread.ofPlatform().name("verification-log").daemon().start(this::write);
    }

    /** Whether so many entries wait that a new one is better refused at once. */
    boolean isBusy() {
        return queue.size() > BUSY;
    }

    /** The entry's future number and proof, complete once it is durable; empty when too many are waiting. */
    Optional<CompletableFuture<Accounted>> append(Entry entry) {
        Pending pending = new Pending(entry, new CompletableFuture<>());
        if (!open || !queue.offer(pending)) {
            return Optional.empty();
        }
        // Closed in between: either it can still be taken back, or somebody has taken it and will complete it.
        return !open && queue.remove(pending) ? Optional.empty() : Optional.of(pending.written());
    }

    private void write() {
        List<Pending> group = new ArrayList<>(GROUP);
        sealing.open(chain);
        long begun = System.nanoTime();
        while (open || !queue.isEmpty()) {
            boolean crowded = group.size() > 1;
            group.clear();
            next().ifPresent(group::add);
            if (!group.isEmpty()) {
                if (crowded) {
                    await(begun + PACE.toNanos());
                    gather(begun + RUSH_PACE.toNanos());
                }
                begun = System.nanoTime();
                queue.drainTo(group, GROUP - 1);
                commit(group);
            }
            sealing.sealIfDue();
        }
        sealing.close();
    }

    /** Waits until then, or until a group is full. */
    private void await(long instant) {
        for (long left = instant - System.nanoTime();
                left > 0 && queue.size() < GROUP - 1;
                left = instant - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Waits on in a rush, at most until then. */
    private void gather(long latest) {
        int before = 0;
        for (int waiting = queue.size();
                waiting >= Math.max(RUSH, before + RUSH_MORE)
                        && waiting < RUSH_GROUP
                        && System.nanoTime() - latest < 0;
                waiting = queue.size()) {
            before = waiting;
            LockSupport.parkNanos(LULL.toNanos());
        }
    }

    private Optional<Pending> next() {
        try {
            return Optional.ofNullable(queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException nobodysWish) {
            return Optional.empty();
        }
    }

    /** One entry that the database refuses must not take the others of its group with it: then each is written alone. No fault, of whatever kind, may end the writer. */
    private void commit(List<Pending> group) {
        try {
            List<Written> chained =
                    chain.append(group.stream().map(Pending::entry).toList());
            sealing.wrote(chained.getLast());
            account(group, chained);
        } catch (DataIntegrityViolationException refused) {
            if (group.size() > 1) {
                group.forEach(pending -> commit(List.of(pending)));
            } else {
                fail(group, refused);
            }
        } catch (RuntimeException | Error failed) {
            fail(group, failed);
        }
    }

    private void account(List<Pending> group, List<Written> chained) {
        Optional<List<String>> proofs = key.map(signing -> ProofTree.tokens(proofs(group, chained), signing));
        for (int i = 0; i < chained.size(); i++) {
            int place = i;
            group.get(i)
                    .written()
                    .complete(new Accounted(chained.get(i).id(), proofs.map(tokens -> tokens.get(place))));
        }
    }

    private static List<Proof> proofs(List<Pending> group, List<Written> chained) {
        List<Proof> proofs = new ArrayList<>(chained.size());
        for (int i = 0; i < chained.size(); i++) {
            Entry entry = group.get(i).entry();
            proofs.add(Proof.of(
                    chained.get(i),
                    entry.at(),
                    entry.finding().outcome(),
                    entry.inquiry().day()));
        }
        return proofs;
    }

    private static void fail(List<Pending> group, Throwable cause) {
        group.forEach(pending -> pending.written().completeExceptionally(cause));
        LOG.error(
                "{} verifications could not be written: {}",
                group.size(),
                cause.getClass().getSimpleName());
    }

    /** Writes what is waiting and stops; what cannot be written in time fails, so that nobody waits for ever. */
    @Override
    public void close() {
        open = false;
        try {
            if (!writer.join(FAREWELL)) {
                LOG.error("the verification log did not stop in time");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        List<Pending> left = new ArrayList<>();
        if (queue.drainTo(left) > 0) {
            fail(left, new IllegalStateException("the verification log is closed"));
        }
    }
}
