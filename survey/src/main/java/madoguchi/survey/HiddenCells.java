package madoguchi.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import madoguchi.core.SmallCells;

/*
 * What is published: every cell, the totals of the rows, and under each column its base, how many of that group answered at all. Known anyway, from the simple tabulation of the other question, is how large each group is:
 * base and 無回答 of a column add up to it, so a base beside a hidden 無回答 would tell it. Rows of a question with several answers do not add up downwards and are no sums.
 */

/**
 * 少数セルの秘匿 – which cells and bases of a cross table are hidden: the table told to {@link SmallCells}. What the public totals tell by themselves (of a line whose total is 1) cannot be hidden.
 *
 * @param hidden names of what is
 */
record HiddenCells(Set<String> hidden) {

    /** Copies the set. */
    HiddenCells {
        hidden = Set.copyOf(hidden);
    }

    /**
     * 秘匿.
     *
     * @param cells counts by row and column, the last row being 無回答; all rows equally long
     * @param bases by column, how many answered
     * @param byRow whether the cells of a row add up to a total that is shown
     * @param byColumn whether those of a column, without 無回答, add up to its base
     * @param threshold counts from 1 to below it are hidden; 1 hides nothing
     */
    static HiddenCells of(long[][] cells, long[] bases, boolean byRow, boolean byColumn, int threshold) {
        List<SmallCells.Figure> figures = new ArrayList<>();
        List<SmallCells.Sum> sums = new ArrayList<>();
        int last = cells.length - 1;
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < bases.length; column++) {
                figures.add(figure(cell(row, column), cells[row][column], threshold));
            }
        }
        for (int column = 0; column < bases.length; column++) {
            int here = column;
            figures.add(figure(base(column), bases[column], threshold));
            if (byColumn) {
                sums.add(new SmallCells.Sum(base(column), names(last, row -> cell(row, here))));
            }
            known(
                    figures,
                    sums,
                    "group " + column,
                    bases[column] + cells[last][column],
                    List.of(base(column), cell(last, column)));
        }
        if (byRow) {
            for (int row = 0; row < cells.length; row++) {
                int here = row;
                long total = IntStream.range(0, bases.length)
                        .mapToLong(column -> cells[here][column])
                        .sum();
                known(figures, sums, "row " + row, total, names(bases.length, column -> cell(here, column)));
            }
            known(
                    figures,
                    sums,
                    "answered",
                    IntStream.range(0, bases.length)
                            .mapToLong(column -> bases[column])
                            .sum(),
                    names(bases.length, HiddenCells::base));
        }
        return new HiddenCells(SmallCells.hide(figures, sums, threshold).hidden());
    }

    private interface Naming {
        String of(int number);
    }

    private static List<String> names(int count, Naming naming) {
        return IntStream.range(0, count).mapToObj(naming::of).toList();
    }

    private static SmallCells.Figure figure(String name, long count, int threshold) {
        return new SmallCells.Figure(name, List.of(count), count > 0 && count < threshold, false);
    }

    private static void known(
            List<SmallCells.Figure> figures, List<SmallCells.Sum> sums, String name, long total, List<String> parts) {
        figures.add(new SmallCells.Figure(name, List.of(total), false, true));
        sums.add(new SmallCells.Sum(name, parts));
    }

    /** Whether the cell there is hidden. */
    boolean hidesCell(int row, int column) {
        return hidden.contains(cell(row, column));
    }

    /** Whether the base of that column is hidden. */
    boolean hidesBase(int column) {
        return hidden.contains(base(column));
    }

    /* Digits in front, so that names sort as places do. */
    private static String cell(int row, int column) {
        return "%03d/%03d".formatted(row, column);
    }

    private static String base(int column) {
        return "base %03d".formatted(column);
    }
}
