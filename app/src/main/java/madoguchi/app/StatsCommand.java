package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.core.Text;
import madoguchi.stats.FacilityMaster;
import madoguchi.stats.UsageReport;
import madoguchi.stats.UsageRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 統計 – the usage rates of a month, computed again from the hub's ledger or from its day files. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = "マイナ保険証の利用率を、照会記録から計算し直す / compute the usage rates of a month from the ledger",
        subcommands = StatsExportCommand.class)
final class StatsCommand implements Callable<Integer> {

    private static final double NANOS = 1e9;

    @Option(names = "--month", description = "月 YYYY-MM / month")
    @Nullable
    YearMonth month;

    @Option(names = "--csv", description = "CSVで標準出力へ、施設まで / as CSV on standard output, down to the facilities")
    boolean csv;

    @Option(
            names = "--files",
            description =
                    "照会記録ではなく、stats export が書いたファイルから / from the files that stats export wrote, not from the ledger")
    boolean files;

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

    @Override
    public Integer call() throws IOException {
        YearMonth asked = month;
        if (asked == null) {
            throw new IllegalArgumentException("--month: 月を YYYY-MM で書いてください / say which month");
        }
        Optional<FacilityMaster> master = master();
        if (master.isEmpty()) {
            return Madoguchi.FAILED;
        }
        try (LocalStats local = LocalStats.open(data, databaseUrl, master.get())) {
            long start = System.nanoTime();
            Optional<UsageReport> report = files
                    ? local.stats().fromFiles(asked, Runtime.getRuntime().availableProcessors())
                    : Optional.of(local.stats().fromLedger(asked));
            if (report.isEmpty()) {
                System.err.println("書き出していない日があります。先に / days are missing; first run: madoguchi stats export --month "
                        + asked + "  " + local.stats().missing(asked));
                return Madoguchi.ATTENTION;
            }
            print(report.get(), local, (System.nanoTime() - start) / NANOS);
            return report.get().rows().isEmpty() ? Madoguchi.ATTENTION : 0;
        }
    }

    private void print(UsageReport report, LocalStats local, double seconds) {
        if (csv) {
            System.out.print(local.stats().csv(report));
        } else {
            print(report, local.master());
        }
        System.err.printf("%.2f 秒 s%n", seconds);
    }

    private Optional<FacilityMaster> master() {
        return LocalStats.master(data);
    }

    private static void print(UsageReport report, FacilityMaster master) {
        System.out.printf("%s  マイナ保険証利用率 / usage of the My Number insurance card%n", report.month());
        if (report.rows().isEmpty()) {
            System.out.println("この月の照会はありません / nothing was asked in this month");
            return;
        }
        print(List.of(report.nation()));
        print(report.kinds(master));
        print(report.prefectures());
    }

    private static void print(List<UsageRow> rows) {
        rows.forEach(row -> {
            Text label = row.label();
            System.out.printf(
                    "  %s / %s: 件数ベース by verifications %s (%,d ÷ %,d; 未決 open %,d)  レセプト件数ベース by receipts %s (%,d ÷ %,d)%n",
                    label.ja(),
                    label.en(),
                    row.online().written(),
                    row.online().part(),
                    row.online().whole(),
                    row.tally().open(),
                    row.receipt().written(),
                    row.receipt().part(),
                    row.receipts());
        });
    }
}
