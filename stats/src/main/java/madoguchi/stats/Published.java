package madoguchi.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Text;

/*
 * Every figure stands once, transcribed with its place (published.csv). Sums and percentages are not typed: they are computed by the checks of published-checks.csv and
 * compared with what was printed.
 */

/** 公表値 – the published figures of the seeds about usage (seed 001, October 2025 above all; {@code policy-timeline.md} Part 3), and the arithmetic over them. */
public final class Published {

    private static final int VALUE = 8;
    private static final int UNIT = 9;

    private final Map<String, PublishedFigure> figures = new LinkedHashMap<>();
    private final List<PublishedCheck> checks;

    private Published(List<List<String>> rows, List<List<String>> checks) {
        rows.forEach(row -> {
            if (figures.putIfAbsent(row.getFirst(), figure(row)) != null) {
                throw new IllegalArgumentException("a published figure stands twice: " + row.getFirst());
            }
        });
        this.checks = checks.stream().map(this::check).toList();
    }

    /** Those that come with the program. */
    static Published bundled() {
        return new Published(Csv.bundled("published.csv"), Csv.bundled("published-checks.csv"));
    }

    /** Those of two texts in the same form; throws {@link IllegalArgumentException} when a check names a figure that is not there. */
    static Published of(String figures, String checks) {
        return new Published(Csv.rows(figures), Csv.rows(checks));
    }

    private static PublishedFigure figure(List<String> row) {
        return new PublishedFigure(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                new Text(row.get(4), row.get(5)),
                new Text(row.get(6), row.get(7)),
                new BigDecimal(row.get(VALUE)),
                row.get(UNIT));
    }

    private PublishedCheck check(List<String> row) {
        return PublishedCheck.of(
                row.get(0),
                row.get(1),
                Optional.of(row.get(2)).filter(id -> !id.isEmpty()).map(this::figure),
                Arrays.stream(row.get(3).split(" ")).map(this::figure).toList());
    }

    /** The figure of that id; throws {@link IllegalArgumentException} when there is none. */
    PublishedFigure figure(String id) {
        return Optional.ofNullable(figures.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no published figure " + id));
    }

    /** All of them, as transcribed. */
    public List<PublishedFigure> figures() {
        return List.copyOf(figures.values());
    }

    /** All computations over them. */
    public List<PublishedCheck> checks() {
        return checks;
    }

    /** 食い違い – the computations with which the print does not agree. */
    public List<PublishedCheck> differences() {
        return checks.stream()
                .filter(check -> check.agrees().filter(agrees -> !agrees).isPresent())
                .toList();
    }
}
