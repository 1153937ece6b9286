package madoguchi.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 目印 – how far a run has come: everything about its files is on disk, in the log and in the folder of the results.
 *
 * @param run whose
 * @param number counts the marks of the run; 0 before the first
 * @param by where to, by which rules, issued when: what was begun otherwise is not gone on with
 * @param files that are settled
 * @param sums of them
 * @param figures receipts and points by rule
 * @param written the result files as they stand
 */
record Mark(
        long run,
        int number,
        By by,
        Set<Long> files,
        RunSums sums,
        Map<String, long[]> figures,
        List<Results.Length> written) {

    /** Copies the lists. */
    Mark {
        files = Set.copyOf(files);
        figures = Map.copyOf(figures);
        written = List.copyOf(written);
    }

    /**
     * 処理の条件.
     *
     * @param folder where the results are being written
     * @param rules digest of the rules in force
     * @param issued 発行日 on the letters
     */
    record By(String folder, String rules, LocalDate issued) {}

    /** Where a run begins. */
    static Mark start(long run, By by) {
        return new Mark(run, 0, by, Set.of(), RunSums.NONE, Map.of(), List.of());
    }
}
