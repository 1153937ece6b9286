package madoguchi.review;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * 処理を待つ請求月 – a claim month with files that no run has settled.
 *
 * @param month 請求年月
 * @param files how many files wait
 * @param receipts how many accepted receipts they hold
 * @param brokenOff the run that began it and did not end; empty when none did
 */
public record WaitingMonth(YearMonth month, long files, long receipts, Optional<BrokenOff> brokenOff) {

    /**
     * 途中の処理 – a run without end: under way, or broken off.
     *
     * @param begun when it began
     * @param done receipts before its last mark; 0 when there is none, and it begins anew
     * @param out where its results are being made; empty when it begins anew
     */
    public record BrokenOff(Instant begun, long done, Optional<Path> out) {}
}
