package madoguchi.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import madoguchi.hub.VerificationStore.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * Group commit. Every inquiry must be on disk before its answer leaves, and one disk sync costs more than everything else an inquiry does. So callers put
 * their entry into a bounded queue and wait; one thread takes all that is waiting, writes it in one statement, commits once, and lets all of them go. The
 * busier the hub, the larger the groups. When the queue is full the caller is told at once (overload) instead of waiting without end.
 */

/** 照会記録 – writes verifications durably, many at a time. */
final class VerificationLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationLog.class);
    private static final int QUEUE = 8192;
    private static final int GROUP = 1024;

    private record Pending(Entry entry, CompletableFuture<Long> written) {}

    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(QUEUE);
    private final VerificationStore store;
    private final Thread writer;
    private volatile boolean open = true;

    VerificationLog(VerificationStore store) {
        this.store = store;
        this.writer = Thread.ofPlatform().name("verification-log").daemon().start(this::write);
    }

    /** The future id of the entry, complete once it is durable; empty when too many are waiting. */
    Optional<CompletableFuture<Long>> append(Entry entry) {
        Pending pending = new Pending(entry, new CompletableFuture<>());
        return open && queue.offer(pending) ? Optional.of(pending.written()) : Optional.empty();
    }

    private void write() {
        List<Pending> group = new ArrayList<>(GROUP);
        while (open || !queue.isEmpty()) {
            group.clear();
            try {
                group.add(queue.take());
            } catch (InterruptedException closing) {
                continue;
            }
            queue.drainTo(group, GROUP - 1);
            commit(group);
        }
    }

    private void commit(List<Pending> group) {
        try {
            List<Long> ids = store.append(group.stream().map(Pending::entry).toList());
            for (int i = 0; i < ids.size(); i++) {
                group.get(i).written().complete(ids.get(i));
            }
        } catch (RuntimeException failed) {
            LOG.error(
                    "{} verifications could not be written: {}",
                    group.size(),
                    failed.getClass().getSimpleName());
            group.forEach(pending -> pending.written().completeExceptionally(failed));
        }
    }

    /** Writes what is waiting and stops. */
    @Override
    public void close() {
        open = false;
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
