package madoguchi.survey;

import java.util.Arrays;

/*
 * A cell below the threshold would point at single facilities. It is hidden (primary suppression). But a table shows its totals, so a hidden cell that is alone in a row or column can be computed, and so can several whose
 * sum is so small that each of them is known; therefore more cells of that line are hidden (complementary suppression), the smallest first, until
 *   (1) no line hides exactly one cell, nor cells that together come to less than the threshold, and
 *   (2) the totals leave more than one value open for every hidden cell. For (2) each hidden cell begins with the range from 0 to the smaller of its line sums and is narrowed by every line until nothing changes.
 * Each step hides one more cell, so it ends. Only lines that add up to a shown total count: rows of a question with several answers do not add up downwards.
 */

/** 少数セルの秘匿 – which cells of a table of counts are hidden. Pure. */
final class Suppression {

    private final long[][] cells;
    private final boolean[][] hidden;
    private final boolean byRow;
    private final boolean byColumn;
    private final int threshold;

    private Suppression(long[][] cells, boolean[][] hidden, boolean byRow, boolean byColumn, int threshold) {
        this.cells = cells;
        this.hidden = hidden;
        this.byRow = byRow;
        this.byColumn = byColumn;
        this.threshold = threshold;
    }

    /**
     * 秘匿.
     *
     * @param cells counts by row and column, without totals; all rows equally long
     * @param byRow whether the cells of a row add up to a total that is shown
     * @param byColumn whether those of a column do
     * @param threshold counts from 1 to below it are hidden; 1 hides nothing
     * @return true where hidden
     */
    static boolean[][] of(long[][] cells, boolean byRow, boolean byColumn, int threshold) {
        boolean[][] hidden = new boolean[cells.length][];
        for (int row = 0; row < cells.length; row++) {
            hidden[row] = new boolean[cells[row].length];
            for (int column = 0; column < cells[row].length; column++) {
                hidden[row][column] = cells[row][column] > 0 && cells[row][column] < threshold;
            }
        }
        Suppression suppression = new Suppression(cells, hidden, byRow, byColumn, threshold);
        while (suppression.hidesOneMore()) {
            // Until every line is safe.
        }
        return hidden;
    }

    private boolean hidesOneMore() {
        for (int row = 0; byRow && row < cells.length; row++) {
            if (isUnsafe(line(row, true)) && hideIn(line(row, true))) {
                return true;
            }
        }
        for (int column = 0; byColumn && column < width(); column++) {
            if (isUnsafe(line(column, false)) && hideIn(line(column, false))) {
                return true;
            }
        }
        return hidesDetermined();
    }

    private int width() {
        return cells.length == 0 ? 0 : cells[0].length;
    }

    /** The places {row, column} of a line. */
    private int[][] line(int number, boolean row) {
        int[][] places = new int[row ? width() : cells.length][];
        Arrays.setAll(places, i -> row ? new int[] {number, i} : new int[] {i, number});
        return places;
    }

    private boolean isUnsafe(int[][] line) {
        long sum = 0;
        int count = 0;
        for (int[] place : line) {
            if (isHidden(place)) {
                sum += count(place);
                count++;
            }
        }
        return count == 1 || (count > 1 && sum < threshold);
    }

    private boolean isHidden(int[] place) {
        return hidden[place[0]][place[1]];
    }

    private long count(int[] place) {
        return cells[place[0]][place[1]];
    }

    /** Hides the cell of the line that tells least: the smallest above 0, else a 0. False when all are hidden. */
    private boolean hideIn(int[][] line) {
        int[] chosen = {-1, -1};
        for (int[] place : line) {
            if (!isHidden(place) && (chosen[0] < 0 || weight(place) < weight(chosen))) {
                chosen = place;
            }
        }
        if (chosen[0] < 0) {
            return false;
        }
        hidden[chosen[0]][chosen[1]] = true;
        return true;
    }

    private long weight(int[] place) {
        return count(place) == 0 ? Long.MAX_VALUE / 2 : count(place);
    }

    private boolean hidesDetermined() {
        long[][][] ranges = ranges();
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < width(); column++) {
                if (hidden[row][column]
                        && (byRow || byColumn)
                        && ranges[row][column][0] == ranges[row][column][1]
                        && ((byRow && hideIn(line(row, true))) || (byColumn && hideIn(line(column, false))))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** By row and column {least, most} that the totals leave open. */
    private long[][][] ranges() {
        long[][][] ranges = new long[cells.length][width()][];
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < width(); column++) {
                ranges[row][column] = hidden[row][column]
                        ? new long[] {0, Long.MAX_VALUE / 4}
                        : new long[] {cells[row][column], cells[row][column]};
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int row = 0; byRow && row < cells.length; row++) {
                changed |= narrow(ranges, line(row, true));
            }
            for (int column = 0; byColumn && column < width(); column++) {
                changed |= narrow(ranges, line(column, false));
            }
        }
        return ranges;
    }

    private boolean narrow(long[][][] ranges, int[][] line) {
        long total = 0;
        for (int[] place : line) {
            total += count(place);
        }
        boolean changed = false;
        for (int i = 0; i < line.length; i++) {
            int[] place = line[i];
            long least = total;
            long most = total;
            for (int j = 0; j < line.length; j++) {
                int[] other = line[j];
                if (j != i) {
                    least = Math.max(least - ranges[other[0]][other[1]][1], Long.MIN_VALUE / 4);
                    most -= ranges[other[0]][other[1]][0];
                }
            }
            long[] range = ranges[place[0]][place[1]];
            if (least > range[0] || most < range[1]) {
                range[0] = Math.max(least, range[0]);
                range[1] = Math.min(most, range[1]);
                changed = true;
            }
        }
        return changed;
    }
}
