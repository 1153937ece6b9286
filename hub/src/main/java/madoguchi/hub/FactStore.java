package madoguchi.hub;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.MedicalTicket;
import madoguchi.json.CoreJson;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 事実の保管庫 – the append-only facts in PostgreSQL, schema {@code hub}. Every write is a new row. */
final class FactStore {

    /**
     * 新しい事実 – a fact before it is stored.
     *
     * @param name what names the coverage
     * @param content digest of everything the line says
     */
    record NewFact(
            Digest name, Digest content, long person, boolean withdrawn, boolean suppressed, Coverage coverage) {}

    /** 新しい医療券の事実. */
    record NewTicket(
            Digest name, Digest content, boolean withdrawn, String payer, String number, MedicalTicket ticket) {}

    private static final String ABOUT = """
            select f.id, f.recorded_at, f.person, f.name, f.withdrawn, f.suppressed, f.body
              from hub.fact f
             where f.person in (select m.person from hub.fact m where m.number_key = ? and m.insurer = ? and m.birth = ?)
            """;

    private static final String TICKETS = """
            select distinct on (name) withdrawn, body
              from hub.ticket_fact
             where number_key = :number and payer = :payer and month = :month and facility = :facility
               and recorded_at <= coalesce(cast(:known as timestamptz), 'infinity')
             order by name, id desc
            """;

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    FactStore(DataSource database) {
        client = JdbcClient.create(database);
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** All or nothing, and one importer at a time: a second one waits. */
    <T> T alone(Function<FactStore, T> work) {
        T result = transaction.execute(status -> {
            jdbc.execute("select pg_advisory_xact_lock(hashtext('hub.import'))");
            return work.apply(this);
        });
        return java.util.Objects.requireNonNull(result);
    }

    /** Every fact about every person that ever had a coverage under this number. */
    List<Fact> about(InsuredId asked, LocalDate birth) {
        List<Fact> facts = jdbc.query(
                ABOUT, FactStore::fact, asked.numberKey(), asked.insurer().digits(), birth);
        return facts;
    }

    /** A fact out of the columns id, recorded_at, person, name, withdrawn, suppressed, body. */
    static Fact fact(ResultSet row, int index) throws SQLException {
        return new Fact(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getLong(3),
                Digest.of(row.getBytes(4)).hex(),
                row.getBoolean(5),
                row.getBoolean(6),
                CoreJson.mapper().readValue(row.getString(7), Coverage.class));
    }

    /** The tickets of one recipient for one facility and month, as known at an instant. */
    List<MedicalTicket> tickets(
            InsuredId recipient, YearMonth month, MedicalInstitutionCode facility, Optional<Instant> knownAt) {
        return client
                .sql(TICKETS)
                .param("number", recipient.numberKey())
                .param("payer", recipient.insurer().digits())
                .param("month", month.atDay(1))
                .param("facility", facility.digits())
                .param(
                        "known",
                        knownAt.map(known ->
                                        known.truncatedTo(ChronoUnit.MICROS).toString())
                                .orElse(null),
                        java.sql.Types.VARCHAR)
                .query((row, index) -> row.getBoolean(1)
                        ? Optional.<MedicalTicket>empty()
                        : Optional.of(CoreJson.mapper().readValue(row.getString(2), MedicalTicket.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether a file with this digest was taken to its end before. */
    boolean wasTaken(Digest sha256) {
        return client.sql(
                        "select exists (select 1 from hub.batch b join hub.batch_end e on e.batch = b.id where b.sha256 = ?)")
                .param(sha256.bytes())
                .query(Boolean.class)
                .single();
    }

    long startBatch(Instant recordedAt, String fileName, Digest sha256) {
        return client.sql("insert into hub.batch (recorded_at, file_name, sha256) values (?, ?, ?) returning id")
                .params(Timestamp.from(recordedAt), fileName, sha256.bytes())
                .query(Long.class)
                .single();
    }

    void endBatch(long batch, Instant at, ImportReport report) {
        client.sql("insert into hub.batch_end (batch, finished_at, stored, unchanged, faulty) values (?, ?, ?, ?, ?)")
                .params(batch, Timestamp.from(at), report.stored(), report.unchanged(), (long)
                        report.faults().size())
                .update();
    }

    /** The person ids of keyed digests, in the same order; unknown digests become new persons. Known ones use up no id: the index has room for every id up to the highest. */
    List<Long> persons(List<Digest> digests) {
        return connected(connection -> {
            Array wanted = bytes(connection, digests);
            try (PreparedStatement insert = connection.prepareStatement(
                            "insert into hub.person (digest) select distinct d from unnest(?) as u(d)"
                                    + " where not exists (select from hub.person p where p.digest = u.d) on conflict do nothing");
                    PreparedStatement select =
                            connection.prepareStatement("select digest, id from hub.person where digest = any(?)")) {
                insert.setArray(1, wanted);
                insert.executeUpdate();
                select.setArray(1, wanted);
                Map<Digest, Long> ids = new HashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        ids.put(Digest.of(rows.getBytes(1)), rows.getLong(2));
                    }
                }
                return digests.stream()
                        .map(digest -> java.util.Objects.requireNonNull(ids.get(digest)))
                        .toList();
            }
        });
    }

    /** The content digest of the latest fact of each name. */
    Map<Digest, Digest> latestContents(String table, List<Digest> names) {
        return connected(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select distinct on (name) name, content from hub." + table
                            + " where name = any(?) order by name, id desc")) {
                select.setArray(1, bytes(connection, names));
                Map<Digest, Digest> contents = new HashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        contents.put(Digest.of(rows.getBytes(1)), Digest.of(rows.getBytes(2)));
                    }
                }
                return contents;
            }
        });
    }

    /** To whom what is said under these names was given when a link was mended; names that never were are absent. */
    Map<Digest, Long> relinked(List<Digest> names) {
        return connected(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select distinct on (name) name, person from hub.relink where name = any(?) order by name, id desc")) {
                select.setArray(1, bytes(connection, names));
                Map<Digest, Long> persons = new HashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        persons.put(Digest.of(rows.getBytes(1)), rows.getLong(2));
                    }
                }
                return persons;
            }
        });
    }

    void addFacts(long batch, Instant recordedAt, List<NewFact> facts) {
        Columns columns = new Columns();
        for (NewFact fact : facts) {
            Coverage coverage = fact.coverage();
            columns.add(
                    fact.person(),
                    fact.name().bytes(),
                    coverage.id().insurer().digits(),
                    coverage.id().numberKey(),
                    coverage.holder().birth(),
                    range(coverage),
                    fact.withdrawn(),
                    fact.suppressed(),
                    CoreJson.mapper().writeValueAsString(coverage),
                    fact.content().bytes());
        }
        insert(
                "insert into hub.fact (recorded_at, batch, person, name, insurer, number_key, birth, qualified, withdrawn, suppressed, body, content)"
                        + " select ?, ?, p, n, i, k, b, cast(q as daterange), w, s, t, c"
                        + " from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as u(p, n, i, k, b, q, w, s, t, c)",
                batch,
                recordedAt,
                columns,
                "bigint",
                "bytea",
                "text",
                "text",
                "date",
                "text",
                "boolean",
                "boolean",
                "text",
                "bytea");
    }

    void addTickets(long batch, Instant recordedAt, List<NewTicket> tickets) {
        Columns columns = new Columns();
        for (NewTicket ticket : tickets) {
            columns.add(
                    ticket.name().bytes(),
                    ticket.payer(),
                    madoguchi.core.Typed.numberKey(ticket.number()),
                    ticket.ticket().month().atDay(1),
                    ticket.ticket().facility().digits(),
                    ticket.withdrawn(),
                    CoreJson.mapper().writeValueAsString(ticket.ticket()),
                    ticket.content().bytes());
        }
        insert(
                "insert into hub.ticket_fact (recorded_at, batch, name, payer, number_key, month, facility, withdrawn, body, content)"
                        + " select ?, ?, n, p, k, m, f, w, t, c from unnest(?, ?, ?, ?, ?, ?, ?, ?) as u(n, p, k, m, f, w, t, c)",
                batch,
                recordedAt,
                columns,
                "bytea",
                "text",
                "text",
                "date",
                "text",
                "boolean",
                "text",
                "bytea");
    }

    private static String range(Coverage coverage) {
        return coverage.qualified()
                .map(period -> "[" + period.from() + ","
                        + period.end().map(LocalDate::toString).orElse("") + ")")
                .orElse("(,)");
    }

    private void insert(String sql, long batch, Instant recordedAt, Columns columns, String... types) {
        connected(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setTimestamp(1, Timestamp.from(recordedAt));
                insert.setLong(2, batch);
                for (int i = 0; i < types.length; i++) {
                    insert.setArray(3 + i, connection.createArrayOf(types[i], columns.column(i)));
                }
                return insert.executeUpdate();
            }
        });
    }

    private static Array bytes(Connection connection, List<Digest> digests) throws SQLException {
        return connection.createArrayOf(
                "bytea", digests.stream().map(Digest::bytes).toArray(byte[][]::new));
    }

    private <T> T connected(ConnectionCallback<T> work) {
        return java.util.Objects.requireNonNull(jdbc.execute(work));
    }

    /** Rows turned into columns, one array each, for one round trip. */
    private static final class Columns {
        private final List<Object[]> rows = new ArrayList<>();

        void add(Object... row) {
            rows.add(row);
        }

        /** One column; bytes as {@code byte[][]}, the only form of them that the driver takes. */
        Object[] column(int index) {
            Object[] column = rows.stream().map(row -> row[index]).toArray();
            boolean bytes = column.length > 0 && column[0] instanceof byte[];
            return bytes ? Arrays.copyOf(column, column.length, byte[][].class) : column;
        }
    }
}
