package madoguchi.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/*
 * Two indexes are entered at random places, line by line: the one by which an inquiry finds its facts and the one by which a digest finds its person. For a file
 * at least as long as the register it is cheaper to take them away and to make them again from sorted keys. Persons are then found in memory.
 *
 * Meanwhile a lock sends every other importer away: each waits until the load is over, or its connection gone. A load that was killed leaves the indexes out;
 * whoever imports next, or starts, makes them (settle). Inquiries that need the database meanwhile get the same answers, slowly.
 */

/** 一括登録 – how a long file comes into a register that is not longer than the file. */
final class BulkLoadStore implements AutoCloseable {

    /** Files with fewer lines are not worth it. */
    static final long SHORTEST = 200_000;

    private static final String LOCK = "pg_advisory_lock(hashtext('hub.bulk'))";
    private static final String TRY_LOCK = "pg_try_advisory_lock(hashtext('hub.bulk'))";
    private static final String UNLOCK = "pg_advisory_unlock(hashtext('hub.bulk'))";
    private static final List<String> INDEXES = List.of(
            "create index if not exists fact_asked on hub.fact (asked)",
            "create unique index if not exists person_digest on hub.person (digest)");
    private static final String ROOM = "512MB";

    private final DataSource database;
    private final Connection locked;
    private final long pid;
    private final PersonTable everybody;

    private BulkLoadStore(DataSource database, Connection locked, long pid, PersonTable everybody) {
        this.database = database;
        this.locked = locked;
        this.pid = pid;
        this.everybody = everybody;
    }

    /** Whether the register is not longer than a file of so many lines. */
    static boolean fits(DataSource database, long lines) {
        return persons(database) <= lines;
    }

    private static long persons(DataSource database) {
        return JdbcClient.create(database)
                .sql("select coalesce(max(id), 0) from hub.person")
                .query(Long.class)
                .single();
    }

    /** Waits for all other importers, and begins a load of so many lines. */
    static BulkLoadStore begin(DataSource database, long lines) {
        Connection connection = connection(database);
        try {
            ask(connection, LOCK);
            execute(connection, "drop index if exists hub.fact_asked, hub.person_digest");
            long pid = connection.unwrap(PGConnection.class).getBackendPID();
            return new BulkLoadStore(
                    database, connection, pid, everybody(connection, Math.max(lines, persons(database))));
        } catch (SQLException failed) {
            release(connection);
            throw broken(failed);
        } catch (RuntimeException | Error failed) {
            release(connection);
            throw failed;
        }
    }

    private static PersonTable everybody(Connection connection, long expected) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement select = connection.prepareStatement("select digest, id from hub.person")) {
            select.setFetchSize(10_000);
            PersonTable table = new PersonTable(expected);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    table.put(rows.getBytes(1), rows.getLong(2));
                }
            }
            return table;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** One transaction of the load. */
    <T> T alone(Function<FactStore, T> work) {
        return new FactStore(database).aloneInBulk(pid, work);
    }

    /** Every person of the register. */
    PersonTable everybody() {
        return everybody;
    }

    /** Makes the indexes and lets the others in. */
    @Override
    public void close() {
        try {
            makeIndexes(database);
        } finally {
            release(locked);
        }
    }

    /** Makes the indexes that a killed load left out; does nothing while a load is going on elsewhere, and nothing when all is well. */
    static void settle(DataSource database) {
        if (isSettled(database)) {
            return;
        }
        Connection connection = connection(database);
        try {
            if (ask(connection, TRY_LOCK)) {
                makeIndexes(database);
            }
        } catch (SQLException failed) {
            throw broken(failed);
        } finally {
            release(connection);
        }
    }

    private static boolean isSettled(DataSource database) {
        return JdbcClient.create(database)
                .sql(
                        "select to_regclass('hub.fact_asked') is not null and to_regclass('hub.person_digest') is not null")
                .query(Boolean.class)
                .single();
    }

    /** Both at once, each on a connection of its own. */
    private static void makeIndexes(DataSource database) {
        List<CompletableFuture<Void>> making = INDEXES.stream()
                .map(index -> CompletableFuture.runAsync(
                        () -> make(database, index),
                        task -> Thread.ofPlatform().name("index-maker").daemon().start(task)))
                .toList();
        try {
            making.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof DataAccessException known ? known : failed;
        }
    }

    private static void make(DataSource database, String index) {
        Connection connection = connection(database);
        try {
            execute(connection, "set maintenance_work_mem = '" + ROOM + "'");
            execute(connection, index);
            execute(connection, index.contains("hub.fact") ? "analyze hub.fact" : "analyze hub.person");
            execute(connection, "reset maintenance_work_mem");
        } catch (SQLException failed) {
            throw broken(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, null);
        }
    }

    private static Connection connection(DataSource database) {
        try {
            return database.getConnection();
        } catch (SQLException failed) {
            throw broken(failed);
        }
    }

    /** Whether the answer is yes; taking a lock without trying answers nothing. */
    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + question)) {
            return row.next() && "t".equals(row.getString(1));
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** A connection that goes back into a pool keeps no lock; unlocking what is not locked does nothing. */
    private static void release(Connection connection) {
        try (connection) {
            ask(connection, UNLOCK);
        } catch (SQLException gone) {
            // A connection that is gone has lost its lock, too.
            return;
        }
    }

    private static DataAccessException broken(SQLException failed) {
        return new DataAccessResourceFailureException("the database cannot be used", failed);
    }
}
