package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import madoguchi.core.Coverage;
import madoguchi.json.CoreJson;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/*
 * The ids of facts follow the order of their commits: every import takes one advisory lock before its ids are drawn and keeps it until its transaction is over
 * (FactStore.alone), and PostgreSQL lets such a lock go only after others can see the transaction's rows. So whoever sees a fact sees all that have smaller ids,
 * and reading on from the last id misses nothing.
 */

/** 事実の記録の続き – reads the facts in order of recording. */
final class FactLogStore {

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate outside;

    FactLogStore(DataSource database) {
        this.database = database;
        jdbc = new JdbcTemplate(database);
        outside = new TransactionTemplate(new JdbcTransactionManager(database));
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** A fact as it stands in the table, in the present form or in that of before V3. */
    record Line(
            long id,
            Instant recordedAt,
            long person,
            FactName name,
            boolean withdrawn,
            boolean suppressed,
            Optional<StoredCoverage> packed,
            Optional<String> body) {

        Fact fact() {
            return new Fact(id, recordedAt, person, name.hex(), withdrawn, suppressed, coverage());
        }

        private Coverage coverage() {
            return packed.map(StoredCoverage::coverage)
                    .orElseGet(() -> CoreJson.mapper().readValue(body.orElseThrow(), Coverage.class));
        }
    }

    /** The committed facts from this id on, at most so many. Those of one transaction come together unless the limit parts them. A transaction of the caller is left aside. */
    List<Fact> from(long id, int most) {
        List<Line> lines = Objects.requireNonNull(outside.execute(
                status -> jdbc.execute((ConnectionCallback<List<Line>>) connection -> lines(connection, id, most))));
        return facts(lines);
    }

    /** Every committed fact in order of persons, in portions of so many persons; nobody's facts are parted. Has a connection of its own, so that whoever takes them may ask the database, too. */
    void byPerson(int persons, Consumer<List<Fact>> portions) {
        try (Connection own = database.getConnection()) {
            byPerson(own, persons, portions);
        } catch (SQLException broken) {
            throw new DataAccessResourceFailureException("the facts could not be read to their end", broken);
        }
    }

    private static void byPerson(Connection connection, int persons, Consumer<List<Fact>> portions)
            throws SQLException {
        List<Line> portion = new ArrayList<>();
        int whole = 0;
        try (BinaryRows rows = new BinaryRows(connection, """
                copy (select id, recorded_at, person, name, withdrawn, suppressed, packed, body
                        from hub.fact order by person, id) to stdout (format binary)
                """)) {
            while (rows.next()) {
                Line line = line(rows);
                if (!portion.isEmpty() && portion.getLast().person() != line.person() && ++whole == persons) {
                    portions.accept(facts(portion));
                    portion = new ArrayList<>();
                    whole = 0;
                }
                portion.add(line);
            }
        }
        portions.accept(facts(portion));
    }

    private static List<Fact> facts(List<Line> lines) {
        return lines.parallelStream().map(Line::fact).toList();
    }

    private static List<Line> lines(Connection connection, long id, int most) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (BinaryRows rows = new BinaryRows(connection, """
                copy (select id, recorded_at, person, name, withdrawn, suppressed, packed, body
                        from hub.fact where id >= %d order by id limit %d) to stdout (format binary)
                """.formatted(id, most))) {
            while (rows.next()) {
                lines.add(line(rows));
            }
        }
        return lines;
    }

    private static Line line(BinaryRows rows) {
        return new Line(
                rows.number(),
                rows.instant(),
                rows.number(),
                FactName.of(rows.bytes().orElseThrow()),
                rows.flag(),
                rows.flag(),
                rows.bytes().map(StoredCoverage::of),
                rows.bytes().map(text -> new String(text, StandardCharsets.UTF_8)));
    }

    /** A row of id, recorded_at, person, name, withdrawn, suppressed, packed, body. */
    static Line line(ResultSet row) throws SQLException {
        byte[] packed = row.getBytes(7);
        return new Line(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getLong(3),
                FactName.of(row.getBytes(4)),
                row.getBoolean(5),
                row.getBoolean(6),
                Optional.ofNullable(packed).map(StoredCoverage::of),
                Optional.ofNullable(row.getString(8)));
    }
}
