package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.hub.RegisterHistory;
import madoguchi.nation.Snapshot;
import madoguchi.nation.SnapshotBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 台帳の写しを作る – writes everybody's coverages, with only what settling needs, into one file. A file that is there is replaced when the new one is whole; broken off, it stays. Exit code 0; 1 when the registers hold nobody. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = {
            "ハブの台帳から、振替・分割に要るものだけの写しを作る（個人情報。所有者だけが読める）",
            "write what settling needs of the hub's registers into a file (personal data; readable by its owner only)"
        })
final class NationSnapshotCommand implements Callable<Integer> {

    private static final long STEP = 10_000;

    @Option(names = "--out", required = true, description = "書くファイル / the file to write")
    Path out = Path.of("");

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

    @Override
    public Integer call() throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            System.err.println("✕ 写しを置くフォルダーがありません。先に作ってください / make the folder first: " + folder);
            return Madoguchi.FAILED;
        }
        try (LocalHub hub = new LocalHub(data, databaseUrl);
                SnapshotBuilder builder = new SnapshotBuilder(out)) {
            long[] people = {0};
            new RegisterHistory(hub.database(), Optional.empty()).everybody(person -> {
                builder.add(person);
                if (++people[0] % STEP == 0) {
                    System.err.printf("\r  %,d 人 people", people[0]);
                }
            });
            try (Snapshot snapshot = builder.finish()) {
                System.err.println();
                System.out.printf(
                        "%s %s: %,d 人 people、%,d 字節 bytes、指紋 fingerprint %s%n",
                        people[0] == 0 ? "▲" : "○", out, snapshot.people(), snapshot.bytes(), snapshot.fingerprint());
            }
            return people[0] == 0 ? Madoguchi.ATTENTION : 0;
        }
    }
}
