package madoguchi.hub;

import java.util.List;

/**
 * 登録遅れのまとめ – how late the registrations of one insurer came.
 *
 * @param count registrations
 * @param median days; half came within these
 * @param p90 days; nine in ten came within these
 * @param max days of the latest
 * @param late registrations that took more days than the limit
 */
public record DelaySpread(long count, int median, int p90, int max, long late) {

    private static final int THOUSAND = 1_000;
    private static final int WHOLE = 100;
    private static final int HALF = 50;
    private static final int NINETY = 90;

    /** The spread of some lines, by days; all zero where there are none. */
    static DelaySpread of(List<DelayTally.Line> lines, int limit) {
        List<DelayTally.Line> sorted = lines.stream()
                .sorted(java.util.Comparator.comparingInt(DelayTally.Line::days))
                .toList();
        long count = sorted.stream().mapToLong(DelayTally.Line::count).sum();
        return new DelaySpread(
                count,
                at(sorted, count, HALF),
                at(sorted, count, NINETY),
                at(sorted, count, WHOLE),
                sorted.stream()
                        .filter(line -> line.days() > limit)
                        .mapToLong(DelayTally.Line::count)
                        .sum());
    }

    /** The days within which at least so many in a hundred came. */
    private static int at(List<DelayTally.Line> sorted, long count, int percent) {
        long needed = Math.ceilDiv(count * percent, WHOLE);
        long seen = 0;
        for (DelayTally.Line line : sorted) {
            seen += line.count();
            if (seen >= needed) {
                return line.days();
            }
        }
        return 0;
    }

    /** How many in a thousand were late. */
    public long latePerThousand() {
        return count == 0 ? 0 : (late * THOUSAND + count / 2) / count;
    }
}
