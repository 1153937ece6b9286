package madoguchi.hub;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * 同じ長さ – nobody is found in the database no sooner than after this time: reading the rows of a hidden person (不開示), only to keep them back, takes longer than reading none, and a stranger could measure that
 * ({@code properties.md} S6). Whoever waits holds no connection.
 */
final class Even {

    /** Of an inquiry, many of which come at once. */
    static final Duration INQUIRY = Duration.ofMillis(10);

    /** Of a log-in, which a person does seldom: long enough for a busy database, too. */
    static final Duration LOG_IN = Duration.ofMillis(50);

    private Even() {}

    /** Waits until the time has passed since an instant of {@link System#nanoTime}; at once where it has. An interrupt ends the waiting and stands. */
    static void since(long begun, Duration least) {
        long end = begun + least.toNanos();
        for (long left = end - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted(); ) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }
}
