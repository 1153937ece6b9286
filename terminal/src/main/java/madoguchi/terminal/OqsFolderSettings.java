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
 */
public record OqsFolderSettings(
        OqsCharset charset, Duration scanEvery, Duration patience, Duration timeout, int keepDone) {

    /** UTF-8, a look every second, three seconds of patience, half a minute of waiting, 1,000 files kept. */
    public static OqsFolderSettings usual() {
        return new OqsFolderSettings(
                OqsCharset.UTF_8, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(30), 1000);
    }
}
