package madoguchi.terminal;

import java.time.Duration;

/**
 * 端末の設定.
 *
 * @param charset the encoding of answers; requests are read in both
 * @param scanEvery how often the folders are looked at when no change event comes
 * @param patience how long a file that cannot be read whole may stay unchanged before it is refused
 */
public record TerminalSettings(OqsCharset charset, Duration scanEvery, Duration patience) {

    /** UTF-8, a look every second, three seconds of patience. */
    public static TerminalSettings usual() {
        return new TerminalSettings(OqsCharset.UTF_8, Duration.ofSeconds(1), Duration.ofSeconds(3));
    }
}
