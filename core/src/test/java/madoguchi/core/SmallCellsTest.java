package madoguchi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import madoguchi.core.SmallCells.Figure;
import madoguchi.core.SmallCells.Hidden;
import madoguchi.core.SmallCells.Sum;
import org.junit.jupiter.api.Test;

/** What is hidden in a release cannot be computed from what is left of it; the attacker of these tests tries every possible table. */
class SmallCellsTest {

    private static final long LEAST = 3;

    private static Figure figure(String name, long value) {
        return new Figure(name, List.of(value), value > 0 && value < LEAST, false);
    }

    @Test
    void nothingIsHiddenWhereNothingIsSmall() {
        Hidden hidden = SmallCells.hide(
                List.of(figure("a", 5), figure("b", 0), figure("all", 5)),
                List.of(new Sum("all", List.of("a", "b"))),
                LEAST);

        assertThat(hidden).isEqualTo(new Hidden(Set.of(), Set.of()));
    }

    @Test
    void aSmallCellTakesTheSmallestOtherOneOfItsRowWithIt() {
        Hidden hidden = SmallCells.hide(
                List.of(figure("a", 1), figure("b", 7), figure("c", 5), figure("all", 13)),
                List.of(new Sum("all", List.of("a", "b", "c"))),
                LEAST);

        assertThat(hidden).isEqualTo(new Hidden(Set.of("a", "c"), Set.of()));
    }

    /** Each table alone would be safe with two cells hidden; but b stands in both, and the second shows it. */
    @Test
    void aFigureOfTwoTablesIsHiddenInBothAndTheSecondTableIsMadeSafeToo() {
        List<Figure> figures = List.of(
                figure("a", 1),
                figure("b", 4),
                figure("first", 5),
                figure("c", 6),
                figure("d", 9),
                figure("second", 19));
        List<Sum> sums = List.of(new Sum("first", List.of("a", "b")), new Sum("second", List.of("b", "c", "d")));

        Hidden hidden = SmallCells.hide(figures, sums, LEAST);

        assertThat(hidden.hidden()).contains("a", "b", "c");
        assertThat(hidden.exposed()).isEmpty();
    }

    /** No row and no column tells x here, all of them together do: (x+u) + (x+v) − (u+v) = 2x. */
    @Test
    void severalSumsTogetherDoNotTellWhatNoneTellsAlone() {
        List<Figure> figures = List.of(
                figure("x", 2),
                figure("u", 1),
                figure("v", 2),
                figure("w", 9),
                new Figure("xu", List.of(3L), false, true),
                new Figure("xv", List.of(4L), false, true),
                new Figure("uvw", List.of(12L), false, true));
        List<Sum> sums = List.of(
                new Sum("xu", List.of("x", "u")),
                new Sum("xv", List.of("x", "v")),
                new Sum("uvw", List.of("u", "v", "w")));

        Hidden hidden = SmallCells.hide(figures, sums, LEAST);

        assertThat(hidden).isEqualTo(new Hidden(Set.of("x", "u", "v", "w"), Set.of()));
    }

    @Test
    void whatKnownTotalsTellWhateverIsHiddenIsSaidToBeExposed() {
        Hidden hidden = SmallCells.hide(
                List.of(figure("a", 2), figure("b", 0), new Figure("all", List.of(2L), false, true)),
                List.of(new Sum("all", List.of("a", "b"))),
                LEAST);

        assertThat(hidden.hidden()).containsExactlyInAnyOrder("a", "b");
        assertThat(hidden.exposed()).isEmpty();
        assertThat(SmallCells.hide(
                                List.of(figure("a", 2), new Figure("all", List.of(2L), false, true)),
                                List.of(new Sum("all", List.of("a"))),
                                LEAST)
                        .exposed())
                .containsExactly("a");
    }

    @Test
    void everyValueUnderANameIsProtected() {
        List<Figure> figures = List.of(
                new Figure("a", List.of(1L, 0L), true, false),
                new Figure("b", List.of(5L, 0L), false, false),
                new Figure("c", List.of(6L, 40L), false, false),
                new Figure("all", List.of(12L, 40L), false, true));
        List<Sum> sums = List.of(new Sum("all", List.of("a", "b", "c")));

        // With b alone beside it, the second value of a would be told to be 0 by the total.
        assertThat(SmallCells.hide(figures, sums, LEAST).hidden()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void figuresThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> SmallCells.hide(
                        List.of(figure("a", 1), figure("all", 2)), List.of(new Sum("all", List.of("a"))), LEAST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SmallCells.hide(List.of(figure("a", 1), figure("a", 2)), List.of(), LEAST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Two tables of one release that share their rows and a total: a hundred random ones, and an attacker who tries every table that fits. */
    @Test
    void noHiddenFigureOfLinkedTablesHasOnlyOnePossibleValue() {
        SplittableRandom dice = new SplittableRandom(8);
        int hides = 0;
        for (int round = 0; round < 100; round++) {
            List<Figure> figures = new ArrayList<>();
            List<Sum> sums = new ArrayList<>();
            linked(dice, figures, sums);
            Hidden hidden = SmallCells.hide(figures, sums, LEAST);
            assertThat(hidden.hidden())
                    .containsAll(figures.stream()
                            .filter(Figure::small)
                            .map(Figure::name)
                            .toList());
            hides += hidden.hidden().size();
            Map<String, Set<Long>> possible = possible(figures, hidden.hidden());
            hidden.hidden().stream()
                    .filter(name -> !hidden.exposed().contains(name))
                    .forEach(name -> assertThat(possible.get(name)).as(name).hasSizeGreaterThan(1));
        }
        assertThat(hides).isGreaterThan(200);
    }

    /** Rows r0, r1 by columns c0, c1 in one table, the same rows by k0, k1 in another, totals of the rows in both. */
    private static void linked(SplittableRandom dice, List<Figure> figures, List<Sum> sums) {
        long[] rows = new long[2];
        for (int row = 0; row < 2; row++) {
            long first = dice.nextInt(4);
            long second = dice.nextInt(4);
            rows[row] = first + second;
            long other = dice.nextLong(rows[row] + 1);
            figures.add(figure("r" + row + "c0", first));
            figures.add(figure("r" + row + "c1", second));
            figures.add(figure("r" + row + "k0", other));
            figures.add(figure("r" + row + "k1", rows[row] - other));
            figures.add(figure("r" + row, rows[row]));
            sums.add(new Sum("r" + row, List.of("r" + row + "c0", "r" + row + "c1")));
            sums.add(new Sum("r" + row, List.of("r" + row + "k0", "r" + row + "k1")));
        }
        for (String column : List.of("c0", "c1", "k0", "k1")) {
            long sum = value(figures, "r0" + column) + value(figures, "r1" + column);
            figures.add(new Figure(column, List.of(sum), sum > 0 && sum < LEAST, false));
            sums.add(new Sum(column, List.of("r0" + column, "r1" + column)));
        }
        figures.add(new Figure("all", List.of(rows[0] + rows[1]), false, true));
        sums.add(new Sum("all", List.of("r0", "r1")));
        sums.add(new Sum("all", List.of("c0", "c1")));
        sums.add(new Sum("all", List.of("k0", "k1")));
    }

    private static long value(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values()
                .getFirst();
    }

    /** Every value that each figure can have in a table of whole numbers that agrees with what is published. */
    private static Map<String, Set<Long>> possible(List<Figure> figures, Set<String> hidden) {
        Attack attack = new Attack(new HashMap<>(), new HashMap<>());
        figures.stream()
                .filter(figure -> !hidden.contains(figure.name()))
                .forEach(figure ->
                        attack.known().put(figure.name(), figure.values().getFirst()));
        attack.tryAll(value(figures, "all"));
        return attack.possible();
    }

    private record Attack(Map<String, Long> known, Map<String, Set<Long>> possible) {

        void tryAll(long all) {
            for (long a = 0; a <= all; a++) {
                for (long b = 0; fits("r0c0", a) && b <= all - a; b++) {
                    for (long c = 0; fits("r0c1", b) && fits("r0", a + b) && c <= all - a - b; c++) {
                        long d = all - a - b - c;
                        if (fits("r1c0", c)
                                && fits("r1c1", d)
                                && fits("r1", c + d)
                                && fits("c0", a + c)
                                && fits("c1", b + d)) {
                            tryOther(List.of(a, b, c, d), a + b, c + d);
                        }
                    }
                }
            }
        }

        private void tryOther(List<Long> first, long above, long below) {
            for (long e = 0; e <= above; e++) {
                for (long f = 0; fits("r0k0", e) && fits("r0k1", above - e) && f <= below; f++) {
                    if (fits("r1k0", f)
                            && fits("r1k1", below - f)
                            && fits("k0", e + f)
                            && fits("k1", above + below - e - f)) {
                        note(first, above, below, e, f);
                    }
                }
            }
        }

        private void note(List<Long> first, long above, long below, long e, long f) {
            note("r0c0", first.get(0));
            note("r0c1", first.get(1));
            note("r1c0", first.get(2));
            note("r1c1", first.get(3));
            note("r0", above);
            note("r1", below);
            note("c0", first.get(0) + first.get(2));
            note("c1", first.get(1) + first.get(3));
            note("r0k0", e);
            note("r0k1", above - e);
            note("r1k0", f);
            note("r1k1", below - f);
            note("k0", e + f);
            note("k1", above + below - e - f);
        }

        private void note(String name, long value) {
            possible.computeIfAbsent(name, n -> new HashSet<>()).add(value);
        }

        private boolean fits(String name, long value) {
            return known.getOrDefault(name, value) == value;
        }
    }
}
