package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import madoguchi.subsidy.SubsidyHub;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** 医療費助成のコマンドの共通の指定. */
final class SubsidyOptions {

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

    /** 開いたハブ – closing it closes the database it opened. */
    record Opened(SubsidyHub hub, LocalHub database) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            hub.close();
            database.close();
        }
    }

    Opened open() throws IOException {
        Files.createDirectories(data);
        LocalHub hub = new LocalHub(data, databaseUrl);
        return new Opened(SubsidyWiring.open(hub.database(), hub.database(), data, Clock.system(Server.TOKYO)), hub);
    }
}
