package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import madoguchi.core.Parsed;
import madoguchi.hub.VerifyingKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** 監査の選択肢 – where the log and the key of the hub are. */
final class AuditOptions {

    @Option(
            names = "--data",
            defaultValue = "${env:MADOGUCHI_DATA:-var}",
            description = "ハブのデータのフォルダー / the hub's data folder (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var");

    @Option(
            names = "--database-url",
            description = "内蔵の代わりに使う PostgreSQL (JDBC) / a PostgreSQL instead of the embedded one")
    @Nullable
    String databaseUrl;

    @Option(names = "--public-key", description = "ハブの公開鍵（PEM） / the hub's public key (default: <data>/signing.pub)")
    @Nullable
    Path publicKey;

    Parsed<VerifyingKey> key() throws IOException {
        return HubKey.verifying(data, publicKey);
    }

    LocalHub open() throws IOException {
        return new LocalHub(data, databaseUrl);
    }
}
