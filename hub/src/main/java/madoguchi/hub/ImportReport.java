package madoguchi.hub;

import java.util.List;
import madoguchi.core.Problem;

/**
 * 登録結果 – what became of one file: nothing of it is silently lost.
 *
 * @param fileName the file's name
 * @param rows data lines read
 * @param stored new facts
 * @param unchanged lines that said what was known already
 * @param faults one entry a faulty line, in order; its other lines are stored all the same
 */
public record ImportReport(String fileName, long rows, long stored, long unchanged, List<LineFault> faults) {

    /**
     * 誤りのある行.
     *
     * @param line line number in the file, the header is line 1
     * @param problems every fault of the line; the place is the column. Always in the same order: unreadable cells, empty required ones, then the order of reading
     */
    public record LineFault(long line, List<Problem> problems) {
        /** Copies the list. */
        public LineFault {
            problems = List.copyOf(problems);
        }
    }

    /** Copies the list. */
    public ImportReport {
        faults = List.copyOf(faults);
    }
}
