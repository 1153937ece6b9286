package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.account.AccountStore;
import madoguchi.hub.HubDatabase;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** 手元のデータベース – what a command that works on a data folder opens: the running server's database if there is one, else its own for the duration. */
final class LocalHub implements AutoCloseable {

    private final Optional<EmbeddedDatabase> embedded;
    private final DataSource database;

    LocalHub(Path data, @Nullable String url) throws IOException {
        embedded = url == null ? Optional.of(EmbeddedDatabase.open(data)) : Optional.empty();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url == null ? embedded.orElseThrow().url() : url);
        database = source;
        HubDatabase.migrate(database);
        AccountStore.migrate(database);
    }

    DataSource database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        if (embedded.isPresent()) {
            embedded.get().close();
        }
    }
}
