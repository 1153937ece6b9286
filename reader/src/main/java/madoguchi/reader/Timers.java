package madoguchi.reader;

import java.time.Duration;

/** 時計仕掛け – the port that calls back after a while. A task cannot be taken back: what comes too late is void by its turn. */
@FunctionalInterface
public interface Timers {

    /** Runs the task once, after that time, on a thread of its own. */
    void after(Duration delay, Runnable task);

    /** Sleeping virtual threads; they end with the program. */
    static Timers sleeping() {
        return (delay, task) -> Thread.ofVirtual().name("reader-timer").start(() -> {
            try {
                Thread.sleep(delay);
                task.run();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
