package madoguchi.review;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import madoguchi.uke.Receipt;
import org.jspecify.annotations.Nullable;

/** 読み進み – takes a run through its files, one after the other, and can stop between any two receipts. */
final class Walk implements Closeable {

    private static final int PORTION = 2_000;

    private final Deque<RunStore.Waiting> files;
    private final Steps steps;
    private final List<Long> finished = new ArrayList<>();
    private @Nullable Reading reading;

    /** 一歩ずつ – what a run does on its way. */
    interface Steps {
        /** Opens a file. */
        Reading open(RunStore.Waiting file) throws IOException;

        /** Settles some receipts of it. */
        void settle(Reading reading, List<Receipt> portion) throws IOException;

        /** Ends it, behind its last receipt. */
        void end(Reading reading) throws IOException;
    }

    /** Before these files. */
    Walk(List<RunStore.Waiting> files, Steps steps) {
        this.files = new ArrayDeque<>(files);
        this.steps = steps;
    }

    /** Settles so many receipts, or all that are left, and ends every file whose last one is among them. */
    void settle(long most) throws IOException {
        long left = most;
        while (left > 0 && !isDone()) {
            Reading now = reading == null ? steps.open(files.remove()) : reading;
            reading = now;
            List<Receipt> portion = now.portion(Math.min(PORTION, left));
            steps.settle(now, portion);
            left -= portion.size();
            if (now.isAtEnd()) {
                steps.end(now);
                finished.add(now.file().id());
                now.close();
                reading = null;
            }
        }
    }

    /** Whether nothing is left. */
    boolean isDone() {
        return reading == null && files.isEmpty();
    }

    /** How many receipts are left by what was said when the files were taken. */
    long left() {
        return files.stream().mapToLong(RunStore.Waiting::receipts).sum()
                + under().map(now -> now.file().receipts() - now.settled()).orElse(0L);
    }

    /** The file under way; empty between two. */
    Optional<Reading> under() {
        return Optional.ofNullable(reading);
    }

    /** The files that ended since this was asked last. */
    List<Long> finished() {
        List<Long> since = List.copyOf(finished);
        finished.clear();
        return since;
    }

    @Override
    public void close() throws IOException {
        if (reading != null) {
            reading.close();
        }
    }
}
