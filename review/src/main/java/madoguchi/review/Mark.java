package madoguchi.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.settle.Outcome;

/**
 * 目印 – how far a run has come: everything before it is on disk, in the log and in the folder of the results.
 *
 * @param run whose
 * @param number counts the marks of the run; 0 before the first
 * @param by where to, by which rules, issued when: what was begun otherwise is not gone on with
 * @param files that are settled
 * @param within the file in whose middle the mark stands; empty behind a whole file
 * @param sums of all receipts before the mark
 * @param figures receipts and points by rule
 * @param written the result files as they stand
 */
record Mark(
        long run,
        int number,
        By by,
        Set<Long> files,
        Optional<Within> within,
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

    /**
     * ファイルの途中 – how far a file is settled.
     *
     * @param file its reception
     * @param ordinal of its last receipt that is settled
     * @param told lines of its letter that are written
     * @param outcomes how its receipts came out so far
     */
    record Within(long file, long ordinal, long told, Map<Outcome, Long> outcomes) {
        /** Copies the map. */
        Within {
            outcomes = Map.copyOf(outcomes);
        }

        /** How many of its receipts are settled. */
        long receipts() {
            return outcomes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Where a run begins. */
    static Mark start(long run, By by) {
        return new Mark(run, 0, by, Set.of(), Optional.empty(), RunSums.NONE, Map.of(), List.of());
    }
}
