package madoguchi.charge;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * 申請の知らせ – a patient's total cost was high in so many months that they may apply for a better class: 軽症高額 and 高額かつ長期, by the rows {@code A-…} of {@code terms.csv}.
 *
 * @param row the row
 * @param months in how many of the months it counts the total cost was over its amount
 * @param needed how many it takes
 */
public record CostAlert(Ruling row, int months, int needed) {

    /** Whether there are enough of them. */
    public boolean isDue() {
        return months >= needed;
    }

    /** What the months up to and with this one come to, by each row; only months written in the ledger are known. */
    public static List<CostAlert> of(Map<YearMonth, Long> totals, YearMonth now) {
        return Terms.all().stream()
                .filter(row -> row.id().startsWith("A-") && row.holds(now.atDay(1)))
                .map(row -> count(row, totals, now))
                .toList();
    }

    private static CostAlert count(Ruling row, Map<YearMonth, Long> totals, YearMonth now) {
        List<Long> numbers = Terms.numbers(row);
        YearMonth first = now.minusMonths(numbers.get(2) - 1);
        long months = totals.entrySet().stream()
                .filter(month ->
                        !month.getKey().isBefore(first) && !month.getKey().isAfter(now))
                .filter(month -> month.getValue() > numbers.get(0))
                .count();
        return new CostAlert(row, Math.toIntExact(months), Math.toIntExact(numbers.get(1)));
    }
}
