package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 台帳の参照の結果.
 *
 * @param day 基準日
 * @param knownAt as known then; absent: now
 * @param entries what the registers say; absent where nobody fits
 */
public record RegisterFound(LocalDate day, Optional<Instant> knownAt, Optional<List<RegisterEntry>> entries) {}
