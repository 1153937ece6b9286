package madoguchi.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
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
        description =
                "資格登録・医療券・カード・利用登録・証回収・交付・不開示のファイル（CSV）を登録する / take files of coverages, tickets, cards, enrolments, certificates issued and come back, hidden people (docs/registration-file.md)")
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
        try (LocalHub hub = new LocalHub(data, databaseUrl);
                HikariDataSource pool = hub.pool()) {
            Registrations registrations = new Registrations(pool, HubKey.of(data), Clock.system(Server.TOKYO));
            for (Path file : files) {
                code = Math.max(code, take(registrations, file));
            }
        }
        return code;
    }

    private static int take(Registrations registrations, Path file) {
        long start = System.nanoTime();
        AtomicLong heard = new AtomicLong();
        Parsed<ImportReport> taken = registrations.takeShowing(Source.of(file), (rows, lines) -> {
            heard.set(rows);
            show(file, rows, lines, start);
        });
        System.err.println();
        return switch (taken) {
            case Parsed.Value<ImportReport>(var report) -> printed(report);
            case Parsed.Faults<ImportReport>(var problems) -> refused(problems, heard.get() == 0);
        };
    }

    private static void show(Path file, long rows, long lines, long start) {
        System.err.printf(
                "\r%s: %,d 行 / lines, %d%%, %,.0f 行/s   ",
                file.getFileName(),
                rows,
                Math.min(100, rows * 100 / Math.max(1, lines)),
                rows * 1e9 / Math.max(1, System.nanoTime() - start));
    }

    private static void missing(ImportReport.Missing missing) {
        System.out.printf(
                "  %s の全件として読みました。ハブにあってこのファイルにない資格 %,d（何も喪失にしていません） / read as a whole file; held by the hub and not in it, none ended%n",
                missing.day(), missing.count());
        for (ImportReport.MissingCoverage one : missing.listed()) {
            System.out.printf(
                    "    保険者 insurer %s  事実番号 fact %d  資格取得 from %s  登録 recorded %s%n",
                    one.insurer(), one.fact(), one.from().map(Object::toString).orElse("-"), one.recordedAt());
        }
    }

    private static int printed(ImportReport report) {
        System.out.printf(
                "%s: %,d 行のうち 登録 %,d、変更なし %,d、誤り %,d / of the lines: stored, unchanged, faulty%n",
                report.fileName(),
                report.rows(),
                report.stored(),
                report.unchanged(),
                report.faults().size());
        report.missing().ifPresent(ImportCommand::missing);
        for (ImportReport.LineFault fault : report.faults()) {
            for (Problem problem : fault.problems()) {
                System.out.printf("  %d 行目 line %d  %s%n", fault.line(), fault.line(), problem);
            }
        }
        return report.faults().isEmpty() ? 0 : Madoguchi.ATTENTION;
    }

    private static int refused(List<Problem> problems, boolean nothing) {
        problems.forEach(problem -> System.out.println("  " + problem));
        if (nothing) {
            System.out.println("  何も登録していません / nothing of this file was stored");
        }
        return Madoguchi.FAILED;
    }
}
