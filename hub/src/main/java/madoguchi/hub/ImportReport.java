package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Problem;

/**
 * 登録結果 – what became of one file: nothing of it is silently lost.
 *
 * @param fileName the file's name
 * @param rows data lines read
 * @param stored new facts
 * @param unchanged lines that said what was known already
 * @param faults one entry a faulty line, in order; its other lines are stored all the same
 * @param missing only of a whole file (全件): what the hub holds and the file does not
 */
public record ImportReport(
        String fileName, long rows, long stored, long unchanged, List<LineFault> faults, Optional<Missing> missing) {

    /** A report on a file that does not say to be whole. */
    public ImportReport(String fileName, long rows, long stored, long unchanged, List<LineFault> faults) {
        this(fileName, rows, stored, unchanged, faults, Optional.empty());
    }

    /**
     * 届かなかった資格 – coverages of the file's insurers that the hub holds on the day of the file and the file does not contain. None of them is ended by that.
     *
     * @param day 基準日
     * @param count how many
     * @param listed the first of them
     */
    public record Missing(LocalDate day, long count, List<MissingCoverage> listed) {
        /** Copies the list. */
        public Missing {
            listed = List.copyOf(listed);
        }
    }

    /**
     * 届かなかった資格の一つ, without anything that names a person.
     *
     * @param insurer 保険者番号
     * @param fact number of the fact that the hub holds
     * @param from 資格取得年月日, where it is known
     * @param recordedAt 登録日時
     */
    public record MissingCoverage(String insurer, long fact, Optional<LocalDate> from, Instant recordedAt) {}

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
