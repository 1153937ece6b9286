package madoguchi.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
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

    /** The hub's look-up of an inquiry, asked here without the hub around it. */
    private static final String LOOK_UP = """
            select f.id, f.recorded_at, f.person, f.name, f.withdrawn, f.suppressed, f.body
              from hub.fact f
             where f.person in (select m.person from hub.fact m where m.number_key = ? and m.insurer = ? and m.birth = ?)
            """;

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

    /** 照合だけ – one prepared look-up on one connection. */
    static final class LookUp implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement select;

        private LookUp(Connection connection) throws SQLException {
            this.connection = connection;
            this.select = connection.prepareStatement(LOOK_UP);
        }

        /** How many facts there are about that person. */
        int facts(BenchPerson person) throws SQLException {
            select.setString(1, person.id().numberKey());
            select.setString(2, person.id().insurer().digits());
            select.setObject(3, person.birth());
            int facts = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    facts += rows.getString(7).isEmpty() ? 0 : 1;
                }
            }
            return facts;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
