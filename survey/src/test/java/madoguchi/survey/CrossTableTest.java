package madoguchi.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import madoguchi.core.Parsed;
import org.junit.jupiter.api.Test;

/** Cross tables and what they keep back. */
class CrossTableTest {

    private static final Questionnaire QUESTIONS = Questionnaire.bundled();

    private static Question question(String id) {
        return QUESTIONS.question(id).orElseThrow();
    }

    @Test
    void linesAndColumnsSumToTheSimpleTabulation() {
        List<Response> valid = Counted.of(
                        ((Parsed.Value<List<Response>>) AnswerFile.read(QUESTIONS, InventedAnswers.csv())).value())
                .valid();
        CrossTable table = CrossTable.of(valid, question("q9"), question("q3"), 1);
        Tally tally = Tabulation.of(QUESTIONS, Counted.of(valid)).tally("q9");
        assertThat(table.hides()).isFalse();
        for (int i = 0; i < tally.lines().size(); i++) {
            CrossTable.Line line = table.lines().get(i);
            assertThat(line.total()).isEqualTo(tally.lines().get(i).share().part());
            assertThat(line.cells().stream()
                            .mapToLong(OptionalLong::orElseThrow)
                            .sum())
                    .isEqualTo(line.total());
        }
        assertThat(table.bases().stream().mapToLong(Long::longValue).sum()).isEqualTo(tally.answered());
        assertThat(CrossTable.of(valid, question("q9"), question("q3"), 5).hides())
                .isTrue();
    }

    @Test
    void aSmallCellIsHiddenTogetherWithAnotherOfItsLineAndOfItsColumn() {
        boolean[][] hidden = HiddenCells.of(new long[][] {{3, 20, 30}, {40, 50, 60}, {70, 80, 90}}, true, true, 5);
        assertThat(hidden[0][0]).isTrue();
        assertThat(count(hidden)).isEqualTo(4);
        assertThat(hidden[0][1]).isTrue();
        assertThat(hidden[1][0]).isTrue();
        assertThat(hidden[1][1]).isTrue();
    }

    @Test
    void aLineOfSeveralAnswersIsProtectedAlongTheLineOnly() {
        boolean[][] hidden = HiddenCells.of(new long[][] {{3, 20, 30}, {40, 50, 60}}, true, false, 5);
        assertThat(hidden[0]).containsExactly(true, true, false);
        assertThat(hidden[1]).containsExactly(false, false, false);
    }

    @Test
    void zeroAndTheThresholdItselfAreShown() {
        assertThat(count(HiddenCells.of(new long[][] {{0, 5}, {7, 0}}, true, true, 5)))
                .isZero();
    }

    /**
     * Every table that agrees with what is shown is written down: each hidden small cell must have more than one value among them, unless the totals alone, which are public, tell it even when every cell is hidden.
     */
    @Test
    void noHiddenCellCanBeComputedFromWhatIsShown() {
        Random random = new Random(37);
        int hiding = 0;
        for (int round = 0; round < 200; round++) {
            int height = 2 + random.nextInt(2);
            int width = 2 + random.nextInt(2);
            long[][] cells = new long[height][width];
            for (long[] row : cells) {
                for (int i = 0; i < width; i++) {
                    row[i] = random.nextInt(6);
                }
            }
            boolean[][] hidden = HiddenCells.of(cells, true, true, 3);
            if (count(hidden) > 0) {
                hiding++;
                boolean[][] all = new boolean[height][width];
                for (boolean[] row : all) {
                    Arrays.fill(row, true);
                }
                Set<List<Integer>> told = determined(cells, hidden);
                if (!told.isEmpty()) {
                    told.removeAll(determined(cells, all));
                }
                assertThat(told).as(Arrays.deepToString(cells)).isEmpty();
            }
        }
        assertThat(hiding).isGreaterThan(100);
    }

    private static int count(boolean[][] hidden) {
        int count = 0;
        for (boolean[] row : hidden) {
            for (boolean one : row) {
                count += one ? 1 : 0;
            }
        }
        return count;
    }

    private static Set<List<Integer>> determined(long[][] cells, boolean[][] hidden) {
        List<int[]> places = new ArrayList<>();
        List<Set<Long>> values = new ArrayList<>();
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                if (hidden[row][column]) {
                    places.add(new int[] {row, column});
                    values.add(new HashSet<>());
                }
            }
        }
        long[] rows = new long[cells.length];
        long[] columns = new long[cells[0].length];
        places.forEach(place -> {
            rows[place[0]] += cells[place[0]][place[1]];
            columns[place[1]] += cells[place[0]][place[1]];
        });
        enumerate(places, 0, rows, columns, new long[places.size()], values);
        Set<List<Integer>> told = new HashSet<>();
        for (int i = 0; i < places.size(); i++) {
            long cell = cells[places.get(i)[0]][places.get(i)[1]];
            if (cell > 0 && cell < 3 && values.get(i).size() < 2) {
                told.add(List.of(places.get(i)[0], places.get(i)[1]));
            }
        }
        return told;
    }

    private static void enumerate(
            List<int[]> places, int at, long[] rows, long[] columns, long[] chosen, List<Set<Long>> values) {
        if (at == places.size()) {
            for (long rest : rows) {
                if (rest != 0) {
                    return;
                }
            }
            for (long rest : columns) {
                if (rest != 0) {
                    return;
                }
            }
            for (int i = 0; i < chosen.length; i++) {
                values.get(i).add(chosen[i]);
            }
            return;
        }
        int[] place = places.get(at);
        for (long value = 0; value <= Math.min(rows[place[0]], columns[place[1]]); value++) {
            rows[place[0]] -= value;
            columns[place[1]] -= value;
            chosen[at] = value;
            enumerate(places, at + 1, rows, columns, chosen, values);
            rows[place[0]] += value;
            columns[place[1]] += value;
        }
    }
}
