package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import madoguchi.core.CoverageHistory;
import madoguchi.hub.RegisterHistory;
import madoguchi.hub.RegisterIndex;
import madoguchi.review.Agency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** 審査支払のコマンドの共通の指定. */
final class ReviewOptions {

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
    record Opened(Agency agency, LocalHub hub, Optional<RegisterIndex> index) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            index.ifPresent(RegisterIndex::close);
            hub.close();
        }
    }

    /** Over the registers in the database, or, where wanted, in memory. */
    Opened open(boolean memory) throws IOException {
        Files.createDirectories(data);
        LocalHub hub = new LocalHub(data, databaseUrl);
        Agency.migrate(hub.database());
        Optional<RegisterIndex> index =
                memory ? Optional.of(new RegisterIndex(hub.database(), Optional.empty())) : Optional.empty();
        index.ifPresent(ReviewOptions::await);
        CoverageHistory history = new RegisterHistory(hub.database(), index);
        return new Opened(
                new Agency(hub.database(), ReviewWiring.shelf(data), history, Clock.system(Server.TOKYO)), hub, index);
    }

    private static void await(RegisterIndex index) {
        System.err.println("台帳を読み込んでいます… / reading the registers into memory…");
        while (!index.isServing()) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }
}
