package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.hub.LookUp;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 測定用の保管庫 – what the measurement reads from the hub's database beside the hub: how much there is, and how large it is. */
final class BenchStore {

    /**
     * 受入れの速さ.
     *
     * @param persons taken by the largest finished file
     * @param seconds from opening the file to its last commit
     */
    record Taken(long persons, double seconds) {}

    /**
     * 大きさ, in bytes on disk with indexes.
     *
     * @param persons registered
     * @param personBytes their table hub.person
     * @param factBytes their table hub.fact
     * @param verifications recorded inquiries
     * @param verificationBytes their table hub.verification
     */
    record Size(long persons, long personBytes, long factBytes, long verifications, long verificationBytes) {}

    private final DataSource database;
    private final JdbcClient client;

    BenchStore(DataSource database) {
        this.database = database;
        this.client = JdbcClient.create(database);
    }

    /** How many serials, counted from 0, finished files have brought in. */
    int registered() {
        return client.sql("""
                        select coalesce(max(cast(substring(b.file_name from '^bench-\\d+-(\\d+)\\.csv$') as integer)), 0)
                          from hub.batch b join hub.batch_end e on e.batch = b.id
                        """).query(Integer.class).single();
    }

    /** The import of the largest finished file. */
    Optional<Taken> taken() {
        return client.sql("""
                        select e.stored, extract(epoch from e.finished_at - b.recorded_at)
                          from hub.batch b join hub.batch_end e on e.batch = b.id
                         where b.file_name like 'bench-%' and e.stored > 0 order by e.stored desc limit 1
                        """)
                .query((row, index) -> new Taken(row.getLong(1), row.getDouble(2)))
                .optional();
    }

    /** Gives the planner its statistics and writes dirty pages now, so that neither happens in the middle of a measurement. */
    void settle() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("vacuum (analyze) hub.person, hub.fact");
        jdbc.execute("checkpoint");
    }

    long verifications() {
        return client.sql("select count(*) from hub.verification")
                .query(Long.class)
                .single();
    }

    Size size() {
        return client.sql("""
                        select (select count(*) from hub.person), pg_total_relation_size('hub.person'),
                               pg_total_relation_size('hub.fact'),
                               (select count(*) from hub.verification), pg_total_relation_size('hub.verification')
                        """)
                .query((row, index) ->
                        new Size(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
    }

    /**
     * 表だけの写し.
     *
     * @param persons how many
     * @param seconds for both tables
     * @param cpu of the database, in microseconds
     */
    record Copied(long persons, double seconds, long cpu) {}

    /** Copies the rows of persons and facts, from files that the server wrote into the folder, into tables without index. Files and tables are removed. */
    Copied bareCopy(Path folder) throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        long persons = size().persons();
        long self = ProcessHandle.current().pid();
        for (String table : List.of("person", "fact")) {
            jdbc.execute("copy hub." + table + " to '" + folder.resolve(table + ".copy") + "' (format binary)");
            jdbc.execute("create table public.bench_" + table + " (like hub." + table + ")");
        }
        BenchCpu before = BenchCpu.now(self, serverPid());
        long start = System.nanoTime();
        for (String table : List.of("person", "fact")) {
            jdbc.execute(
                    "copy public.bench_" + table + " from '" + folder.resolve(table + ".copy") + "' (format binary)");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long cpu = BenchCpu.now(self, serverPid()).since(before).database();
        for (String table : List.of("person", "fact")) {
            jdbc.execute("drop table public.bench_" + table);
            Files.delete(folder.resolve(table + ".copy"));
        }
        return new Copied(persons, seconds, cpu);
    }

    /** The process id of the database server. */
    long serverPid() {
        String file = client.sql("select pg_read_file('postmaster.pid')")
                .query(String.class)
                .single();
        return Long.parseLong(Objects.requireNonNull(file).lines().findFirst().orElseThrow());
    }

    /** A connection that only looks up. */
    LookUp lookUp() throws SQLException {
        return new LookUp(database.getConnection());
    }
}
