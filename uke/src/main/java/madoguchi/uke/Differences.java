package madoguchi.uke;

import java.util.ArrayList;
import java.util.List;

/*
 * Lines that are the same in both receipts, in order and as many as possible (the longest common subsequence), are the fixed points. Between two of them, a line of before and the next line of after with the same record id
 * are the same record with other fields; what is left was removed or added. Receipts of more lines than can be compared with each other (some thousands) are paired by position instead.
 */

/** 違いを探す – what changed from one receipt to the other, record by record and field by field. */
public final class Differences {

    private static final long MOST = 16_000_000;

    private final List<Line> before;
    private final List<Line> after;
    private final List<Difference> found = new ArrayList<>();

    private Differences(List<Line> before, List<Line> after) {
        this.before = before;
        this.after = after;
    }

    /** Every difference of two receipts (or heads, or feet), in order; none when their bytes are the same. */
    public static List<Difference> of(Part before, Part after) {
        Differences differences = new Differences(before.lines(), after.lines());
        differences.find();
        return List.copyOf(differences.found);
    }

    private void find() {
        int first = 0;
        int most = Math.min(before.size(), after.size());
        while (first < most && before.get(first).sameBytes(after.get(first))) {
            first++;
        }
        int rest = 0;
        while (rest < most - first && same(before.size() - 1 - rest, after.size() - 1 - rest)) {
            rest++;
        }
        between(first, before.size() - rest, first, after.size() - rest);
    }

    private boolean same(int left, int right) {
        return before.get(left).sameBytes(after.get(right));
    }

    private void between(int left, int leftEnd, int right, int rightEnd) {
        int rows = leftEnd - left;
        int columns = rightEnd - right;
        if ((long) rows * columns > MOST) {
            gap(left, leftEnd, right, rightEnd);
            return;
        }
        int[][] longest = longest(left, rows, right, columns);
        int fromLeft = 0;
        int fromRight = 0;
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (same(left + i, right + j)) {
                gap(left + fromLeft, left + i, right + fromRight, right + j);
                fromLeft = ++i;
                fromRight = ++j;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        gap(left + fromLeft, leftEnd, right + fromRight, rightEnd);
    }

    private int[][] longest(int left, int rows, int right, int columns) {
        int[][] longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] = same(left + i, right + j)
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private void gap(int left, int leftEnd, int right, int rightEnd) {
        int next = right;
        for (int i = left; i < leftEnd; i++) {
            int partner = next;
            while (partner < rightEnd
                    && after.get(partner).id() != before.get(i).id()) {
                partner++;
            }
            if (partner == rightEnd) {
                found.add(new Difference.Removed(before.get(i)));
                continue;
            }
            for (; next < partner; next++) {
                found.add(new Difference.Added(after.get(next)));
            }
            fields(before.get(i), after.get(next++));
        }
        for (; next < rightEnd; next++) {
            found.add(new Difference.Added(after.get(next)));
        }
    }

    private void fields(Line was, Line is) {
        if (was.sameBytes(is)) {
            return;
        }
        int already = found.size();
        int most = Math.max(was.count(), is.count());
        for (int field = 1; field <= most; field++) {
            if (!was.text(field).equals(is.text(field))) {
                found.add(new Difference.Changed(was, is, field));
            }
        }
        if (found.size() == already) {
            found.add(new Difference.Rewritten(was, is));
        }
    }
}
