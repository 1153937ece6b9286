package madoguchi.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import madoguchi.hub.IndexFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 索引を測る – room and speed of the hub's index in memory, by itself. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "記憶の索引だけを測る。データベースは使わない / measure the index in memory by itself, without a database")
final class BenchIndexCommand implements Callable<Integer> {

    private static final int MOST = 100_000_000;

    @Option(
            names = "--persons",
            defaultValue = "1000000",
            description = "作り物の人の数 / invented persons (default: ${DEFAULT-VALUE})")
    int persons;

    @Option(
            names = "--data",
            defaultValue = "var/bench",
            description = "控えを一時書くフォルダー / folder where the index is saved for a moment (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var/bench");

    @Override
    public Integer call() throws Exception {
        if (persons < 1 || persons > MOST) {
            throw new IllegalArgumentException("--persons: 1 … " + MOST);
        }
        IndexFigures.print(persons, data, System.out);
        return 0;
    }
}
