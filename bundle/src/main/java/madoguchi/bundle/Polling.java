package madoguchi.bundle;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 見回り – repeats a task on a virtual thread until closed, at once for the first time. Pauses differ by a fifth either way, so that a country of desks does not ask in the same second. */
final class Polling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private final Thread thread;

    Polling(Duration pause, Runnable task) {
        thread = Thread.ofVirtual().name("rules-fetch").start(() -> repeat(pause, task));
    }

    private static void repeat(Duration pause, Runnable task) {
        try {
            while (true) {
                attempt(task);
                Thread.sleep(jittered(pause));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Between four fifths and six fifths of the pause. */
    static Duration jittered(Duration pause) {
        long fifth = pause.toMillis() / 5;
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(-fifth, fifth + 1));
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            LOG.error("Fetching rules failed: {}", failed.getClass().getName());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
