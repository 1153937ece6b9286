package madoguchi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.hub.ImportReport;
import madoguchi.hub.Registrations;
import madoguchi.hub.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 登録ファイルを受け入れる – takes registration files and ticket files into the hub's registers. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "資格登録ファイル・医療券ファイル（CSV）を登録する / take registration and ticket files (docs/registration-file.md)")
final class ImportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV (UTF-8, Shift_JIS)")
    List<Path> files = List.of();

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
    public Integer call() throws Exception {
        Files.createDirectories(data);
        int code = 0;
        try (LocalHub hub = new LocalHub(data, databaseUrl)) {
            Registrations registrations =
                    new Registrations(hub.database(), HubKey.of(data), Clock.system(Server.TOKYO));
            for (Path file : files) {
                code = Math.max(code, take(registrations, file));
            }
        }
        return code;
    }

    private static int take(Registrations registrations, Path file) {
        Parsed<ImportReport> taken = registrations.take(
                Source.of(file), lines -> System.err.printf("\r%s: %,d 行 / lines", file.getFileName(), lines));
        System.err.println();
        return switch (taken) {
            case Parsed.Value<ImportReport>(var report) -> printed(report);
            case Parsed.Faults<ImportReport>(var problems) -> refused(problems);
        };
    }

    private static int printed(ImportReport report) {
        System.out.printf(
                "%s: %,d 行のうち 登録 %,d、変更なし %,d、誤り %,d / of the lines: stored, unchanged, faulty%n",
                report.fileName(),
                report.rows(),
                report.stored(),
                report.unchanged(),
                report.faults().size());
        for (ImportReport.LineFault fault : report.faults()) {
            for (Problem problem : fault.problems()) {
                System.out.printf("  %d 行目 line %d  %s%n", fault.line(), fault.line(), problem);
            }
        }
        return report.faults().isEmpty() ? 0 : Madoguchi.ATTENTION;
    }

    private static int refused(List<Problem> problems) {
        problems.forEach(problem -> System.out.println("  " + problem));
        System.out.println("  何も登録していません / nothing of this file was stored");
        return Madoguchi.FAILED;
    }
}
