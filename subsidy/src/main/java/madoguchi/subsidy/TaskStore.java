package madoguchi.subsidy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.core.PersonKey;
import madoguchi.core.SubsidyCertificate;
import madoguchi.json.CoreJson;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 登録の処理の保管庫 – tasks, their records and how far they have come. PostgreSQL, schema {@code subsidy}. */
final class TaskStore {

    private static final String TASKS = """
            select t.id, t.at, t.municipality, t.name, t.by,
                   (select e.kind from subsidy.task_event e where e.task = t.id order by e.id desc limit 1),
                   (select count(*) from subsidy.received r where r.task = t.id),
                   (select count(*) from subsidy.received r where r.task = t.id and r.good),
                   (select count(*) from subsidy.received r where r.task = t.id and r.good and r.warnings > 0),
                   (select coalesce(max(m.record), 0) from subsidy.task_mark m where m.task = t.id),
                   coalesce((select e.first from subsidy.task_event e where e.task = t.id and e.kind = 'STORED'), 0),
                   coalesce((select e.second from subsidy.task_event e where e.task = t.id and e.kind = 'STORED'), 0),
                   (select e.note from subsidy.task_event e where e.task = t.id and e.kind = 'REFUSED')
              from subsidy.task t
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    TaskStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** Brings the schema up to date. */
    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("subsidy")
                .defaultSchema("subsidy")
                .locations("classpath:db/subsidy")
                .load()
                .migrate();
    }

    /** 送り手の種類. */
    enum Origin {
        /** 機械. */
        API,
        /** 担当者の画面. */
        CLERK,
        /** 手元のファイル. */
        FILE
    }

    /** All or nothing. */
    <T> T together(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    long begin(Instant at, MunicipalityCode municipality, Origin origin, String by, String name) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "insert into subsidy.task (at, municipality, origin, by, name) values (?, ?, ?, ?, ?) returning id",
                Long.class,
                Timestamp.from(at),
                municipality.digits(),
                origin.name(),
                by,
                name));
    }

    /**
     * 経過.
     *
     * @param first and {@code second} as the column comments say
     */
    record Event(String kind, String by, long first, long second, String note) {
        static Event of(String kind, String by) {
            return new Event(kind, by, 0, 0, "");
        }
    }

    void add(long task, Instant at, Event event) {
        jdbc.update(
                "insert into subsidy.task_event (task, at, kind, by, first, second, note) values (?, ?, ?, ?, ?, ?, ?)",
                task,
                Timestamp.from(at),
                event.kind(),
                event.by(),
                event.first(),
                event.second(),
                event.note());
    }

    /** Adds the event unless another one came behind {@code expected} meanwhile; whether it did. */
    boolean addAfter(long task, TaskState expected, Instant at, Event event) {
        return together(() -> {
            jdbc.query("select pg_advisory_xact_lock(hashtext('subsidy.task'), ?)", row -> {}, (int) task);
            boolean fits = task(task).filter(now -> now.state() == expected).isPresent();
            if (fits) {
                add(task, at, event);
            }
            return fits;
        });
    }

    Optional<RegistrationTask> task(long id) {
        return jdbc.query(TASKS + "where t.id = ?", TaskStore::task, id).stream()
                .findFirst();
    }

    /** The latest tasks of a municipality, the youngest first. */
    List<RegistrationTask> tasks(MunicipalityCode municipality, int most) {
        return jdbc.query(
                TASKS + "where t.municipality = ? order by t.id desc limit ?",
                TaskStore::task,
                municipality.digits(),
                most);
    }

    /** Tasks whose storing was begun and not ended, the oldest first. */
    List<Long> unfinished() {
        return jdbc.queryForList("""
                select t.id from subsidy.task t
                 where exists (select from subsidy.task_event e where e.task = t.id and e.kind = 'CONFIRMED')
                   and not exists (select from subsidy.task_event e where e.task = t.id and e.kind = 'STORED') order by t.id
                """, Long.class);
    }

    /** Whether a file of that name was stored for the municipality. */
    boolean isStored(MunicipalityCode municipality, String name) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (select from subsidy.task t join subsidy.task_event e on e.task = t.id and e.kind = 'STORED'
                                where t.municipality = ? and t.name = ?)
                """, Boolean.class, municipality.digits(), name));
    }

    private static RegistrationTask task(ResultSet row, int index) throws SQLException {
        return new RegistrationTask(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                new MunicipalityCode(row.getString(3)),
                row.getString(4),
                row.getString(5),
                state(row.getString(6)),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                Optional.ofNullable(row.getString(13)).map(RecordCode::valueOf));
    }

    private static TaskState state(@Nullable String kind) {
        if (kind == null) {
            return TaskState.RECEIVING;
        }
        return switch (kind) {
            case "CHECKED" -> TaskState.WAITING;
            case "REFUSED" -> TaskState.REFUSED;
            case "CONFIRMED" -> TaskState.STORING;
            case "DISCARDED" -> TaskState.DISCARDED;
            case "STORED" -> TaskState.STORED;
            case "UNDONE" -> TaskState.UNDONE;
            default -> throw new IllegalStateException("a task in no state");
        };
    }

    /**
     * 受け取った記録.
     *
     * @param checked the record
     * @param person whose; absent where the My Number did not fit
     * @param kept JSON of what is kept of it
     */
    record Received(CheckedRecord checked, Optional<PersonKey> person, String kept) {}

    void add(long task, List<Received> records) {
        connected(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into subsidy.received (task, record, good, person, type, sub_key, history_key, deleted, hidden, content, faults, warnings)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)) {
                for (Received one : records) {
                    set(insert, task, one);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    private static void set(PreparedStatement insert, long task, Received one) throws SQLException {
        Optional<CertificateVersion> version = one.checked().version();
        insert.setLong(1, task);
        insert.setInt(2, one.checked().raw().number());
        insert.setBoolean(3, version.isPresent());
        insert.setObject(4, one.person().map(PersonKey::value).orElse(null), Types.BIGINT);
        insert.setString(5, version.map(CertificateVersion::type).orElse(null));
        insert.setString(6, version.map(CertificateVersion::subKey).orElse(null));
        insert.setString(7, version.map(CertificateVersion::historyKey).orElse(null));
        insert.setObject(8, version.map(CertificateVersion::deleted).orElse(null), Types.BOOLEAN);
        insert.setObject(9, version.map(CertificateVersion::hidden).orElse(null), Types.BOOLEAN);
        insert.setString(10, one.kept());
        insert.setString(11, CoreJson.mapper().writeValueAsString(one.checked().faults()));
        insert.setInt(12, (int) one.checked().faults().stream()
                .filter(fault -> !fault.isError())
                .count());
    }

    /**
     * 版とその人.
     *
     * @param person whose
     * @param version which
     */
    record Named(PersonKey person, CertificateVersion.Key version) {}

    /** The versions of these people that this task has already. */
    Set<Named> known(long task, Collection<PersonKey> persons) {
        return connected(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select person, type, sub_key, history_key from subsidy.received
                     where task = ? and good and person = any(?)
                    """)) {
                select.setLong(1, task);
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "bigint",
                                persons.stream()
                                        .map(PersonKey::value)
                                        .distinct()
                                        .toArray()));
                Set<Named> known = new HashSet<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        known.add(new Named(
                                new PersonKey(rows.getLong(1)),
                                new CertificateVersion.Key(rows.getString(2), rows.getString(3), rows.getString(4))));
                    }
                }
                return known;
            }
        });
    }

    /**
     * 登録待ちの記録.
     *
     * @param record its place
     * @param person whose
     * @param version what it says
     */
    record Waiting(int record, PersonKey person, CertificateVersion version) {}

    /** The next good records behind a place, in order. */
    List<Waiting> good(long task, long after, int most) {
        return jdbc.query(
                """
                select record, person, type, sub_key, history_key, deleted, hidden, content
                  from subsidy.received where task = ? and record > ? and good order by record limit ?
                """,
                (row, index) -> new Waiting(row.getInt(1), new PersonKey(row.getLong(2)), version(row, 3)),
                task,
                after,
                most);
    }

    /** The version in the columns type, sub_key, history_key, deleted, hidden, content, from {@code first} on. */
    static CertificateVersion version(ResultSet row, int first) throws SQLException {
        return new CertificateVersion(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getBoolean(first + 3),
                row.getBoolean(first + 4),
                CoreJson.mapper().readValue(row.getString(first + 5), SubsidyCertificate.class));
    }

    void mark(long task, int record, Instant at) {
        jdbc.update(
                "insert into subsidy.task_mark (task, record, at) values (?, ?, ?)", task, record, Timestamp.from(at));
    }

    long factsOf(long task) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from subsidy.fact where task = ?", Long.class, task));
    }

    /** What became of the records behind a place, in order; {@code faulty} = only those with a fault or warning. */
    List<RecordResult> results(RegistrationTask task, long after, int most, boolean faulty) {
        return jdbc.query(
                """
                select r.record, r.history_key, r.good, r.faults, exists (select from subsidy.fact f where f.task = r.task and f.record = r.record)
                  from subsidy.received r
                 where r.task = ? and r.record > ? and (r.faults <> '[]' or not ?) order by r.record limit ?
                """,
                (row, index) -> new RecordResult(
                        row.getInt(1),
                        Optional.ofNullable(row.getString(2)),
                        outcome(task, row.getInt(1), row.getBoolean(3), row.getBoolean(5)),
                        List.of(CoreJson.mapper().readValue(row.getString(4), RecordFault[].class))),
                task.id(),
                after,
                faulty,
                most);
    }

    private static RecordResult.Outcome outcome(RegistrationTask task, int record, boolean good, boolean stored) {
        if (!good) {
            return RecordResult.Outcome.SET_ASIDE;
        }
        if (stored) {
            return RecordResult.Outcome.STORED;
        }
        return switch (task.state()) {
            case RECEIVING, WAITING -> RecordResult.Outcome.WAITING;
            case STORING -> record <= task.done() ? RecordResult.Outcome.UNCHANGED : RecordResult.Outcome.WAITING;
            case STORED, UNDONE -> RecordResult.Outcome.UNCHANGED;
            case REFUSED, DISCARDED -> RecordResult.Outcome.NOT_STORED;
        };
    }

    private <T> T connected(ConnectionCallback<T> work) {
        return Objects.requireNonNull(jdbc.execute(work));
    }
}
