package madoguchi.uke;

import java.util.OptionalInt;

/**
 * 算定単位 – the run of lines up to the one that carries 点数, with the comments that belong to it; or comments alone (摘要欄の頭 01, 末尾 99), which have no points.
 *
 * @param from index of its first line in the receipt
 * @param to index behind its last line
 * @param category 診療識別 of the group it stands in; empty when none was written before it
 * @param burden 負担区分 of its line with points, else of its first line; 0 when there is none
 * @param points 点数 of one time; empty for comments alone and for a unit that was cut off
 * @param count 回数; empty likewise
 * @param days how often on each day, index 0 the first of the month, of the line with points; a copy is yours to change
 */
@SuppressWarnings("ArrayRecordComponent") // 31 numbers of a value that lives as long as one receipt is looked at.
public record Unit(int from, int to, String category, char burden, OptionalInt points, OptionalInt count, int[] days) {

    /** 点数 × 回数; 0 when there are no points. Without a count it was once. */
    public long total() {
        return points.isEmpty() ? 0 : (long) points.getAsInt() * count.orElse(1);
    }

    /** The days on which something of it was done, as bits: bit 0 is the first of the month. */
    public int dayMask() {
        int mask = 0;
        for (int day = 0; day < days.length; day++) {
            mask |= days[day] > 0 ? 1 << day : 0;
        }
        return mask;
    }

    /** Whether it is charged. */
    public boolean isCharged() {
        return points.isPresent();
    }

    /** By value, the days too. */
    @Override
    public boolean equals(Object that) {
        return that instanceof Unit unit
                && from == unit.from
                && to == unit.to
                && category.equals(unit.category)
                && burden == unit.burden
                && points.equals(unit.points)
                && count.equals(unit.count)
                && java.util.Arrays.equals(days, unit.days);
    }

    @Override
    public int hashCode() {
        return 31 * from + to;
    }

    /** Where it stands. */
    @Override
    public String toString() {
        return "Unit[" + from + ", " + to + "]";
    }
}
