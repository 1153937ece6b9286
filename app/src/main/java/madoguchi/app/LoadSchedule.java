package madoguchi.app;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/*
 * Paced load is open: when a question is due does not depend on how fast the one before it was answered, because patients do not wait for each other to walk in.
 * Latency is counted from the moment a question was due, so a hub that stalls cannot hide the questions that had to wait (coordinated omission). Gaps are random
 * (a Poisson stream: facilities know nothing of each other), from a fixed seed so that every run sees the same stream.
 * Saturating load is closed: every connection asks again as soon as it has its answer.
 */

/** 負荷の時刻表 – hands out the instants, on {@link System#nanoTime}, at which questions are due. */
interface LoadSchedule {

    /** No more questions. */
    long OVER = Long.MIN_VALUE;

    /** The next due instant, or {@link #OVER}. */
    long next();

    /** Questions that were due but never handed out because the step took too long. */
    long unsent();

    /** Nothing to ask. */
    static LoadSchedule nothing() {
        return new LoadSchedule() {
            @Override
            public long next() {
                return OVER;
            }

            @Override
            public long unsent() {
                return 0;
            }
        };
    }

    /** An open stream with {@code rate} questions a second on average; given up when it takes three times as long as planned. */
    static LoadSchedule paced(int rate, Duration length) {
        long[] due = poisson(rate, length);
        long start = System.nanoTime();
        long end = start + 3 * length.toNanos();
        AtomicInteger handedOut = new AtomicInteger();
        return new LoadSchedule() {
            @Override
            public long next() {
                if (System.nanoTime() - end > 0) {
                    return OVER;
                }
                int index = handedOut.getAndIncrement();
                return index < due.length ? start + due[index] : OVER;
            }

            @Override
            public long unsent() {
                return Math.max(0, due.length - handedOut.get());
            }
        };
    }

    /** As fast as answers come, for so long. */
    static LoadSchedule saturating(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        return new LoadSchedule() {
            @Override
            public long next() {
                long now = System.nanoTime();
                return now - end < 0 ? now : OVER;
            }

            @Override
            public long unsent() {
                return 0;
            }
        };
    }

    private static long[] poisson(int rate, Duration length) {
        Random random = new Random(rate);
        double meanGap = 1e9 / rate;
        long[] due = new long[Math.toIntExact(rate * length.toSeconds())];
        double at = 0;
        for (int i = 0; i < due.length; i++) {
            at -= Math.log(1 - random.nextDouble()) * meanGap;
            due[i] = (long) at;
        }
        return due;
    }
}
