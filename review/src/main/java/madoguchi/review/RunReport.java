package madoguchi.review;

import java.time.Instant;
import java.time.YearMonth;

/**
 * 処理の報告 – a finished run.
 *
 * @param id of the run
 * @param claimMonth 請求年月
 * @param number counts the finished runs of that month, from 1
 * @param at when it was finished
 * @param folder where the results are
 * @param receipts how many were settled
 * @param points that they claimed
 * @param billed points that went on to insurers and public payers
 * @param returned points that went back to facilities
 * @param adjusted points passed on to the adjustment among insurers
 */
public record RunReport(
        long id,
        YearMonth claimMonth,
        int number,
        Instant at,
        String folder,
        long receipts,
        long points,
        long billed,
        long returned,
        long adjusted) {

    /** Whether no point was lost and none was made. */
    boolean isConserved() {
        return points == billed + returned + adjusted;
    }
}
