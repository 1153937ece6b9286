package madoguchi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 登録を測る – how fast a registration file of invented persons comes into the register, beside the limits of the machine. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "登録の性能を測る。作り物の登録ファイルを先にディスクに書き、それを受け入れる",
            "measure the import: a file of invented persons is written to disk first, and then taken"
        })
final class BenchImportCommand implements Callable<Integer> {

    @Option(
            names = "--persons",
            defaultValue = "1000000",
            description = "作り物の人の数 / invented persons (default: ${DEFAULT-VALUE})")
    int persons;

    @Option(
            names = "--data",
            defaultValue = "var/bench-import",
            description =
                    "測定用のデータのフォルダー。人がいればその続きから / data folder; goes on behind the persons in it (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var/bench-import");

    @Override
    public Integer call() throws Exception {
        if (persons < 1 || persons > BenchPerson.MOST) {
            throw new IllegalArgumentException("--persons: 1 … " + BenchPerson.MOST);
        }
        new BenchImport(data, persons, Clock.system(Server.TOKYO), System.out).run();
        return 0;
    }
}
