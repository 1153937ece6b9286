package madoguchi.bundle;

import java.time.Instant;
import madoguchi.core.Text;

/**
 * 最後の取得 – how the last question to the hub ended.
 *
 * @param at when
 * @param good whether the hub answered and nothing was refused
 * @param said one sentence
 */
public record LastFetch(Instant at, boolean good, Text said) {}
