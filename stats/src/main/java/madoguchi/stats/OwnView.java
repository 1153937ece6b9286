package madoguchi.stats;

import java.time.YearMonth;
import java.util.List;

/**
 * 自院の利用率の画面.
 *
 * @param month shown
 * @param months to choose
 * @param row this month's figures
 * @param trend the last months, the oldest first
 * @param chart of the trend, SVG
 * @param tiers of the add-on in the month shown
 * @param department {@code general} or {@code paediatrics}
 * @param receiptsKnown from when the receipt base of this month is known
 * @param running whether the month is not over
 */
public record OwnView(
        YearMonth month,
        List<YearMonth> months,
        UsageRow row,
        List<Month> trend,
        String chart,
        List<Tier> tiers,
        String department,
        YearMonth receiptsKnown,
        boolean running) {

    /** One month of the trend. */
    public record Month(YearMonth month, UsageRow row) {}

    /** Copies the lists. */
    public OwnView {
        months = List.copyOf(months);
        trend = List.copyOf(trend);
        tiers = List.copyOf(tiers);
    }
}
