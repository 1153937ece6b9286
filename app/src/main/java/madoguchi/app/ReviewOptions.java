package madoguchi.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.CoverageHistory;
import madoguchi.hub.RegisterHistory;
import madoguchi.hub.RegisterIndex;
import madoguchi.review.Agency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** 審査支払のコマンドの共通の指定. */
final class ReviewOptions {

    private static final int CONNECTIONS = 12;

    @Option(
            names = "--data",
            defaultValue = "${env:MADOGUCHI_DATA:-var}",
            description = "データのフォルダー / the data folder (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var");

    @Option(
            names = "--database-url",
            description = "内蔵の代わりに使う PostgreSQL (JDBC) / a PostgreSQL instead of the embedded one")
    @Nullable
    String databaseUrl;

    /** 開いた審査支払 – closing it closes the database it opened. */
    record Opened(Agency agency, LocalHub hub, HikariDataSource pool, Optional<RegisterIndex> index)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            index.ifPresent(RegisterIndex::close);
            pool.close();
            hub.close();
        }
    }

    /** Over the registers in the database, or, where wanted, in memory. */
    Opened open(boolean memory) throws IOException {
        Files.createDirectories(data);
        LocalHub hub = new LocalHub(data, databaseUrl);
        HikariDataSource pool = pool(hub.database());
        Agency.migrate(pool);
        Optional<RegisterIndex> index =
                memory ? Optional.of(new RegisterIndex(pool, Optional.empty())) : Optional.empty();
        index.ifPresent(ReviewOptions::await);
        CoverageHistory history = new RegisterHistory(pool, index);
        return new Opened(
                new Agency(pool, ReviewWiring.shelf(data), history, Clock.system(Server.TOKYO)), hub, pool, index);
    }

    /** Receipts are settled by several threads, each of which looks into the registers: a connection for every look would cost more than the look. */
    private static HikariDataSource pool(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    private static void await(RegisterIndex index) {
        System.err.println("台帳を読み込んでいます… / reading the registers into memory…");
        while (!index.isServing()) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }
}
