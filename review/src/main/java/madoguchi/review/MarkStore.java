package madoguchi.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
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
                        select m.run, m.number, m.folder, m.rules, m.issued, m.receipts, m.points, m.billed, m.returned, m.adjusted
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
                new RunSums(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10)),
                figures(run),
                written(run));
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
                "select distinct on (path) path, bytes, receipts, points from review.written where run = ? order by path, mark desc",
                (row, index) -> new Results.Length(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                run);
    }

    /** Sets the next mark of a run; in the transaction in which its dispositions are. */
    void add(
            long run,
            int number,
            Mark.By by,
            Instant at,
            RunSums sums,
            List<Long> files,
            List<Results.Length> written) {
        jdbc.update(
                """
                insert into review.mark (run, number, set_at, folder, rules, issued, receipts, points, billed, returned, adjusted)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                run,
                number,
                Timestamp.from(at),
                by.folder(),
                by.rules(),
                by.issued(),
                sums.receipts(),
                sums.points(),
                sums.billed(),
                sums.returned(),
                sums.adjusted());
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (RowCopy rows = new RowCopy(connection, "review.marked (run, file, mark)")) {
                for (long file : files) {
                    rows.number(run).number(file).number(number).row();
                }
                rows.end();
            }
            try (RowCopy rows = new RowCopy(connection, "review.written (run, mark, path, bytes, receipts, points)")) {
                for (Results.Length one : written) {
                    rows.number(run)
                            .number(number)
                            .text(one.path())
                            .number(one.bytes())
                            .number(one.receipts())
                            .number(one.points())
                            .row();
                }
                rows.end();
            }
            return true;
        });
    }
}
