package madoguchi.stats;

import java.time.YearMonth;
import java.util.List;

/**
 * 全国の画面.
 *
 * @param month shown
 * @param months to choose
 * @param report all figures
 * @param origin what they were folded from
 * @param kinds by kind of facility
 * @param prefectures by prefecture
 * @param chart of the kinds, SVG
 * @param receiptsKnown from when the receipt base is known
 * @param running whether the month is not over
 */
public record NationView(
        YearMonth month,
        List<YearMonth> months,
        UsageReport report,
        Origin origin,
        List<UsageRow> kinds,
        List<UsageRow> prefectures,
        String chart,
        YearMonth receiptsKnown,
        boolean running) {

    /** Copies the lists. */
    public NationView {
        months = List.copyOf(months);
        kinds = List.copyOf(kinds);
        prefectures = List.copyOf(prefectures);
    }
}
