package madoguchi.desk;

import java.time.LocalDate;
import java.util.List;
import madoguchi.core.BulkResult;

/** 名簿と結果のファイル – reads and writes outside the page what the page reads and writes: for the command line. */
public final class BulkFile {

    private BulkFile() {}

    /** The lines of a list (see {@link BulkText}) with all faults; {@code today} refuses births to come. */
    public static List<BulkLineRead> read(String text, LocalDate today) {
        return BulkText.read(text, today);
    }

    /** The results as CSV (UTF-8 with a byte order mark), in the order of the page: changed, not active, the rest. */
    public static byte[] results(List<BulkEntry> entries, List<BulkResult> results) {
        return BulkCsv.of(BulkRow.of(entries, results));
    }
}
