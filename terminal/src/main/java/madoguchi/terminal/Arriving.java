package madoguchi.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * 書き込み途中のファイル – tells a file that is still being written from one that will not get better. One thread only.
 *
 * <p>A file that cannot be read whole is given time as long as its size or time of change moves, and then {@code patience} more.
 */
final class Arriving {

    private record Seen(long size, long changed, long sinceNanos) {}

    private final Duration patience;
    private final Map<Path, Seen> seen = new HashMap<>();

    Arriving(Duration patience) {
        this.patience = patience;
    }

    /** Whether waiting still makes sense. */
    boolean mayStillGrow(Path file) {
        long now = System.nanoTime();
        try {
            long size = Files.size(file);
            long changed = Files.getLastModifiedTime(file).toMillis();
            Seen before = seen.get(file);
            if (before == null || before.size() != size || before.changed() != changed) {
                seen.put(file, new Seen(size, changed, now));
                return true;
            }
            return now - before.sinceNanos() < patience.toNanos();
        } catch (IOException goneOrLocked) {
            Seen before = seen.computeIfAbsent(file, f -> new Seen(-1, -1, now));
            return now - before.sinceNanos() < patience.toNanos();
        }
    }

    /** Forgets the files that are gone. */
    void keepOnly(Collection<Path> present) {
        seen.keySet().retainAll(new HashSet<>(present));
    }
}
