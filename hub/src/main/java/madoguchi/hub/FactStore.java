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
import java.util.Collection;
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
import org.postgresql.PGStatement;
import org.springframework.dao.DataAccessResourceFailureException;
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
     * @param asked by what it is found
     * @param packed the coverage
     */
    record NewFact(
            FactName name,
            long person,
            String insurer,
            long asked,
            boolean withdrawn,
            boolean suppressed,
            StoredCoverage packed) {}

    /**
     * 最新の事実 – what was last said under a name.
     *
     * @param id of the fact
     * @param packed the coverage
     */
    record Latest(long id, boolean withdrawn, boolean suppressed, StoredCoverage packed) {
        boolean says(NewFact fact) {
            return withdrawn == fact.withdrawn() && suppressed == fact.suppressed() && packed.equals(fact.packed());
        }
    }

    /**
     * 中間点 – how far an unfinished file has come.
     *
     * @param batch the file
     * @param rows data lines read
     * @param stored new facts
     * @param faulty faulty lines
     */
    record Mark(long batch, long rows, long stored, long faulty) {}

    /** 新しい医療券の事実. */
    record NewTicket(
            Digest name, Digest content, boolean withdrawn, String payer, String number, MedicalTicket ticket) {}

    /** Facts of before V3 are found by what they were found by then. */
    static final String ABOUT = """
            select f.id, f.recorded_at, f.person, f.name, f.withdrawn, f.suppressed, f.packed, f.body
              from hub.fact f
             where f.person in (select m.person from hub.fact m where m.asked = ?
                                 union
                                select m.person from hub.fact m where m.packed is null and m.number_key = ? and m.insurer = ?)
            """;

    /**
     * 医療券の受給者.
     *
     * @param payer 公費負担者番号, 8 digits
     * @param number 受給者番号 without differences of spelling
     * @param ticket the ticket
     */
    record Recipient(String payer, String number, MedicalTicket ticket) {}

    private static final String RECIPIENTS = """
            select payer, number_key, body
              from (select distinct on (name) payer, number_key, withdrawn, body
                      from hub.ticket_fact where facility = ? and month = ? order by name, id desc) latest
             where not withdrawn
             order by payer, number_key
            """;

    private static final String OF_PERSON = """
            select f.id, f.recorded_at, f.person, f.name, f.withdrawn, f.suppressed, f.packed, f.body
              from hub.fact f
             where f.person = ?
            """;

    private static final String OF_PERSONS = """
            select f.id, f.recorded_at, f.person, f.name, f.withdrawn, f.suppressed, f.packed, f.body
              from hub.fact f
             where f.person = any(?)
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
    private final Optional<Turn> bulk;

    FactStore(DataSource database) {
        this(database, Optional.empty());
    }

    /** {@code bulk} is the place of this store's one transaction in a {@link BulkLoadStore}. */
    private FactStore(DataSource database, Optional<Turn> bulk) {
        this.bulk = bulk;
        client = JdbcClient.create(database);
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** All or nothing, and one importer at a time: a second one waits, also for the end of a bulk load. */
    <T> T alone(Function<FactStore, T> work) {
        T result = transaction.execute(status -> {
            jdbc.execute("select pg_advisory_xact_lock_shared(hashtext('hub.bulk'))");
            // From here on the ids that are drawn follow the order of commits.
            jdbc.execute("select pg_advisory_xact_lock(hashtext('hub.import'))");
            return work.apply(this);
        });
        return java.util.Objects.requireNonNull(result);
    }

    /**
     * {@link #alone} within a {@link BulkLoadStore}, whose connection has sent all others away; two of its transactions go on at once, in turn. When that connection is gone, others may be there: then nothing is stored.
     */
    static <T> T aloneInBulk(DataSource database, long connection, Turn turn, Function<FactStore, T> work) {
        FactStore store = new FactStore(database, Optional.of(turn));
        T result = store.transaction.execute(status -> {
            // A machine that fails may lose the last portions together with their marks; the end of the file is waited
            // for.
            store.jdbc.execute("set local synchronous_commit = off");
            store.jdbc.execute("select pg_advisory_xact_lock_shared(hashtext('hub.import'))");
            store.mustStillHold(connection);
            return work.apply(store);
        });
        return java.util.Objects.requireNonNull(result);
    }

    /** Waits until ids may be drawn. */
    void mayDraw() {
        bulk.ifPresent(Turn::mayDraw);
    }

    /** No further ids are drawn. */
    void hasDrawn() {
        bulk.ifPresent(Turn::hasDrawn);
    }

    /** Waits until everything before this transaction is committed. */
    void mayEnd() {
        bulk.ifPresent(Turn::mayEnd);
    }

    private void mustStillHold(long connection) {
        boolean held = client.sql(
                        "select exists (select from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted and pid = ?)")
                .param(connection)
                .query(Boolean.class)
                .single();
        if (!held) {
            throw new DataAccessResourceFailureException("the connection of the bulk load is gone");
        }
    }

    /** Every fact about every person that ever had a coverage under this number, whoever of a family that is. */
    List<Fact> about(InsuredId asked) {
        List<Fact> facts = jdbc.query(
                ABOUT,
                (row, index) -> FactLogStore.line(row).fact(),
                Asked.hash(asked),
                asked.numberKey(),
                asked.insurer().digits());
        return facts;
    }

    /** Every fact about one person. */
    List<Fact> ofPerson(long person) {
        return jdbc.query(OF_PERSON, (row, index) -> FactLogStore.line(row).fact(), person);
    }

    /** Every fact about these persons. */
    List<Fact> ofPersons(Collection<Long> persons) {
        return jdbc.query(
                OF_PERSONS,
                statement ->
                        statement.setArray(1, statement.getConnection().createArrayOf("bigint", persons.toArray())),
                (row, index) -> FactLogStore.line(row).fact());
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

    /** Who has a ticket of a month for a facility that was not withdrawn, in the order of their numbers. */
    List<Recipient> recipients(MedicalInstitutionCode facility, YearMonth month) {
        return jdbc.query(
                RECIPIENTS,
                (row, index) -> new Recipient(
                        row.getString(1),
                        row.getString(2),
                        CoreJson.mapper().readValue(row.getString(3), MedicalTicket.class)),
                facility.digits(),
                month.atDay(1));
    }

    /** Whether a file with this digest was taken to its end before. */
    boolean wasTaken(Digest sha256) {
        return client.sql(
                        "select exists (select 1 from hub.batch b join hub.batch_end e on e.batch = b.id where b.sha256 = ?)")
                .param(sha256.bytes())
                .query(Boolean.class)
                .single();
    }

    /** How far this file came when it was broken off; empty when it never came to be known, or to its end. */
    Optional<Mark> unfinished(Digest sha256) {
        return client.sql("""
                        select b.id, coalesce(m.rows, 0), coalesce(m.stored, 0), coalesce(m.faulty, 0)
                          from hub.batch b left join hub.batch_mark m on m.batch = b.id
                         where b.sha256 = ? order by b.id desc, m.id desc limit 1
                        """)
                .param(sha256.bytes())
                .query((row, index) -> new Mark(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .optional();
    }

    long startBatch(Instant recordedAt, String fileName, Digest sha256, long lines, Optional<LocalDate> whole) {
        return client.sql(
                        "insert into hub.batch (recorded_at, file_name, sha256, lines, whole) values (?, ?, ?, ?, ?) returning id")
                .params(Timestamp.from(recordedAt), fileName, sha256.bytes(), lines)
                .param(whole.orElse(null))
                .query(Long.class)
                .single();
    }

    /** Notes how far a file has come, in the transaction that stores its lines. */
    void mark(Mark mark, Instant at) {
        client.sql("insert into hub.batch_mark (batch, recorded_at, rows, stored, faulty) values (?, ?, ?, ?, ?)")
                .params(mark.batch(), Timestamp.from(at), mark.rows(), mark.stored(), mark.faulty())
                .update();
    }

    /** Notes the end of a file, once: two processes may have taken it together. */
    void endBatch(long batch, Instant at, ImportReport report) {
        jdbc.execute("set local synchronous_commit to default");
        client.sql(
                        "insert into hub.batch_end (batch, finished_at, stored, unchanged, faulty, missing) values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(batch, Timestamp.from(at), report.stored(), report.unchanged(), (long)
                        report.faults().size())
                .param(report.missing().map(ImportReport.Missing::count).orElse(null))
                .update();
    }

    /** Those of the persons with these keyed digests who are known. */
    PersonTable known(List<byte[]> digests) {
        return connected(connection -> {
            try (PreparedStatement select =
                    binary(connection, "select digest, id from hub.person where digest = any(?)")) {
                select.setArray(1, connection.createArrayOf("bytea", digests.toArray(byte[][]::new)));
                return table(digests.size(), select);
            }
        });
    }

    static PersonTable table(long persons, PreparedStatement select) throws SQLException {
        PersonTable table = new PersonTable(persons);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                table.put(rows.getBytes(1), rows.getLong(2));
            }
        }
        return table;
    }

    /** Results in binary form from the first execution on. */
    private static PreparedStatement binary(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        return statement;
    }

    /** Makes persons with following ids; returns the first id. */
    long addPersons(List<byte[]> digests) {
        long first = personIds(digests.size());
        addPersons(first, digests);
        return first;
    }

    /** The first of so many following ids of persons. Fails when somebody has one of them, as after a register that was put back without its sequences. */
    long personIds(int count) {
        long first = ids("hub.person_id_seq", count);
        // A bulk load has looked at everybody; the index by person may be missing then.
        mustBeDrawn(bulk.isPresent() || highestWithFacts() < first);
        return first;
    }

    /** The end of the index by person; asked otherwise (exists … >= ?) the database reads the table, since it expects a hit soon. */
    private long highestWithFacts() {
        return client.sql("select coalesce(max(person), 0) from hub.fact")
                .query(Long.class)
                .single();
    }

    /** No two persons share an id: no index holds it, but ids are drawn in order, and what was not drawn nobody has. */
    static void mustBeDrawn(boolean inOrder) {
        if (!inOrder) {
            throw new DatabaseTrouble.Behind();
        }
    }

    /** Makes persons with ids that were drawn before. */
    void addPersons(long first, List<byte[]> digests) {
        connected(connection -> {
            try (BinaryCopy rows = new BinaryCopy(connection, "hub.person (id, digest)")) {
                long id = first;
                for (byte[] digest : digests) {
                    rows.row(2);
                    rows.number(id++);
                    rows.bytes(digest);
                }
                rows.end();
            }
            return digests.size();
        });
    }

    /** The first of so many following ids, drawn at once: nobody else draws any while the importers' lock is held. */
    private long ids(String sequence, int count) {
        return client.sql("select setval(cast(:name as regclass), nextval(cast(:name as regclass)) + :more) - :more")
                .param("name", sequence)
                .param("more", count - 1)
                .query(Long.class)
                .single();
    }

    /** What was last said under each name of these persons. */
    Map<FactName, Latest> latest(long[] persons) {
        mayEnd();
        return connected(connection -> {
            if (bulk.isPresent()) {
                BulkLoadStore.findPersons(connection);
            }
            try (PreparedStatement select = binary(connection, """
                            select id, name, withdrawn, suppressed, packed, body
                              from hub.fact where person = any(?) order by id
                            """)) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "bigint", Arrays.stream(persons).boxed().toArray()));
                Map<FactName, Latest> latest = new HashMap<>();
                StoredCoverage.Writer form = new StoredCoverage.Writer();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        latest.put(
                                FactName.of(rows.getBytes(2)),
                                new Latest(
                                        rows.getLong(1), rows.getBoolean(3), rows.getBoolean(4), packed(rows, form)));
                    }
                }
                return latest;
            }
        });
    }

    /** The fifth column; where a fact of before V3 has none, its sixth in the present form. */
    private static StoredCoverage packed(ResultSet row, StoredCoverage.Writer form) throws SQLException {
        byte[] packed = row.getBytes(5);
        return row.wasNull()
                ? form.write(CoreJson.mapper().readValue(row.getString(6), Coverage.class))
                : StoredCoverage.of(packed);
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

    /** Whether any link was ever mended. */
    boolean hasRelinks() {
        return client.sql("select exists (select from hub.relink)")
                .query(Boolean.class)
                .single();
    }

    /** To whom what is said under these names was given when a link was mended; names that never were are absent. */
    Map<FactName, Long> relinked(List<FactName> names) {
        return connected(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select distinct on (name) name, person from hub.relink where name = any(?) order by name, id desc")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "bytea", names.stream().map(FactName::bytes).toArray(byte[][]::new)));
                Map<FactName, Long> persons = new HashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        persons.put(FactName.of(rows.getBytes(1)), rows.getLong(2));
                    }
                }
                return persons;
            }
        });
    }

    /** Stores facts with following ids; returns the first. */
    long addFacts(long batch, Instant recordedAt, List<NewFact> facts) {
        long first = factIds(facts.size());
        addFacts(first, batch, recordedAt, facts);
        return first;
    }

    /** The first of so many following ids of facts; 0 for none. */
    long factIds(int count) {
        return count == 0 ? 0 : ids("hub.fact_id_seq", count);
    }

    /** Stores facts with ids that were drawn before. */
    void addFacts(long first, long batch, Instant recordedAt, List<NewFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        connected(connection -> {
            try (BinaryCopy rows = new BinaryCopy(
                    connection,
                    "hub.fact (id, recorded_at, batch, person, name, insurer, asked, withdrawn, suppressed, packed)")) {
                long id = first;
                for (NewFact fact : facts) {
                    rows.row(10);
                    rows.number(id++);
                    rows.instant(recordedAt);
                    rows.number(batch);
                    rows.number(fact.person());
                    rows.bytes(fact.name().bytes());
                    rows.text(fact.insurer());
                    rows.number(fact.asked());
                    rows.flag(fact.withdrawn());
                    rows.flag(fact.suppressed());
                    rows.bytes(fact.packed().bytes());
                }
                rows.end();
            }
            return facts.size();
        });
    }

    /** Notes that a whole file said again what these facts say. */
    void saidAgain(long batch, List<Long> facts) {
        if (facts.isEmpty()) {
            return;
        }
        connected(connection -> {
            try (BinaryCopy rows = new BinaryCopy(connection, "hub.said_again (batch, fact)")) {
                for (long fact : facts) {
                    rows.row(2);
                    rows.number(batch);
                    rows.number(fact);
                }
                rows.end();
            }
            return facts.size();
        });
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
