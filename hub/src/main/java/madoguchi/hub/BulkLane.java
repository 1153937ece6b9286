package madoguchi.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/*
 * The bulk lane. Its one or two threads take the jobs in turn, a small group of questions each time, so that a long job does not hold up a short one and a patient at
 * a counter never stands behind more than one group. What is done is in the database and nowhere else: at the start, and every half minute after that, open jobs
 * that nobody works on are taken up (those of a hub that died beside this one, too). If two hubs take up one job, the second to write a group is refused by its key.
 */

/** 一括照会の車線 – its own bounded threads beside the real-time lane. */
final class BulkLane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BulkLane.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Duration FAREWELL = Duration.ofSeconds(12);

    private final BulkWork work;
    private final BulkStore store;
    private final Clock clock;
    private final BulkSettings settings;
    private final BlockingQueue<Long> waiting = new LinkedBlockingQueue<>();
    private final Set<Long> known = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads;
    private long sweptNanos = System.nanoTime();

    BulkLane(BulkWork work, BulkStore store, Clock clock, BulkSettings settings) {
        this.work = work;
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        takeUp(clock.instant());
        this.threads = IntStream.range(0, settings.workers())
                .mapToObj(i -> Thread.ofPlatform().name("bulk-", i).daemon().start(this::run))
                .toList();
    }

    /** A job that is in the database now. */
    void add(long job) {
        if (known.add(job)) {
            waiting.add(job);
        }
    }

    private void takeUp(Instant quietSince) {
        try {
            store.openSince(quietSince).forEach(this::add);
        } catch (DataAccessException away) {
            LOG.warn(
                    "open bulk inquiries cannot be looked up: {}",
                    away.getClass().getSimpleName());
        }
    }

    private void run() {
        try {
            while (!work.isClosing()) {
                Long job = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (job != null) {
                    step(job);
                }
                sweepIfDue();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(long job) throws InterruptedException {
        switch (attempt(job)) {
            case MORE -> waiting.add(job);
            case OVER -> known.remove(job);
            case LATER -> {
                waiting.add(job);
                work.pause(settings.retryAfter().toNanos());
            }
        }
    }

    /** No fault of one job may end the lane. */
    private BulkWork.Next attempt(long job) throws InterruptedException {
        try {
            return work.group(job);
        } catch (RuntimeException broken) {
            LOG.error("a bulk inquiry failed: {}", broken.getClass().getName());
            return BulkWork.Next.LATER;
        }
    }

    private synchronized void sweepIfDue() {
        if (System.nanoTime() - sweptNanos > SWEEP_NANOS) {
            sweptNanos = System.nanoTime();
            takeUp(clock.instant().minus(QUIET));
        }
    }

    @Override
    public void close() {
        work.stop();
        try {
            for (Thread thread : threads) {
                if (!thread.join(FAREWELL)) {
                    LOG.error("the bulk lane did not stop in time");
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            work.close();
        }
    }
}
