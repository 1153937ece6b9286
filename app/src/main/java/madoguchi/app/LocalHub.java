package madoguchi.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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

    /** A bulk load has its lock, two portions, two tables' indexes and a look at the log. */
    private static final int CONNECTIONS = 8;

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

    /** The same database for work of many transactions: connections are used again instead of made anew, which costs PostgreSQL milliseconds each. Whoever asks for it closes it. */
    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Override
    public void close() throws IOException {
        if (embedded.isPresent()) {
            embedded.get().close();
        }
    }
}
