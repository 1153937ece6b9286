package madoguchi.stats;

import java.time.YearMonth;
import java.util.List;

/**
 * 返戻の画面.
 *
 * @param path where these pages are: of the facility, or of the agency
 * @param agency whether they are the agency's
 * @param month shown by reason
 * @param months to choose
 * @param report of the last months, the chosen one last
 * @param chart returned and changed by month, SVG
 * @param reasons returned by reason over these months, SVG; empty where nothing came back
 */
public record ReturnsView(
        String path,
        boolean agency,
        YearMonth month,
        List<YearMonth> months,
        ReturnReport report,
        String chart,
        String reasons) {

    /** Copies the list. */
    public ReturnsView {
        months = List.copyOf(months);
    }
}
