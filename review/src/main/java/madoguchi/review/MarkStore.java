package madoguchi.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.settle.Outcome;
import madoguchi.uke.FileKind;
import madoguchi.uke.Totals;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** 目印の記録 – PostgreSQL, schema {@code review}: how far runs have come. */
final class MarkStore {

    private final JdbcTemplate jdbc;

    MarkStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    /**
     * The last mark of the run of a month that was begun as the next one and is not finished.
     *
     * @param number of the next run of that month: what was begun before another run finished is not gone on with
     */
    Optional<Mark> last(YearMonth month, int number) {
        return jdbc.query("""
                        select m.run, m.number, m.folder, m.rules, m.issued, m.receipts, m.points, m.billed, m.returned, m.adjusted,
                               m.file, m.ordinal, m.told
                          from review.mark m join review.run r on r.id = m.run
                         where r.claim_month = ? and r.number = ? and not exists (select from review.run_end e where e.run = r.id)
                         order by m.run desc, m.number desc limit 1
                        """, this::mark, month.atDay(1), number).stream().findFirst();
    }

    private Mark mark(ResultSet row, int index) throws SQLException {
        long run = row.getLong(1);
        return new Mark(
                run,
                row.getInt(2),
                new Mark.By(
                        row.getString(3), row.getString(4), Objects.requireNonNull(row.getObject(5, LocalDate.class))),
                new HashSet<>(jdbc.queryForList("select file from review.marked where run = ?", Long.class, run)),
                within(run, row),
                new RunSums(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10)),
                figures(run),
                written(run));
    }

    private Optional<Mark.Within> within(long run, ResultSet row) throws SQLException {
        Long file = row.getObject(11, Long.class);
        return file == null
                ? Optional.empty()
                : Optional.of(new Mark.Within(file, row.getLong(12), row.getLong(13), outcomes(run, file)));
    }

    private Map<Outcome, Long> outcomes(long run, long file) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        jdbc.query(
                "select outcome, count(*) from review.disposition where run = ? and file = ? group by outcome",
                row -> {
                    outcomes.put(Outcome.valueOf(row.getString(1)), row.getLong(2));
                },
                run,
                file);
        return outcomes;
    }

    private Map<String, long[]> figures(long run) {
        Map<String, long[]> figures = new HashMap<>();
        jdbc.query(
                "select rule, count(*), sum(points) from review.disposition where run = ? group by rule",
                row -> {
                    figures.put(row.getString(1), new long[] {row.getLong(2), row.getLong(3)});
                },
                run);
        return figures;
    }

    private List<Results.Length> written(long run) {
        return jdbc.query(
                """
                select distinct on (path) path, bytes, receipts, points, open_kind, open_count, open_points
                  from review.written where run = ? order by path, mark desc
                """,
                (row, index) -> new Results.Length(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        Optional.ofNullable(row.getString(5))
                                .map(FileKind::valueOf)
                                .map(kind -> new Results.Block(kind, totals(row)))),
                run);
    }

    private static Totals totals(ResultSet row) {
        try {
            return new Totals(row.getLong(6), row.getLong(7));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Sets the next mark of a run; in the transaction in which the dispositions before it are. */
    void add(Mark mark, Instant at, List<Long> finished) {
        RunSums sums = mark.sums();
        jdbc.update(
                """
                insert into review.mark (run, number, set_at, folder, rules, issued, receipts, points, billed, returned, adjusted, file, ordinal, told)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                mark.run(),
                mark.number(),
                Timestamp.from(at),
                mark.by().folder(),
                mark.by().rules(),
                mark.by().issued(),
                sums.receipts(),
                sums.points(),
                sums.billed(),
                sums.returned(),
                sums.adjusted(),
                mark.within().map(Mark.Within::file).orElse(null),
                mark.within().map(Mark.Within::ordinal).orElse(null),
                mark.within().map(Mark.Within::told).orElse(null));
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (RowCopy rows = new RowCopy(connection, "review.marked (run, file, mark)")) {
                for (long file : finished) {
                    rows.number(mark.run()).number(file).number(mark.number()).row();
                }
                rows.end();
            }
            try (RowCopy rows = new RowCopy(
                    connection,
                    "review.written (run, mark, path, bytes, receipts, points, open_kind, open_count, open_points)")) {
                for (Results.Length one : mark.written()) {
                    rows.number(mark.run())
                            .number(mark.number())
                            .text(one.path())
                            .number(one.bytes())
                            .number(one.receipts())
                            .number(one.points());
                    put(rows, one.open());
                    rows.row();
                }
                rows.end();
            }
            return true;
        });
    }

    private static void put(RowCopy rows, Optional<Results.Block> open) {
        open.ifPresentOrElse(
                block -> rows.text(block.kind().name())
                        .number(block.totals().count())
                        .number(block.totals().points()),
                () -> rows.absent().absent().absent());
    }
}
