package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** データベースの選択肢 – on which data a command works: those of a folder, or a PostgreSQL that runs elsewhere. */
final class DatabaseOptions {

    @Option(
            names = "--data",
            defaultValue = "${env:MADOGUCHI_DATA:-var}",
            description = "データのフォルダー / data folder (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var");

    @Option(
            names = "--database-url",
            description = "内蔵の代わりに使う PostgreSQL (JDBC) / a PostgreSQL instead of the embedded one")
    @Nullable
    String databaseUrl;

    /** Opens it; makes the folder when it is missing. */
    LocalHub open() throws IOException {
        Files.createDirectories(data);
        return new LocalHub(data, databaseUrl);
    }
}
