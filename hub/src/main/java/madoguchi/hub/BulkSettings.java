package madoguchi.hub;

import java.time.Duration;

/**
 * 一括照会の設定. The official limits (persons of one file, files of one facility, how long a 受付番号 is kept) are not public ({@code oqs-interface.md} §10): these are ours.
 *
 * @param questionsMax questions of one job at most
 * @param openJobsMax jobs of one facility that are not finished, at most
 * @param workers threads of the lane, 1 or 2
 * @param group questions asked together; small, so that real-time inquiries never stand behind many
 * @param busyAbove the lane waits while more real-time inquiries than this are being answered …
 * @param yieldMax … but not longer than this for one group, so that a job ends also on a busy day
 * @param retryAfter how long the lane waits when the hub could not answer
 */
public record BulkSettings(
        int questionsMax,
        int openJobsMax,
        int workers,
        int group,
        int busyAbove,
        Duration yieldMax,
        Duration retryAfter) {

    /** 100,000 questions a job, four open jobs a facility, one thread, groups of 16, one second at most of yielding. */
    public static BulkSettings usual() {
        return new BulkSettings(100_000, 4, 1, 16, 0, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
}
