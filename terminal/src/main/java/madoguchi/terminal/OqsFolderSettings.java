package madoguchi.terminal;

import java.time.Duration;

/**
 * レセコン側の設定.
 *
 * @param charset the encoding of requests; answers are read in both
 * @param scanEvery how often the folders are looked at when no change event comes
 * @param patience how long a file that cannot be read whole may stay unchanged before it is put aside
 * @param timeout how long an inquiry waits for its answer
 * @param keepDone how many read files stay in {@code done/}; the oldest go first
 * @param sharesFace whether another レセコン reads {@code face/} too: then readings are left lying there for it to remove
 */
public record OqsFolderSettings(
        OqsCharset charset, Duration scanEvery, Duration patience, Duration timeout, int keepDone, boolean sharesFace) {

    /** UTF-8, a look every second, three seconds of patience, half a minute of waiting, 1,000 files kept, {@code face/} shared. */
    public static OqsFolderSettings usual() {
        return new OqsFolderSettings(
                OqsCharset.UTF_8, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(30), 1000, true);
    }

    /** The same settings for a desk that is the only reader of {@code face/} and clears it. */
    public OqsFolderSettings clearingFace() {
        return new OqsFolderSettings(charset, scanEvery, patience, timeout, keepDone, false);
    }
}
