package madoguchi.stats;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import madoguchi.core.SmallCells;
import madoguchi.core.Text;

/**
 * 公表用の表 – kinds of facility by prefecture, with both totals and the nation: what may be given to outsiders. Figures about fewer facilities than {@code release.csv} says are hidden, and with them as many others as it takes so that none can be
 * computed from the rest, all tables together ({@link SmallCells}).
 *
 * @param month of the verifications
 * @param kinds the columns, each with its total
 * @param rows one for each prefecture
 * @param nation everything together
 * @param hidden names of the figures that are not shown: a kind, a prefecture, or {@code kind/prefecture}
 * @param isSafe whether nothing hidden can be computed; if not, nothing of it must go out
 */
public record UsageRelease(
        YearMonth month, List<UsageRow> kinds, List<Row> rows, UsageRow nation, Set<String> hidden, boolean isSafe) {

    private static final long LEAST =
            Long.parseLong(Csv.bundled("release.csv").getFirst().get(1));

    /**
     * 行.
     *
     * @param total of the prefecture
     * @param cells by word of the kind; kinds that do not occur are missing
     */
    public record Row(UsageRow total, Map<String, UsageRow> cells) {
        /** Copies the map. */
        public Row {
            cells = Map.copyOf(cells);
        }
    }

    /** Copies the lists. */
    public UsageRelease {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
        hidden = Set.copyOf(hidden);
    }

    /** Makes the release of a month. */
    static UsageRelease of(UsageReport report, FacilityMaster master) {
        List<UsageRow> kinds = report.kinds(master);
        List<Row> rows = report.prefectures().stream()
                .map(total -> new Row(total, cells(report.only(total.key(), master), master)))
                .toList();
        List<SmallCells.Figure> figures = new ArrayList<>();
        List<SmallCells.Sum> sums = new ArrayList<>();
        figures.add(figure("nation", report.nation(), true));
        kinds.forEach(kind -> figures.add(figure(kind.key(), kind, false)));
        rows.forEach(row -> figures.add(figure(row.total().key(), row.total(), false)));
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (Row row : rows) {
            Map<String, String> cells = new TreeMap<>();
            row.cells().forEach((kind, cell) -> cells.put(kind, name(kind, row.total())));
            row.cells().forEach((kind, cell) -> figures.add(figure(name(kind, row.total()), cell, false)));
            sums.add(new SmallCells.Sum(row.total().key(), List.copyOf(cells.values())));
            cells.forEach((kind, name) ->
                    columns.computeIfAbsent(kind, k -> new ArrayList<>()).add(name));
        }
        columns.forEach((kind, names) -> sums.add(new SmallCells.Sum(kind, names)));
        sums.add(new SmallCells.Sum("nation", kinds.stream().map(UsageRow::key).toList()));
        sums.add(new SmallCells.Sum(
                "nation", rows.stream().map(row -> row.total().key()).toList()));
        SmallCells.Hidden hidden = SmallCells.hide(figures, sums, LEAST);
        return new UsageRelease(
                report.month(),
                kinds,
                rows,
                report.nation(),
                hidden.hidden(),
                hidden.exposed().isEmpty());
    }

    private static Map<String, UsageRow> cells(UsageReport prefecture, FacilityMaster master) {
        Map<String, UsageRow> cells = new HashMap<>();
        prefecture.kinds(master).forEach(cell -> cells.put(cell.key(), cell));
        return cells;
    }

    private static String name(String kind, UsageRow prefecture) {
        return kind + "/" + prefecture.key();
    }

    /* What is published: facilities, uses, and what they are a share of. The nation is known anyway. */
    private static SmallCells.Figure figure(String name, UsageRow row, boolean nation) {
        Rate online = row.online();
        return new SmallCells.Figure(
                name,
                List.of((long) row.facilities(), online.part(), online.whole()),
                !nation && row.facilities() > 0 && row.facilities() < LEAST,
                nation);
    }

    /** What stands in a cell; empty where it is hidden, a row of nothing where there is no such facility. */
    public Optional<UsageRow> cell(String kind, Row row) {
        return hidden.contains(name(kind, row.total()))
                ? Optional.empty()
                : Optional.of(row.cells().getOrDefault(kind, nothing(kind)));
    }

    /** A total of a kind or a prefecture; empty where it is hidden. */
    public Optional<UsageRow> total(UsageRow total) {
        return hidden.contains(total.key()) ? Optional.empty() : Optional.of(total);
    }

    private static UsageRow nothing(String kind) {
        return new UsageRow(kind, Text.same(kind), 0, Tally.NOTHING, 0, 0, 0, 0);
    }

    /** How many facilities a figure must be about at least. */
    public static long least() {
        return LEAST;
    }

    /** CSV with a first line of names; a hidden figure is {@code *} in all its columns. Empty of figures unless {@link #isSafe}. */
    String csv() {
        StringBuilder lines = new StringBuilder(
                Csv.line(List.of("month", "prefecture", "kind", "facilities", "uses", "of", "online_percent")));
        if (isSafe) {
            rows.forEach(row -> {
                kinds.forEach(kind -> line(lines, row.total().key(), kind.key(), cell(kind.key(), row)));
                line(lines, row.total().key(), "all", total(row.total()));
            });
            kinds.forEach(kind -> line(lines, "all", kind.key(), total(kind)));
            line(lines, "all", "all", Optional.of(nation));
        }
        return lines.toString();
    }

    private void line(StringBuilder lines, String prefecture, String kind, Optional<UsageRow> row) {
        lines.append(Csv.line(List.of(
                month.toString(),
                prefecture,
                kind,
                row.map(one -> Integer.toString(one.facilities())).orElse("*"),
                row.map(one -> Long.toString(one.online().part())).orElse("*"),
                row.map(one -> Long.toString(one.online().whole())).orElse("*"),
                row.map(one -> one.online()
                                .percent(2)
                                .map(java.math.BigDecimal::toPlainString)
                                .orElse(""))
                        .orElse("*"))));
    }
}
