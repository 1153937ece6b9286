package madoguchi.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import madoguchi.core.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 点検の保管庫 – reads the facts person by person and keeps finished reports. */
final class QualityStore implements PersonFacts {

    private static final int FETCH = 2_000;

    private static final String FACT =
            "select id, recorded_at, person, name, withdrawn, suppressed, packed, body from hub.fact";

    /** Whoever is hidden by what is known now, whatever a report said when it was made. */
    private static final String SHOWN = """
            (:all or not hidden and person not in (select person from hidden) and (second is null or second not in (select person from hidden)))
            """;

    private static final String HIDDEN = """
            with hidden as (select distinct f.person from hub.fact f
                             where f.suppressed and not exists (select from hub.fact l where l.person = f.person and substring(l.name for 16) = substring(f.name for 16) and l.id > f.id))
            """;

    private static final String FINDING = """
            select report, number, kind, gravity, insurer, other, person, second, facts, first_day, days, concordance, hidden
              from hub.quality_finding
            """;

    private static final String REPORT =
            "select id, at, by, day, known_at, late_days, persons, facts from hub.quality_report";

    private final JdbcClient client;
    private final JdbcTemplate streaming;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;

    QualityStore(DataSource database) {
        this.client = JdbcClient.create(database);
        this.streaming = new JdbcTemplate(database);
        this.streaming.setFetchSize(FETCH);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.reading = new TransactionTemplate(new JdbcTransactionManager(database));
        this.reading.setReadOnly(true);
    }

    @Override
    public long lastPerson() {
        return client.sql("select coalesce(max(person), 0) from hub.fact")
                .query(Long.class)
                .single();
    }

    @Override
    public void eachPerson(long from, long until, Consumer<List<Fact>> reader) {
        List<Fact> person = new ArrayList<>();
        reading.executeWithoutResult(status -> {
            // Each range is read by the index of persons, whatever the statistics say: a scan of the whole table for
            // each of thousands of ranges would never end.
            streaming.execute("set local enable_seqscan = off");
            streaming.query(
                    FACT + " where person >= ? and person < ? order by person, id",
                    row -> {
                        if (!person.isEmpty() && person.getFirst().person() != row.getLong(3)) {
                            reader.accept(List.copyOf(person));
                            person.clear();
                        }
                        person.add(FactLogStore.line(row).fact());
                    },
                    from,
                    until);
            if (!person.isEmpty()) {
                reader.accept(List.copyOf(person));
            }
        });
    }

    /**
     * Keeps a report, all of it or nothing.
     *
     * @param work makes the report: it is given where the findings go, and returns what was read
     */
    long add(Instant at, String by, QualityQuestion question, Function<Consumer<QualityFinding>, QualityTally> work) {
        return Objects.requireNonNull(transaction.<Long>execute(status -> {
            long report = client.sql("select nextval(pg_get_serial_sequence('hub.quality_report', 'id'))")
                    .query(Long.class)
                    .single();
            FindingStore insert = new FindingStore(streaming, report);
            QualityTally tally = work.apply(insert);
            insert.flush();
            tally.delays().lines().forEach(line -> addDelay(report, line));
            client.sql(
                            "insert into hub.quality_report (id, at, by, day, known_at, late_days, persons, facts) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            report,
                            Timestamp.from(at),
                            by,
                            question.day(),
                            Timestamp.from(question.knownAt()),
                            question.terms().lateDays(),
                            tally.persons(),
                            tally.facts())
                    .update();
            return report;
        }));
    }

    private void addDelay(long report, DelayTally.Line line) {
        client.sql("insert into hub.quality_delay (report, insurer, kind, days, count) values (?, ?, ?, ?, ?)")
                .params(report, line.insurer(), line.kind().code(), line.days(), line.count())
                .update();
    }

    /** The latest reports, newest first. */
    List<QualityReport> reports(int most) {
        return client.sql(REPORT + " order by id desc limit ?")
                .param(most)
                .query(QualityStore::report)
                .list();
    }

    Optional<QualityReport> report(long id) {
        return client.sql(REPORT + " where id = ?")
                .param(id)
                .query(QualityStore::report)
                .optional();
    }

    /** The report before this one. */
    Optional<QualityReport> before(long id) {
        return client.sql(REPORT + " where id < ? order by id desc limit 1")
                .param(id)
                .query(QualityStore::report)
                .optional();
    }

    private static QualityReport report(ResultSet row, int index) throws SQLException {
        return new QualityReport(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getTimestamp(5).toInstant(),
                row.getInt(6),
                row.getLong(7),
                row.getLong(8));
    }

    /** How many findings there are, by insurer, kind and gravity. */
    List<QualityCount> counts(long report, boolean all) {
        return client.sql(HIDDEN + ", shown as (select * from hub.quality_finding where report = :report and " + SHOWN
                        + """
                        ), named as (select insurer, kind, gravity from shown
                                     union all select other, kind, gravity from shown where other is not null)
                        select insurer, kind, gravity, count(*) from named group by 1, 2, 3 order by 1, 3, 2
                        """)
                .param("report", report)
                .param("all", all)
                .query((row, index) -> new QualityCount(
                        row.getString(1),
                        QualityKind.coded(row.getString(2)).orElseThrow(),
                        Gravity.coded(row.getInt(3)),
                        row.getLong(4)))
                .list();
    }

    List<DelayTally.Line> delays(long report) {
        return client.sql("select insurer, kind, days, count from hub.quality_delay where report = ?")
                .param(report)
                .query((row, index) -> new DelayTally.Line(
                        row.getString(1),
                        QualityKind.coded(row.getString(2)).orElseThrow(),
                        row.getInt(3),
                        row.getLong(4)))
                .list();
    }

    /** Findings that name the insurer, first or second, in order of their numbers. */
    List<QualityRow> findings(
            long report, InsurerNumber insurer, Optional<QualityKind> kind, long after, int most, boolean all) {
        return client.sql(HIDDEN + FINDING
                        + " where report = :report and (insurer = :insurer or other = :insurer) and number > :after"
                        + " and (cast(:kind as text) is null or kind = :kind) and " + SHOWN
                        + " order by number limit :most")
                .param("report", report)
                .param("insurer", insurer.digits())
                .param("after", after)
                .param("kind", kind.map(QualityKind::code).orElse(null), Types.VARCHAR)
                .param("all", all)
                .param("most", most)
                .query(QualityStore::finding)
                .list();
    }

    Optional<QualityRow> finding(long report, long number, boolean all) {
        return client.sql(HIDDEN + FINDING + " where report = :report and number = :number and " + SHOWN)
                .param("report", report)
                .param("number", number)
                .param("all", all)
                .query(QualityStore::finding)
                .optional();
    }

    private static QualityRow finding(ResultSet row, int index) throws SQLException {
        @Nullable String other = row.getString(6);
        List<Long> persons = new ArrayList<>(List.of(row.getLong(7)));
        long second = row.getLong(8);
        if (!row.wasNull()) {
            persons.add(second);
        }
        List<Long> facts = Arrays.asList((Long[]) row.getArray(9).getArray());
        int days = row.getInt(11);
        OptionalInt length = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(days);
        return new QualityRow(
                row.getLong(1),
                row.getLong(2),
                new QualityFinding(
                        QualityKind.coded(row.getString(3)).orElseThrow(),
                        Gravity.coded(row.getInt(4)),
                        new InsurerNumber(row.getString(5)),
                        Optional.ofNullable(other).map(InsurerNumber::new),
                        persons,
                        facts,
                        Optional.ofNullable(row.getObject(10, LocalDate.class)),
                        length,
                        Optional.ofNullable(row.getString(12)).map(Concordance::ofLetters),
                        row.getBoolean(13)));
    }

    /** The facts of these ids, in order. */
    List<Fact> facts(List<Long> ids) {
        return streaming.query(
                FACT + " where id = any(?) order by id",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids.toArray())),
                (row, index) -> FactLogStore.line(row).fact());
    }

    /** Ids of the facts that gave a coverage to the right person when a link was mended. */
    Set<Long> moved() {
        return Set.copyOf(client.sql("select said from hub.relink_decision where confirmed")
                .query(Long.class)
                .list());
    }

    void addExport(Instant at, String by, long report, InsurerNumber insurer, long rows) {
        client.sql("insert into hub.quality_export (at, by, report, insurer, rows) values (?, ?, ?, ?, ?)")
                .params(Timestamp.from(at), by, report, insurer.digits(), rows)
                .update();
    }
}
