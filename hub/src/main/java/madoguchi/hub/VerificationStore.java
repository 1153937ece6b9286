package madoguchi.hub;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import madoguchi.core.Inquiry;
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
            insert into hub.verification (at, facility, terminal, operator, kind, day, known_at,
                   asked_insurer, asked_symbol, asked_number, asked_branch, asked_birth, outcome, facts)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            returning id
            """;

    private final JdbcTemplate jdbc;

    VerificationStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    /** Writes the entries and commits; returns their ids in the same order. */
    List<Long> append(List<Entry> entries) {
        List<Long> ids = jdbc.execute((Connection connection) -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                bind(connection, insert, entries);
                try (ResultSet rows = insert.executeQuery()) {
                    List<Long> written = new ArrayList<>(entries.size());
                    while (rows.next()) {
                        written.add(rows.getLong(1));
                    }
                    return written;
                }
            }
        });
        return Objects.requireNonNull(ids);
    }

    private static void bind(Connection connection, PreparedStatement insert, List<Entry> entries) throws SQLException {
        Binder binder = new Binder(connection, insert, entries);
        binder.set("timestamptz", entry -> entry.at().toString());
        binder.set("text", entry -> entry.inquiry().caller().facility().digits());
        binder.set("text", entry -> entry.inquiry().caller().terminal());
        binder.set("text", entry -> entry.inquiry().caller().operator());
        binder.set("text", entry -> entry.inquiry().kind().name());
        binder.set("date", entry -> entry.inquiry().day());
        binder.set(
                "timestamptz",
                entry -> entry.inquiry().knownAt().map(Instant::toString).orElse(null));
        binder.set("text", entry -> entry.inquiry().insured().insurer().digits());
        binder.set("text", entry -> entry.inquiry().insured().symbol().orElse(null));
        binder.set("text", entry -> entry.inquiry().insured().number());
        binder.set("text", entry -> entry.inquiry().insured().branch().orElse(null));
        binder.set("date", entry -> entry.inquiry().birth());
        binder.set("text", entry -> entry.finding().answer().getClass().getSimpleName());
        binder.set(
                "text",
                entry -> String.join(
                        ",",
                        entry.finding().facts().stream().map(Object::toString).toList()));
    }

    /** Sets one parameter after the other, each an array over all entries. Arrays travel as text, so an instant is given in UTC: the driver would write a {@code Timestamp} without its zone. */
    private static final class Binder {
        private final Connection connection;
        private final PreparedStatement insert;
        private final List<Entry> entries;
        private int index;

        Binder(Connection connection, PreparedStatement insert, List<Entry> entries) {
            this.connection = connection;
            this.insert = insert;
            this.entries = entries;
        }

        void set(String type, Function<Entry, @org.jspecify.annotations.Nullable Object> value) throws SQLException {
            Object[] column = new Object[entries.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = value.apply(entries.get(i));
            }
            Array array = connection.createArrayOf(type, column);
            insert.setArray(++index, array);
        }
    }
}
