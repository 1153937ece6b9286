package madoguchi.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import madoguchi.core.Inquiry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** 照会記録の保管庫 – the append-only verification log in PostgreSQL. One call writes many entries in one durable commit. */
final class VerificationStore {

    /**
     * 照会記録.
     *
     * @param at when
     * @param inquiry who asked what
     * @param finding what was answered
     */
    record Entry(Instant at, Inquiry inquiry, Finding finding) {}

    private static final String INSERT = """
            insert into hub.verification (id, form, previous, hash, at, facility, terminal, operator, kind, day, known_at,
                   asked_insurer, asked_symbol, asked_number, asked_branch, asked_birth, asked_issuer, asked_serial,
                   limit_consent, disease_consent, outcome, facts, registered)
            select n, 2, p, h, a, f, t, o, k, d, ka, ai, sy, nu, br, bi, ci, cs, l, s, oc, fa, re
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                   as u(n, p, h, a, f, t, o, k, d, ka, ai, sy, nu, br, bi, ci, cs, l, s, oc, fa, re)
            """;

    private final JdbcTemplate jdbc;

    VerificationStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    /** The last entry; what stands for it where nothing is chained yet. */
    Written head() {
        List<Written> last = jdbc.query(
                "select id, hash from hub.verification order by id desc limit 1",
                (row, index) -> new Written(
                        row.getLong(1),
                        Optional.ofNullable(row.getBytes(2)).map(Digest::of).orElse(Chain.genesis(row.getLong(1)))));
        return last.isEmpty() ? new Written(0, Chain.genesis(0)) : last.getFirst();
    }

    /**
     * Writes the rows under their numbers and hashes, and commits.
     *
     * @param before the hash that the first row follows
     * @throws org.springframework.dao.DuplicateKeyException when a number is taken; then nothing is written
     */
    void insert(List<Recorded> rows, Digest before, List<Written> chained) {
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                Binder binder = new Binder(connection, insert, rows);
                binder.set(
                        "bigint", chained.stream().map(written -> written.id()).toArray());
                binder.set(
                        "bytea",
                        IntStream.range(0, rows.size())
                                .mapToObj(i ->
                                        i == 0 ? before : chained.get(i - 1).hash())
                                .map(Digest::bytes)
                                .toArray(byte[][]::new));
                binder.set(
                        "bytea",
                        chained.stream().map(written -> written.hash().bytes()).toArray(byte[][]::new));
                bind(binder);
                return insert.executeUpdate();
            }
        });
    }

    private static void bind(Binder binder) throws SQLException {
        binder.set("timestamptz", row -> row.at().toString());
        binder.set("text", Recorded::facility);
        binder.set("text", Recorded::terminal);
        binder.set("text", Recorded::operator);
        binder.set("text", Recorded::kind);
        binder.set("date", Recorded::day);
        binder.set("timestamptz", row -> row.knownAt().map(Instant::toString).orElse(null));
        binder.set("text", row -> row.insurer().orElse(null));
        binder.set("text", row -> row.symbol().orElse(null));
        binder.set("text", row -> row.number().orElse(null));
        binder.set("text", row -> row.branch().orElse(null));
        binder.set("date", row -> row.birth().orElse(null));
        binder.set("text", row -> row.issuer().orElse(null));
        binder.set("text", row -> row.serial().orElse(null));
        binder.set("boolean", Recorded::limitConsent);
        binder.set("boolean", Recorded::diseaseConsent);
        binder.set("text", Recorded::outcome);
        binder.set("text", Recorded::facts);
        binder.set("text", Recorded::registered);
    }

    /** Sets one parameter after the other, each an array over all rows. Arrays travel as text, so an instant is given in UTC: the driver would write a {@code Timestamp} without its zone. */
    private static final class Binder {
        private final Connection connection;
        private final PreparedStatement insert;
        private final List<Recorded> rows;
        private int index;

        Binder(Connection connection, PreparedStatement insert, List<Recorded> rows) {
            this.connection = connection;
            this.insert = insert;
            this.rows = rows;
        }

        void set(String type, Function<Recorded, @Nullable Object> value) throws SQLException {
            Object[] column = new Object[rows.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = value.apply(rows.get(i));
            }
            set(type, column);
        }

        void set(String type, Object[] column) throws SQLException {
            insert.setArray(++index, connection.createArrayOf(type, column));
        }
    }
}
