package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a data folder holds on disk, read past the program. */
final class Kept implements AutoCloseable {

    private final LocalHub hub;
    private final JdbcClient database;

    Kept(Path data) throws IOException {
        hub = new LocalHub(data, null);
        database = JdbcClient.create(hub.database());
    }

    long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    /** Coverages among the first so many facts of a file; a line stored twice takes the place of another one. */
    int facts(InventedFile file, int lines) {
        return database.sql("""
                        select count(distinct name) from
                          (select f.name from hub.fact f join hub.batch b on b.id = f.batch where b.file_name = ? order by f.id limit ?) as first
                        """).params(file.name(), lines).query(Integer.class).single();
    }

    /** The numbers asked about in these verifications. */
    Map<Long, String> verifications(Collection<Long> ids) {
        Map<Long, String> asked = new HashMap<>();
        database.sql("select id, asked_number from hub.verification where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query(row -> {
                    asked.put(row.getLong(1), row.getString(2));
                });
        return asked;
    }

    @Override
    public void close() throws IOException {
        hub.close();
    }
}
