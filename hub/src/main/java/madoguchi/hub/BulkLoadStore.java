package madoguchi.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/*
 * Two indexes are entered at random places, line by line: the one by which an inquiry finds its facts and the one by which a digest finds its person. For a file
 * at least as long as the register it is cheaper to take them away and to make them again from sorted keys; persons are then found in memory. Into an empty
 * register the facts' index by person goes as well: nobody has earlier facts to be looked up. Should the file speak twice of one person, in portions apart, it is
 * made on the spot and then kept (findPersons). The primary key of facts stays: whoever follows the log reads by it.
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
    private static final String BY_PERSON = "create index if not exists fact_person on hub.fact (person)";

    /** What is made, two at once; the dear ones first, so that neither of the two waits long for the other at the end. A table is not looked through while an index is made of it, so that comes before. */
    private static final List<List<String>> INDEXES = List.of(
            List.of("analyze hub.fact", "create index if not exists fact_asked on hub.fact (asked)"),
            List.of("analyze hub.person", "create unique index if not exists person_digest on hub.person (digest)"),
            List.of(BY_PERSON));

    private static final String ROOM = "512MB";
    private static final String HELPERS = "set max_parallel_maintenance_workers = ";
    private static final int MAKERS = 2;
    private static final int MOST_HELPERS = 2;

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
                .sql("select case when is_called then last_value else 0 end from hub.person_id_seq")
                .query(Long.class)
                .single();
    }

    /** Waits for all other importers, and begins a load of so many lines. */
    static BulkLoadStore begin(DataSource database, long lines) {
        Connection connection = connection(database);
        try {
            ask(connection, LOCK);
            execute(connection, "drop index if exists hub.fact_asked, hub.person_digest");
            if (persons(database) == 0) {
                execute(connection, "drop index if exists hub.fact_person");
            }
            long pid = connection.unwrap(PGConnection.class).getBackendPID();
            return new BulkLoadStore(database, connection, pid, everybody(connection, lines, persons(database)));
        } catch (SQLException failed) {
            release(connection);
            throw broken(failed);
        } catch (RuntimeException | Error failed) {
            release(connection);
            throw failed;
        }
    }

    private static PersonTable everybody(Connection connection, long lines, long drawn) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement select = connection.prepareStatement("select digest, id from hub.person")) {
            select.setFetchSize(10_000);
            PersonTable table = new PersonTable(Math.max(lines, drawn));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    FactStore.mustBeDrawn(rows.getLong(2) <= drawn);
                    table.put(rows.getBytes(1), rows.getLong(2));
                }
            }
            return table;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** One transaction of the load, while no other is going on. */
    <T> T alone(Function<FactStore, T> work) {
        return alone(Turn.first(), work);
    }

    /** One transaction of the load, in turn. */
    <T> T alone(Turn turn, Function<FactStore, T> work) {
        return FactStore.aloneInBulk(database, pid, turn, work);
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
                        "select count(*) = 3 from unnest(array['hub.fact_asked', 'hub.fact_person', 'hub.person_digest']) name where to_regclass(name) is not null")
                .query(Boolean.class)
                .single();
    }

    /** Makes the facts' index by person if it is not there, in the caller's transaction: from here on the file may speak of persons that it spoke of before. */
    static void findPersons(Connection connection) throws SQLException {
        if (ask(connection, "to_regclass('hub.fact_person') is null")) {
            execute(connection, BY_PERSON);
        }
    }

    /** Two at once, each on a connection of its own. */
    private static void makeIndexes(DataSource database) {
        Queue<List<String>> tasks = new ConcurrentLinkedQueue<>(INDEXES);
        List<CompletableFuture<Void>> making = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> make(database, tasks),
                        task -> Thread.ofPlatform().name("index-maker").daemon().start(task)))
                .limit(MAKERS)
                .toList();
        try {
            making.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof DataAccessException known ? known : failed;
        }
    }

    /** Nothing waits for the disk: an index that a crash takes along is made again by {@link #settle}. */
    private static void make(DataSource database, Queue<List<String>> tasks) {
        Connection connection = connection(database);
        try {
            execute(connection, "set synchronous_commit to off");
            execute(connection, "set maintenance_work_mem = '" + ROOM + "'");
            for (List<String> task = tasks.poll(); task != null; task = tasks.poll()) {
                execute(connection, HELPERS + helpers(tasks.isEmpty()));
                for (String command : task) {
                    execute(connection, command);
                }
            }
            execute(connection, "reset synchronous_commit");
            execute(connection, "reset maintenance_work_mem");
            execute(connection, "reset max_parallel_maintenance_workers");
        } catch (SQLException failed) {
            throw broken(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, null);
        }
    }

    /** Two makers keep two processors busy; helpers of the database would only take them from each other, but for the last index, which one maker is left alone with. */
    private static int helpers(boolean last) {
        int processors = Runtime.getRuntime().availableProcessors();
        return Math.clamp((last ? processors : processors / MAKERS) - 1, 0, MOST_HELPERS);
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
