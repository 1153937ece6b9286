package madoguchi.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import madoguchi.core.SmallCells;

/**
 * 少数セルの秘匿 – which cells of a cross table are hidden: the table told to {@link SmallCells}. Its totals are those of the simple tabulation and public, so they are never hidden, and what they tell by themselves
 * (of a line whose total is 1) cannot be. Rows of a question with several answers do not add up downwards and are no sums.
 */
final class HiddenCells {

    private HiddenCells() {}

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
        int height = cells.length;
        int width = height == 0 ? 0 : cells[0].length;
        List<SmallCells.Figure> figures = new ArrayList<>();
        List<SmallCells.Sum> sums = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                long count = cells[row][column];
                figures.add(new SmallCells.Figure(
                        name(row, column), List.of(count), count > 0 && count < threshold, false));
            }
        }
        for (int row = 0; byRow && row < height; row++) {
            int here = row;
            add(
                    figures,
                    sums,
                    "row " + row,
                    IntStream.range(0, width)
                            .mapToObj(column -> name(here, column))
                            .toList());
        }
        for (int column = 0; byColumn && column < width; column++) {
            int here = column;
            add(
                    figures,
                    sums,
                    "column " + column,
                    IntStream.range(0, height).mapToObj(row -> name(row, here)).toList());
        }
        Set<String> hidden = SmallCells.hide(figures, sums, threshold).hidden();
        boolean[][] places = new boolean[height][width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                places[row][column] = hidden.contains(name(row, column));
            }
        }
        return places;
    }

    private static void add(
            List<SmallCells.Figure> figures, List<SmallCells.Sum> sums, String total, List<String> parts) {
        long sum = figures.stream()
                .filter(figure -> parts.contains(figure.name()))
                .mapToLong(figure -> figure.values().getFirst())
                .sum();
        figures.add(new SmallCells.Figure(total, List.of(sum), false, true));
        sums.add(new SmallCells.Sum(total, parts));
    }

    /* Digits in front, so that names sort as places do. */
    private static String name(int row, int column) {
        return "%03d/%03d".formatted(row, column);
    }
}
