package madoguchi.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.Period;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/*
 * Whoever writes takes one advisory lock first and keeps it until the transaction is over: so what a writer has read before it decides still holds when it
 * writes, and ids follow the order of commits, which the index in memory relies on.
 */

/** 諸台帳の保管庫 – the append-only log of the other registers in PostgreSQL. */
final class RegisterStore {

    /**
     * 登録元 – where an entry comes from; exactly one is present.
     *
     * @param batch the file
     * @param caller a facility or a part of the hub
     */
    record Origin(Optional<Long> batch, Optional<String> caller) {
        static Origin file(long batch) {
            return new Origin(Optional.of(batch), Optional.empty());
        }

        static Origin caller(String name) {
            return new Origin(Optional.empty(), Optional.of(name));
        }
    }

    private static final String COLUMNS =
            "select f.id, f.recorded_at, f.name, f.person, f.valid_from, f.valid_until, f.withdrawn, f.kind, f.body from hub.register_fact f ";

    private static final String INSERT = """
            insert into hub.register_fact (recorded_at, batch, caller, kind, name, person, valid_from, valid_until, withdrawn, body)
            select ?, ?, ?, k, n, p, f, u, w, b from unnest(?, ?, ?, ?, ?, ?, ?) as x(k, n, p, f, u, w, b)
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate outside;

    RegisterStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        outside = new TransactionTemplate(new JdbcTransactionManager(database));
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** All or nothing, and one writer at a time. */
    <T> T alone(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock();
            return work.get();
        }));
    }

    /** Waits until no other transaction writes; inside a transaction only. */
    void lock() {
        jdbc.execute("select pg_advisory_xact_lock(hashtext('hub.register'))");
    }

    /** Every fact of these names. */
    List<RegisterFact> named(Collection<Digest> names) {
        return query(
                COLUMNS + "where f.name = any(?)",
                names.stream().map(Digest::bytes).toArray(byte[][]::new),
                "bytea");
    }

    /** Every fact of these kinds about these persons. */
    List<RegisterFact> about(Collection<Long> persons, Set<Kept.Kind> kinds) {
        return query(
                COLUMNS + "where f.person = any(?) and f.kind in (" + listed(kinds) + ")", persons.toArray(), "bigint");
    }

    /** Every fact of these kinds about whoever a fact of this name was ever about. */
    List<RegisterFact> aboutNamed(Digest name, Set<Kept.Kind> kinds) {
        return jdbc.query(
                COLUMNS
                        + "where f.person in (select m.person from hub.register_fact m where m.name = ?) and f.kind in ("
                        + listed(kinds) + ")",
                RegisterStore::fact,
                name.bytes());
    }

    private static String listed(Set<Kept.Kind> kinds) {
        return kinds.stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(","));
    }

    /** Everybody who ever consented to visits at a facility, up to a day. */
    Set<Long> visited(String facility, LocalDate through) {
        return Set.copyOf(jdbc.queryForList(
                "select distinct f.person from hub.register_fact f where f.kind = 'VISIT_CONSENT' and cast(f.body as jsonb) ->> 'facility' = ? and f.valid_from <= ?",
                Long.class,
                facility,
                through));
    }

    /** By facility, the first day on which somebody consented to visits there. */
    Map<String, LocalDate> firstVisits() {
        Map<String, LocalDate> firsts = new HashMap<>();
        jdbc.query("""
                select cast(f.body as jsonb) ->> 'facility', min(f.valid_from)
                  from hub.register_fact f where f.kind = 'VISIT_CONSENT' group by 1
                """, row -> {
            firsts.put(row.getString(1), Objects.requireNonNull(row.getObject(2, LocalDate.class)));
        });
        return firsts;
    }

    /** Every fact about cards whose names begin with the same eight bytes as one of these. */
    List<RegisterFact> cardsLike(Collection<Digest> names) {
        return query(
                COLUMNS + "where f.kind = 'CARD' and substring(f.name from 1 for 8) = any(?)",
                names.stream()
                        .map(name -> Arrays.copyOf(name.bytes(), Long.BYTES))
                        .toArray(byte[][]::new),
                "bytea");
    }

    /** The committed facts from this id on, at most so many. A transaction of the caller is left aside. */
    List<RegisterFact> from(long id, int most) {
        return Objects.requireNonNull(outside.execute(status ->
                jdbc.query(COLUMNS + "where f.id >= ? order by f.id limit ?", RegisterStore::fact, id, most)));
    }

    private List<RegisterFact> query(String sql, Object[] values, String type) {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setArray(1, connection.createArrayOf(type, values));
                try (ResultSet rows = select.executeQuery()) {
                    List<RegisterFact> facts = new java.util.ArrayList<>();
                    while (rows.next()) {
                        facts.add(fact(rows, 0));
                    }
                    return facts;
                }
            }
        }));
    }

    private static RegisterFact fact(ResultSet row, int index) throws SQLException {
        return new RegisterFact(
                row.getLong(1),
                Objects.requireNonNull(row.getObject(2, OffsetDateTime.class)).toInstant(),
                Digest.of(row.getBytes(3)),
                row.getLong(4),
                new Period(
                        Objects.requireNonNull(row.getObject(5, LocalDate.class)),
                        Optional.ofNullable(row.getObject(6, LocalDate.class))),
                row.getBoolean(7),
                CoreJson.mapper()
                        .readValue(
                                row.getString(9),
                                Kept.Kind.valueOf(row.getString(8)).body()));
    }

    /** Writes entries in their order. */
    void add(Instant recordedAt, Origin origin, List<NewRegisterFact> facts) {
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, recordedAt.atOffset(ZoneOffset.UTC));
                insert.setObject(2, origin.batch().orElse(null), java.sql.Types.BIGINT);
                insert.setObject(3, origin.caller().orElse(null), java.sql.Types.VARCHAR);
                bind(connection, insert, facts);
                return insert.executeUpdate();
            }
        });
    }

    private static void bind(Connection connection, PreparedStatement insert, List<NewRegisterFact> facts)
            throws SQLException {
        insert.setArray(
                4, array(connection, "text", facts, fact -> fact.said().kind().name()));
        insert.setArray(
                5,
                connection.createArrayOf(
                        "bytea", facts.stream().map(fact -> fact.name().bytes()).toArray(byte[][]::new)));
        insert.setArray(6, array(connection, "bigint", facts, NewRegisterFact::person));
        insert.setArray(7, array(connection, "date", facts, fact -> fact.valid().from()));
        insert.setArray(
                8, array(connection, "date", facts, fact -> fact.valid().end().orElse(null)));
        insert.setArray(9, array(connection, "boolean", facts, NewRegisterFact::withdrawn));
        insert.setArray(10, array(connection, "text", facts, NewRegisterFact::body));
    }

    private static java.sql.Array array(
            Connection connection,
            String type,
            List<NewRegisterFact> facts,
            Function<NewRegisterFact, @Nullable Object> part)
            throws SQLException {
        return connection.createArrayOf(type, facts.stream().map(part).toArray());
    }
}
