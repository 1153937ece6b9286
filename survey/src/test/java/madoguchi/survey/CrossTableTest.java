package madoguchi.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
        assertThat(table.bases().stream().mapToLong(OptionalLong::orElseThrow).sum())
                .isEqualTo(tally.answered());
        assertThat(CrossTable.of(valid, question("q9"), question("q3"), 5).hides())
                .isTrue();
    }

    /** Of a question with one answer: under each column its base, the sum of all rows but the last, which is 無回答. */
    private static HiddenCells hide(long[][] cells, int threshold) {
        return HiddenCells.of(cells, bases(cells), true, true, threshold);
    }

    private static long[] bases(long[][] cells) {
        long[] bases = new long[cells[0].length];
        for (int row = 0; row < cells.length - 1; row++) {
            for (int column = 0; column < bases.length; column++) {
                bases[column] += cells[row][column];
            }
        }
        return bases;
    }

    @Test
    void aSmallCellIsHiddenTogetherWithAnotherOfItsLineAndOfItsColumn() {
        assertThat(hide(new long[][] {{3, 20, 30}, {40, 50, 60}, {70, 80, 90}}, 5)
                        .hidden())
                .containsExactlyInAnyOrder("000/000", "000/001", "001/000", "001/001");
    }

    @Test
    void aLineOfSeveralAnswersIsProtectedAlongTheLineOnly() {
        assertThat(HiddenCells.of(
                                new long[][] {{3, 20, 30}, {40, 50, 60}, {70, 80, 90}},
                                new long[] {41, 55, 70},
                                true,
                                false,
                                5)
                        .hidden())
                .containsExactlyInAnyOrder("000/000", "000/001");
    }

    @Test
    void zeroAndTheThresholdItselfAreShown() {
        assertThat(hide(new long[][] {{0, 5}, {7, 0}}, 5).hidden()).isEmpty();
    }

    /** How large each group is, everybody knows from the simple tabulation. */
    @Test
    void theBaseIsHiddenWhereItWouldTellHowManyOfAGroupDidNotAnswer() {
        assertThat(HiddenCells.of(new long[][] {{40, 50}, {3, 20}}, new long[] {40, 50}, false, false, 5)
                        .hidden())
                .containsExactlyInAnyOrder("001/000", "base 000");
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
            HiddenCells hidden = hide(cells, 3);
            if (!hidden.hidden().isEmpty()) {
                hiding++;
                Set<List<Integer>> told = determined(cells, hidden::hidesCell, hidden::hidesBase);
                if (!told.isEmpty()) {
                    told.removeAll(determined(cells, (row, column) -> true, column -> true));
                }
                assertThat(told).as(Arrays.deepToString(cells)).isEmpty();
            }
        }
        assertThat(hiding).isGreaterThan(100);
    }

    private static Set<List<Integer>> determined(
            long[][] cells, BiPredicate<Integer, Integer> hidesCell, IntPredicate hidesBase) {
        List<int[]> places = new ArrayList<>();
        List<Set<Long>> values = new ArrayList<>();
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                if (hidesCell.test(row, column)) {
                    places.add(new int[] {row, column});
                    values.add(new HashSet<>());
                }
            }
        }
        long[] rows = new long[cells.length];
        long[] columns = new long[cells[0].length];
        long[] answered = new long[cells[0].length];
        places.forEach(place -> {
            rows[place[0]] += cells[place[0]][place[1]];
            columns[place[1]] += cells[place[0]][place[1]];
            answered[place[1]] += place[0] == cells.length - 1 ? 0 : cells[place[0]][place[1]];
        });
        enumerate(
                places,
                0,
                rows,
                columns,
                new long[places.size()],
                chosen -> agrees(places, chosen, answered.clone(), cells.length - 1, hidesBase),
                values);
        Set<List<Integer>> told = new HashSet<>();
        for (int i = 0; i < places.size(); i++) {
            long cell = cells[places.get(i)[0]][places.get(i)[1]];
            if (cell > 0 && cell < 3 && values.get(i).size() < 2) {
                told.add(List.of(places.get(i)[0], places.get(i)[1]));
            }
        }
        return told;
    }

    /* Under each column whose base is shown, the cells but the last come to what they came to. */
    private static boolean agrees(
            List<int[]> places, long[] chosen, long[] answered, int last, IntPredicate hidesBase) {
        for (int i = 0; i < chosen.length; i++) {
            answered[places.get(i)[1]] -= places.get(i)[0] == last ? 0 : chosen[i];
        }
        return IntStream.range(0, answered.length).allMatch(column -> answered[column] == 0 || hidesBase.test(column));
    }

    private static void enumerate(
            List<int[]> places,
            int at,
            long[] rows,
            long[] columns,
            long[] chosen,
            Predicate<long[]> agrees,
            List<Set<Long>> values) {
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
            for (int i = 0; agrees.test(chosen) && i < chosen.length; i++) {
                values.get(i).add(chosen[i]);
            }
            return;
        }
        int[] place = places.get(at);
        for (long value = 0; value <= Math.min(rows[place[0]], columns[place[1]]); value++) {
            rows[place[0]] -= value;
            columns[place[1]] -= value;
            chosen[at] = value;
            enumerate(places, at + 1, rows, columns, chosen, agrees, values);
            rows[place[0]] += value;
            columns[place[1]] += value;
        }
    }
}
