package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.hub.QualityFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 点検を測る – speed and memory of a report on the registers. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = "データ品質の点検を測る。空のデータのフォルダーを使う / measure a report on the registers; wants an empty data folder")
final class BenchQualityCommand implements Callable<Integer> {

    private static final int MOST = 100_000_000;

    @Option(
            names = "--persons",
            defaultValue = "1000000",
            description = "作り物の人の数 / invented persons (default: ${DEFAULT-VALUE})")
    int persons;

    @Option(
            names = "--data",
            defaultValue = "var/bench-quality",
            description = "空のフォルダー / an empty folder (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var/bench-quality");

    @Option(names = "--fold-only", description = "データベースを使わない / without a database")
    boolean foldOnly;

    @Override
    public Integer call() throws IOException {
        if (persons < 1 || persons > MOST) {
            throw new IllegalArgumentException("--persons: 1 … " + MOST);
        }
        Path folder = Files.createDirectories(data.resolve("quality"));
        if (foldOnly) {
            QualityFigures.print(persons, folder, Optional.empty(), System.out);
        } else {
            try (LocalHub hub = new LocalHub(data, null)) {
                QualityFigures.print(persons, folder, Optional.of(hub.database()), System.out);
            }
        }
        return 0;
    }
}
