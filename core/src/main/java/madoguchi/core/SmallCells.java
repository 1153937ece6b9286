package madoguchi.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/*
 * A figure about one or two facilities, or about a few answers, tells about single ones; it is hidden (primary suppression). But figures that are published together add
 * up: by rows, by columns, from facilities to prefectures, and one figure may stand in several tables. So the release is looked at as a whole: figures that have names,
 * and sums among them, whichever table shows them. A figure of one name is hidden everywhere or nowhere. More figures are hidden (complementary suppression) until
 *
 *   (1) no sum hides exactly one of its figures: it would be a subtraction,
 *   (2) no sum whose total is shown hides parts that come to less than the threshold together: each of them would be known to be small, and
 *   (3) every hidden figure has a witness: other whole numbers, none below 0, that agree with everything published and give this figure another value. A witness is looked
 *       for by steps: the figure is changed by one or two, which breaks the sums it stands in; a broken sum is mended by changing another hidden figure of it, and so on
 *       until all sums hold. Steps are bounded; where none is found in time the figure counts as known, so (3) errs on the side of hiding.
 *
 * (3) is what looking at one line after the other cannot give: figures that no single sum tells may follow from several sums together, across tables. Of the figures
 * that could be hidden the one with the smallest value goes first, totals last, because they tell the most to readers. Each step hides one more figure, so it ends. Where
 * everything in a sum that may be hidden is hidden and the rest still tells a figure, it is said to be exposed: the release must not go out like that.
 */

/** 少数セルの秘匿 – which figures of a release are hidden, over all its tables together. Pure; knows nothing of what is counted. */
public final class SmallCells {

    private static final int STEPS = 5_000;

    /* By one, else by two: a figure that stands opposite two others at once moves by two. */
    private static final List<Integer> FIRST_STEPS = List.of(1, -1, 2, -2);

    private final List<Figure> figures;
    private final List<Line> lines;
    private final List<List<Line>> linesOf;
    private final boolean[] hidden;
    private final long least;

    private SmallCells(List<Figure> figures, List<Line> lines, long least) {
        this.figures = figures;
        this.lines = lines;
        this.least = least;
        this.hidden = new boolean[figures.size()];
        this.linesOf = new ArrayList<>();
        figures.forEach(figure -> linesOf.add(new ArrayList<>()));
        lines.forEach(line ->
                Arrays.stream(line.places()).forEach(place -> linesOf.get(place).add(line)));
    }

    /**
     * 数字.
     *
     * @param name names it in all tables of the release
     * @param values what is published under that name, each 0 or more: at least one count, and others that are shown or hidden with it
     * @param small whether it must be hidden for its own sake
     * @param kept whether it cannot be hidden, because it is known anyway; then {@code small} must be false
     */
    public record Figure(String name, List<Long> values, boolean small, boolean kept) {
        /** Copies the list; throws {@link IllegalArgumentException} for no or negative values, or one that is small and kept. */
        public Figure {
            values = List.copyOf(values);
            if (values.isEmpty() || values.stream().anyMatch(value -> value < 0) || (small && kept)) {
                throw new IllegalArgumentException("no figure of a release");
            }
        }
    }

    /**
     * 和.
     *
     * @param total name of the figure that is the sum
     * @param parts names of what it is the sum of
     */
    public record Sum(String total, List<String> parts) {
        /** Copies the list. */
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    /**
     * 秘匿の結果.
     *
     * @param hidden names of the figures that must not be shown
     * @param exposed those of them that what is left tells all the same; the release must not go out unless this is empty
     */
    public record Hidden(Set<String> hidden, Set<String> exposed) {
        /** Copies the sets. */
        public Hidden {
            hidden = Set.copyOf(hidden);
            exposed = Set.copyOf(exposed);
        }
    }

    /** A sum by places: the first is the total. */
    @SuppressWarnings("ArrayRecordComponent") // Places in a list, read only, never compared.
    private record Line(int number, int[] places) {
        int sign(int place) {
            return places[0] == place ? -1 : 1;
        }
    }

    /**
     * Which figures are hidden.
     *
     * @param figures of all tables, each name once
     * @param sums of all tables; every name must be a figure's, and every value of the total the sum of those of the parts, else {@link IllegalArgumentException}
     * @param least hidden parts of a shown total come to at least this much together, by the first value; 1 or more
     */
    public static Hidden hide(List<Figure> figures, List<Sum> sums, long least) {
        Map<String, Integer> places = new HashMap<>();
        figures.forEach(figure -> {
            if (places.put(figure.name(), places.size()) != null) {
                throw new IllegalArgumentException("a figure stands twice");
            }
        });
        List<Line> lines = IntStream.range(0, sums.size())
                .mapToObj(number -> line(number, sums.get(number), places, figures))
                .toList();
        return new SmallCells(List.copyOf(figures), lines, least).hide();
    }

    private static Line line(int number, Sum sum, Map<String, Integer> places, List<Figure> figures) {
        int[] line = IntStream.concat(
                        IntStream.of(place(places, sum.total())),
                        sum.parts().stream().mapToInt(part -> place(places, part)))
                .toArray();
        Line made = new Line(number, line);
        for (int value = 0; value < figures.get(line[0]).values().size(); value++) {
            int measure = value;
            if (Arrays.stream(line)
                            .mapToLong(place -> made.sign(place)
                                    * figures.get(place).values().get(measure))
                            .sum()
                    != 0) {
                throw new IllegalArgumentException("a total is not the sum of its parts: " + sum.total());
            }
        }
        return made;
    }

    private static int place(Map<String, Integer> places, String name) {
        return Objects.requireNonNull(places.get(name), name);
    }

    private Hidden hide() {
        for (int place = 0; place < hidden.length; place++) {
            hidden[place] = figures.get(place).small();
        }
        Set<Integer> exposed = new HashSet<>();
        while (hidesOneMore(exposed)) {
            exposed.clear();
        }
        return new Hidden(
                names(IntStream.range(0, hidden.length)
                        .filter(place -> hidden[place])
                        .boxed()
                        .toList()),
                names(exposed));
    }

    private Set<String> names(Collection<Integer> places) {
        Set<String> names = new HashSet<>();
        places.forEach(place -> names.add(figures.get(place).name()));
        return names;
    }

    private boolean hidesOneMore(Set<Integer> exposed) {
        for (Line line : lines) {
            if (isUnsafe(line) && hideIn(List.of(line))) {
                return true;
            }
        }
        for (int place = 0; place < hidden.length; place++) {
            if (hidden[place] && isKnown(place)) {
                if (hideIn(linesOf.get(place))) {
                    return true;
                }
                exposed.add(place);
            }
        }
        return false;
    }

    private boolean isUnsafe(Line line) {
        int[] here = Arrays.stream(line.places()).filter(place -> hidden[place]).toArray();
        return here.length == 1
                || (here.length > 1
                        && !hidden[line.places()[0]]
                        && Arrays.stream(here)
                                        .mapToLong(place ->
                                                figures.get(place).values().getFirst())
                                        .sum()
                                < least);
    }

    /** Hides the figure that tells readers least; false when nothing is left that may be hidden. */
    private boolean hideIn(List<Line> some) {
        Optional<Integer> chosen = some.stream()
                .flatMap(line -> Arrays.stream(line.places()).boxed())
                .filter(place -> !hidden[place] && !figures.get(place).kept())
                .min(Comparator.comparing(this::isTotal)
                        .thenComparing(place -> figures.get(place).values().getFirst() == 0)
                        .thenComparing(place -> figures.get(place).values().getFirst())
                        .thenComparing(place -> figures.get(place).name()));
        chosen.ifPresent(place -> hidden[place] = true);
        return chosen.isPresent();
    }

    private boolean isTotal(int place) {
        return linesOf.get(place).stream().anyMatch(line -> line.places()[0] == place);
    }

    /** Whether any of its values follows from what is published, as far as the search can tell. */
    private boolean isKnown(int place) {
        for (int value = 0; value < figures.get(place).values().size(); value++) {
            int measure = value;
            if (FIRST_STEPS.stream().noneMatch(change -> hasWitness(place, measure, change))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWitness(int place, int value, int change) {
        Trial trial = new Trial(new int[hidden.length], new int[lines.size()], new int[] {STEPS});
        return canChange(place, value, change) && mends(trial, place, value, change);
    }

    /**
     * 試し – other numbers that are being tried.
     *
     * @param changes by figure
     * @param off by sum, how far parts and total are apart
     * @param left how many steps may still be tried
     */
    @SuppressWarnings("ArrayRecordComponent") // Lives as long as one search.
    private record Trial(int[] changes, int[] off, int[] left) {
        void change(int place, int by, List<Line> lines) {
            changes[place] += by;
            lines.forEach(line -> off[line.number()] += line.sign(place) * by);
        }
    }

    private boolean canChange(int place, int value, int change) {
        return hidden[place] && figures.get(place).values().get(value) + change >= 0;
    }

    /* Makes the change, then mends the first sum that it broke in every possible way, whole or by one; takes it back when none leads to the end. */
    private boolean mends(Trial trial, int place, int value, int change) {
        trial.change(place, change, linesOf.get(place));
        int broken = 0;
        while (broken < trial.off().length && trial.off()[broken] == 0) {
            broken++;
        }
        if (broken == trial.off().length || mendsLine(trial, lines.get(broken), value)) {
            return true;
        }
        trial.change(place, -change, linesOf.get(place));
        return false;
    }

    private boolean mendsLine(Trial trial, Line line, int value) {
        int off = trial.off()[line.number()];
        for (int next : line.places()) {
            if (trial.changes()[next] == 0) {
                int whole = -off * line.sign(next);
                int one = Integer.signum(whole);
                if ((tries(trial) && canChange(next, value, whole) && mends(trial, next, value, whole))
                        || (one != whole
                                && tries(trial)
                                && canChange(next, value, one)
                                && mends(trial, next, value, one))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean tries(Trial trial) {
        return trial.left()[0]-- > 0;
    }
}
