package madoguchi.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.core.Problem;

/** 網羅 – lays the rows of a table over every situation and every segment of days, and knows each place where not exactly one row lies. */
final class Cover {

    private static final short NONE = -1;

    private final TableHead head;
    private final Space space;
    private final Segments segments;
    private final List<Row> rows;
    private final short[][] rowAt;
    private final BitSet[] faulty;

    Cover(TableHead head, List<Row> rows) {
        this.head = head;
        this.space = new Space(head.facets());
        this.rows = rows;
        this.segments =
                Segments.of(rows.stream().flatMap(row -> row.inForce().stream()).toList());
        this.rowAt = new short[segments.count()][space.size()];
        this.faulty = IntStream.range(0, segments.count())
                .mapToObj(segment -> new BitSet(space.size()))
                .toArray(BitSet[]::new);
        for (int segment = 0; segment < segments.count(); segment++) {
            layOver(segment);
        }
    }

    private void layOver(int segment) {
        Arrays.fill(rowAt[segment], NONE);
        for (short row = 0; row < rows.size(); row++) {
            if (isInForce(rows.get(row), segment)) {
                short laid = row;
                space.each(rows.get(row).when(), situation -> lay(segment, situation, laid));
            }
        }
        for (int situation = 0; situation < space.size(); situation++) {
            if (rowAt[segment][situation] == NONE) {
                faulty[segment].set(situation);
            }
        }
    }

    private void lay(int segment, int situation, short row) {
        if (rowAt[segment][situation] == NONE) {
            rowAt[segment][situation] = row;
        } else {
            faulty[segment].set(situation);
        }
    }

    private boolean isInForce(Row row, int segment) {
        return row.inForce()
                .filter(period ->
                        period.contains(segments.span(segment, segment).from()))
                .isPresent();
    }

    Space space() {
        return space;
    }

    Segments segments() {
        return segments;
    }

    /** The place of the row that lies over each situation, by segment; to be trusted only without {@link #problems}. */
    short[][] rowAt() {
        return rowAt;
    }

    /** The rows that lie over a situation in a segment; exactly one in a sound table. */
    List<Row> over(int segment, int situation) {
        Situation kinds = space.situation(situation);
        return rows.stream()
                .filter(row -> isInForce(row, segment) && row.when().holdsFor(kinds))
                .toList();
    }

    /** Every gap and every overlap: the situations and days that share the same rows are one problem. */
    List<Problem> problems() {
        Lapses lapses = new Lapses(head, space, segments);
        for (int segment = 0; segment < segments.count(); segment++) {
            int inSegment = segment;
            faulty[segment].stream().forEach(situation -> lapses.add(inSegment, situation, over(inSegment, situation)));
        }
        return lapses.problems();
    }

    /** Every example that its own row does not decide. */
    List<Problem> exampleProblems() {
        List<Problem> problems = new ArrayList<>();
        for (Row row : rows) {
            row.example().ifPresent(example -> {
                int situation = space.at(example.situation().kinds().toArray(Kind[]::new));
                List<Row> over = over(segments.at(example.day()), situation);
                if (!over.contains(row)) {
                    String ids = over.stream().map(Row::id).collect(Collectors.joining(", "));
                    problems.add(Problem.at(
                            row.place(),
                            row.id() + " の例を決めるのはこの行ではありません（" + (ids.isEmpty() ? "なし" : ids) + "）。",
                            "The example of " + row.id() + " is not decided by this row but by "
                                    + (ids.isEmpty() ? "none" : ids) + "."));
                }
            });
        }
        return problems;
    }
}
