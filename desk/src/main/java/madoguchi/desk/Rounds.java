package madoguchi.desk;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 見回り – repeats a task on a virtual thread until closed; a failed round is logged and the next one comes. */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Thread thread;

    Rounds(String name, Duration pause, Runnable task) {
        thread = Thread.ofVirtual().name(name).start(() -> repeat(name, pause, task));
    }

    private static void repeat(String name, Duration pause, Runnable task) {
        try {
            while (true) {
                Thread.sleep(pause);
                attempt(name, task);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            LOG.error("{} failed: {}", name, failed.getClass().getName());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
