package madoguchi.hub;

import java.nio.file.Path;
import java.time.Duration;

/**
 * 封 – how a hub vouches for its verification log.
 *
 * @param key signs checkpoints and proofs of check
 * @param checkpoints the file outside the database to which every checkpoint is appended; beside it lies {@code <name>.head} with the last entry
 * @param entries a checkpoint is made after so many entries …
 * @param pause … or when entries have been written and this long has passed since the last checkpoint
 */
public record Seal(SigningKey key, Path checkpoints, long entries, Duration pause) {

    private static final long ENTRIES = 10_000;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** A checkpoint every 10,000 entries, at the latest a minute after an entry, and when the hub stops. */
    public static Seal usual(SigningKey key, Path checkpoints) {
        return new Seal(key, checkpoints, ENTRIES, PAUSE);
    }
}
