package madoguchi.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import madoguchi.core.Period;
import madoguchi.core.Problem;

/** 網羅 – lays the rows over every situation and every segment of days, and reports each place where not exactly one row lies. */
final class Cover {

    private final Segments segments;
    private final List<Row> rows;
    private final List<List<List<Row>>> rowsBySegmentAndSituation;

    Cover(List<Row> rows) {
        this.rows = rows;
        this.segments =
                Segments.of(rows.stream().flatMap(row -> row.inForce().stream()).toList());
        this.rowsBySegmentAndSituation =
                segments.periods().stream().map(this::laidOver).toList();
    }

    private List<List<Row>> laidOver(Period days) {
        List<Row> inForce = rows.stream()
                .filter(row -> row.inForce()
                        .filter(period -> period.contains(days.from()))
                        .isPresent())
                .toList();
        return Situation.all().stream()
                .map(situation -> inForce.stream()
                        .filter(row -> row.when().holdsFor(situation))
                        .toList())
                .toList();
    }

    Segments segments() {
        return segments;
    }

    /** The rows that lie over a situation in a segment; exactly one in a sound table. */
    List<Row> over(int segment, Situation situation) {
        return rowsBySegmentAndSituation.get(segment).get(situation.ordinal());
    }

    /** Every gap and every overlap, each with its situation and its days; neighbouring segments with the same fault are one problem. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Situation situation : Situation.all()) {
            for (int first = 0; first < segments.count(); ) {
                List<Row> over = over(first, situation);
                int last = first;
                while (last + 1 < segments.count() && over(last + 1, situation).equals(over)) {
                    last++;
                }
                if (over.size() != 1) {
                    problems.add(problem(situation, segments.span(first, last), over));
                }
                first = last + 1;
            }
        }
        return problems;
    }

    private static Problem problem(Situation situation, Period days, List<Row> over) {
        String place = situation + ", " + Days.written(days);
        if (over.isEmpty()) {
            return Problem.at(place, "当てはまる行がありません（抜け）。", "No row decides this (gap).");
        }
        String ids = over.stream().map(Row::id).collect(Collectors.joining(", "));
        return Problem.at(place, "行が重なっています: " + ids, "Several rows decide this (overlap): " + ids);
    }

    /** Every example that its own row does not decide. */
    List<Problem> exampleProblems() {
        List<Problem> problems = new ArrayList<>();
        for (Row row : rows) {
            row.example().ifPresent(example -> {
                List<Row> over = over(segments.at(example.day()), example.situation());
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
