package madoguchi.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 検査点の保管庫 – the append-only checkpoints in PostgreSQL. */
final class CheckpointStore {

    private static final String COLUMNS = "select at, first, last, hash, key, signature from hub.checkpoint";

    private final JdbcClient client;

    CheckpointStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    void add(Checkpoint checkpoint) {
        client.sql("insert into hub.checkpoint (at, first, last, hash, key, signature) values (?, ?, ?, ?, ?, ?)")
                .params(
                        checkpoint.at().atOffset(ZoneOffset.UTC),
                        checkpoint.first(),
                        checkpoint.last(),
                        checkpoint.hash().bytes(),
                        checkpoint.key(),
                        checkpoint.signature())
                .update();
    }

    boolean isEmpty() {
        return !client.sql("select exists (select from hub.checkpoint)")
                .query(Boolean.class)
                .single();
    }

    /** The first chained entry, where there is one. */
    Optional<Long> firstChained() {
        return client.sql("select id from hub.verification where hash is not null order by id limit 1")
                .query(Long.class)
                .optional();
    }

    /** All checkpoints, the oldest first. */
    List<Checkpoint> all() {
        return client.sql(COLUMNS + " order by id")
                .query(CheckpointStore::checkpoint)
                .list();
    }

    /** The latest checkpoints, the newest first. */
    List<Checkpoint> latest(int most) {
        return client.sql(COLUMNS + " order by id desc limit ?")
                .param(most)
                .query(CheckpointStore::checkpoint)
                .list();
    }

    private static Checkpoint checkpoint(ResultSet row, int index) throws SQLException {
        return new Checkpoint(
                Objects.requireNonNull(row.getObject(1, OffsetDateTime.class)).toInstant(),
                row.getLong(2),
                row.getLong(3),
                Digest.of(row.getBytes(4)),
                row.getString(5),
                row.getString(6));
    }
}
