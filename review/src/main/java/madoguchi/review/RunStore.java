package madoguchi.review;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.core.InsuredId;
import madoguchi.uke.Body;
import madoguchi.uke.Code;
import madoguchi.uke.Confirmation;
import madoguchi.uke.HO;
import madoguchi.uke.Totals;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 処理の記録 – PostgreSQL, schema {@code review}: runs, dispositions, what was sent. */
final class RunStore {

    private static final String RUNS = """
            select r.id, r.claim_month, r.number, e.finished_at, e.folder, e.receipts, e.points, e.billed, e.returned, e.adjusted
              from review.run r join review.run_end e on e.run = r.id
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;

    RunStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        apart = new TransactionTemplate(new JdbcTransactionManager(database));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * 処理するファイル.
     *
     * @param id its reception
     * @param sha256 of its bytes, in hexadecimal
     * @param body 審査支払機関 it was sent to
     * @param facility 医療機関コード
     * @param origin who sent it
     * @param receipts accepted of it
     */
    record Waiting(long id, String sha256, Body body, String facility, Origin origin, long receipts) {}

    /** Does some work within {@link #alone} that stays, whatever becomes of the rest: all or nothing. */
    <T> T apart(Supplier<T> work) {
        return Objects.requireNonNull(apart.execute(status -> work.get()));
    }

    /** All or nothing, and one run at a time, whatever process it is in: empty, and nothing is done, while another one is under way. */
    <T> Optional<T> alone(Supplier<T> work) {
        return Objects.requireNonNull(
                transaction.execute(status -> isFirst() ? Optional.of(work.get()) : Optional.empty()));
    }

    private boolean isFirst() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(hashtext('review.run'))", Boolean.class));
    }

    /** Whether a run is under way, in whatever process; asks without standing in the way of one that begins. */
    boolean isUnderWay() {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (select from pg_locks l join pg_database d on d.oid = l.database
                                where d.datname = current_database() and l.locktype = 'advisory' and l.granted and l.objsubid = 1
                                  and l.classid::bigint << 32 | l.objid::bigint = hashtext('review.run')::bigint)
                """, Boolean.class));
    }

    /** The claim months with files that no run has settled, the earliest first; of broken-off runs nothing. */
    List<WaitingMonth> months() {
        return jdbc.query(
                """
                select f.claim_month, count(*), sum(f.accepted) from review.file f
                 where f.claim_month is not null and f.state <> 'REFUSED' and not exists (select from review.settled s where s.file = f.id)
                 group by f.claim_month order by f.claim_month
                """,
                (row, index) -> new WaitingMonth(
                        YearMonth.from(Objects.requireNonNull(row.getObject(1, LocalDate.class))),
                        row.getLong(2),
                        row.getLong(3),
                        Optional.empty()));
    }

    /** The run of that month and number that has no end: under way, or broken off. The one with the latest mark, or where none has a mark, the latest. */
    Optional<WaitingMonth.BrokenOff> unfinished(YearMonth month, int number) {
        return jdbc
                .query(
                        """
                        select r.started_at, coalesce(m.receipts, 0), m.folder from review.run r
                          left join lateral (select receipts, folder from review.mark where run = r.id order by number desc limit 1) m on true
                         where r.claim_month = ? and r.number = ? and not exists (select from review.run_end e where e.run = r.id)
                         order by m.receipts is null, r.id desc limit 1
                        """,
                        (row, index) -> new WaitingMonth.BrokenOff(
                                row.getTimestamp(1).toInstant(),
                                row.getLong(2),
                                Optional.ofNullable(row.getString(3)).map(Path::of)),
                        month.atDay(1),
                        number)
                .stream()
                .findFirst();
    }

    /** The accepted files of a month that no run has settled, in order of reception. */
    List<Waiting> waiting(YearMonth month) {
        return jdbc.query(
                """
                select f.id, f.sha256, f.body, f.facility, f.origin, f.accepted from review.file f
                 where f.claim_month = ? and f.state <> 'REFUSED' and not exists (select from review.settled s where s.file = f.id)
                 order by f.id
                """,
                (row, index) -> new Waiting(
                        row.getLong(1),
                        HexFormat.of().formatHex(row.getBytes(2)),
                        Code.find(Body.class, row.getString(3)).orElseThrow(),
                        row.getString(4),
                        Origin.valueOf(row.getString(5)),
                        row.getLong(6)),
                month.atDay(1));
    }

    /** The receipts of a file that were not taken. */
    Set<Long> aside(long file) {
        return new TreeSet<>(
                jdbc.queryForList("select ordinal from review.set_aside where file = ?", Long.class, file));
    }

    /** Which run of the month the next is, from 1. */
    int number(YearMonth month) {
        return 1
                + Objects.requireNonNull(jdbc.queryForObject(
                        "select count(*) from review.run r join review.run_end e on e.run = r.id where r.claim_month = ?",
                        Integer.class,
                        month.atDay(1)));
    }

    /** Begins a run; {@code by} is the account that asked for it, empty for a command. */
    long start(YearMonth month, int number, Instant at, Optional<String> by) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "insert into review.run (claim_month, number, started_at, begun_by) values (?, ?, ?, ?) returning id",
                Long.class,
                month.atDay(1),
                number,
                Timestamp.from(at),
                by.orElse(null)));
    }

    void add(long run, long file, List<Settled> settled) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (RowCopy rows = new RowCopy(
                    connection,
                    "review.disposition (run, file, ordinal, rule, outcome, confirmation, claimed_insurer, found_insurers, points)")) {
                for (Settled one : settled) {
                    rows.number(run)
                            .number(file)
                            .number(one.receipt().ordinal())
                            .text(one.disposition().rule().id())
                            .text(one.disposition().rule().outcome().name())
                            .text(one.confirmation().map(Confirmation::code).orElse(""))
                            .text(one.receipt().ho().map(HO::insurerText).orElse(""))
                            .text(found(one))
                            .number(Totals.NONE.with(one.receipt()).points())
                            .row();
                }
                rows.end();
                return true;
            }
        });
    }

    private static String found(Settled settled) {
        return String.join(
                " ",
                settled.disposition().bills().stream()
                        .flatMap(bill -> bill.insured().map(InsuredId::insurer).stream())
                        .map(insurer -> insurer.digits())
                        .toList());
    }

    void end(RunReport report, List<Long> files, List<Results.Written> written) {
        batch("insert into review.settled (file, run) values (?, ?)", files, (row, file) -> {
            row.setLong(1, file);
            row.setLong(2, report.id());
        });
        batch(
                "insert into review.sent (run, path, sha256, bytes, receipts, points) values (?, ?, ?, ?, ?, ?)",
                written,
                (row, one) -> {
                    row.setLong(1, report.id());
                    row.setString(2, one.path());
                    row.setBytes(3, HexFormat.of().parseHex(one.sha256()));
                    row.setLong(4, one.bytes());
                    row.setLong(5, one.receipts());
                    row.setLong(6, one.points());
                });
        jdbc.update(
                "insert into review.run_end (run, finished_at, folder, receipts, points, billed, returned, adjusted) values (?, ?, ?, ?, ?, ?, ?, ?)",
                report.id(),
                Timestamp.from(report.at()),
                report.folder(),
                report.receipts(),
                report.points(),
                report.billed(),
                report.returned(),
                report.adjusted());
    }

    /** The finished runs, the latest first. */
    List<RunReport> runs(int most) {
        return jdbc.query(RUNS + "order by r.id desc limit ?", RunStore::report, most);
    }

    Optional<RunReport> run(long id) {
        return jdbc.query(RUNS + "where r.id = ?", RunStore::report, id).stream()
                .findFirst();
    }

    /** The run that settled a file. */
    Optional<RunReport> runOf(long file) {
        return jdbc
                .query(RUNS + "join review.settled s on s.run = r.id where s.file = ?", RunStore::report, file)
                .stream()
                .findFirst();
    }

    private static RunReport report(ResultSet row, int index) throws SQLException {
        return new RunReport(
                row.getLong(1),
                YearMonth.from(Objects.requireNonNull(row.getObject(2, LocalDate.class))),
                row.getInt(3),
                row.getTimestamp(4).toInstant(),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10));
    }

    /** How many receipts each rule decided, the most first. */
    List<RuleFigure> rules(long run) {
        return jdbc.query(
                "select rule, outcome, count(*), sum(points) from review.disposition where run = ? group by rule, outcome order by 3 desc, 1",
                (row, index) -> new RuleFigure(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                run);
    }

    /** How many receipts each rule decided in all finished runs of a claim month, the most first. */
    List<RuleFigure> rules(YearMonth month) {
        return jdbc.query(
                """
                select d.rule, d.outcome, count(*), sum(d.points)
                  from review.disposition d join review.run r on r.id = d.run join review.run_end e on e.run = r.id
                 where r.claim_month = ? group by d.rule, d.outcome order by 3 desc, 1
                """,
                (row, index) -> new RuleFigure(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                month.atDay(1));
    }

    /** What a run came to for each insurer, the most billed first. */
    List<InsurerFigure> insurers(long run) {
        return jdbc.query(
                """
                select insurer, coalesce(c.receipts, 0), coalesce(c.points, 0), coalesce(b.receipts, 0), coalesce(b.points, 0)
                  from (select claimed_insurer as insurer, count(*) as receipts, sum(points) as points
                          from review.disposition where run = ? and claimed_insurer <> '' group by 1) c
                  full join (select split_part(path, '/', 3) as insurer, sum(receipts) as receipts, sum(points) as points
                          from review.sent where run = ? and path like 'payers/%' group by 1) b using (insurer)
                 order by 4 desc, 2 desc, 1
                """,
                (row, index) -> new InsurerFigure(
                        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                run,
                run);
    }

    /** The receipts that a rule decided, behind one of them, in order. */
    List<RuledReceipt> receipts(long run, String rule, long file, long ordinal, int most) {
        return jdbc.query(
                """
                select file, ordinal, claimed_insurer, found_insurers, points from review.disposition
                 where run = ? and rule = ? and (file, ordinal) > (?, ?) order by file, ordinal limit ?
                """,
                (row, index) -> new RuledReceipt(
                        row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getLong(5)),
                run,
                rule,
                file,
                ordinal,
                most);
    }

    /** The receipts that a rule decided in all finished runs of a claim month, behind one of them, in order. */
    List<RuledReceipt> receipts(YearMonth month, String rule, long file, long ordinal, int most) {
        return jdbc.query(
                """
                select d.file, d.ordinal, d.claimed_insurer, d.found_insurers, d.points
                  from review.disposition d join review.run r on r.id = d.run join review.run_end e on e.run = r.id
                 where r.claim_month = ? and d.rule = ? and (d.file, d.ordinal) > (?, ?)
                 order by d.file, d.ordinal limit ?
                """,
                (row, index) -> new RuledReceipt(
                        row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getLong(5)),
                month.atDay(1),
                rule,
                file,
                ordinal,
                most);
    }

    /** Whether a run wrote a file. */
    boolean wasSent(long run, String path) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from review.sent where run = ? and path = ?)", Boolean.class, run, path));
    }

    /** What a run wrote, by path. */
    List<SentFile> sent(long run) {
        return jdbc.query(
                "select path, bytes, receipts, points from review.sent where run = ? order by path",
                (row, index) -> new SentFile(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                run);
    }

    private interface Setting<T> {
        void set(PreparedStatement row, T value) throws SQLException;
    }

    private <T> void batch(String sql, List<T> values, Setting<T> row) {
        jdbc.execute((ConnectionCallback<Integer>) connection -> filled(connection, sql, values, row));
    }

    private static <T> Integer filled(Connection connection, String sql, List<T> values, Setting<T> row)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (T value : values) {
                row.set(insert, value);
                insert.addBatch();
            }
            return insert.executeBatch().length;
        }
    }
}
