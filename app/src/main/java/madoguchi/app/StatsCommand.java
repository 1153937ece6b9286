package madoguchi.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.hub.UsageStore;
import madoguchi.policy.RuleBook;
import madoguchi.review.Agency;
import madoguchi.stats.FacilityMaster;
import madoguchi.stats.Stats;
import madoguchi.stats.UsageReport;
import madoguchi.stats.UsageRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 統計 – the usage rates of a month, computed again from the hub's ledger. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = "マイナ保険証の利用率を、照会記録から計算し直す / compute the usage rates of a month from the ledger")
final class StatsCommand implements Callable<Integer> {

    @Option(names = "--month", required = true, description = "月 YYYY-MM / month")
    YearMonth month = YearMonth.of(1, 1);

    @Option(names = "--csv", description = "CSVで標準出力へ、施設まで / as CSV on standard output, down to the facilities")
    boolean csv;

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
        Optional<FacilityMaster> master = master();
        if (master.isEmpty()) {
            return Madoguchi.FAILED;
        }
        RuleBook book = RuleBook.bundled();
        try (LocalHub hub = new LocalHub(data, databaseUrl);
                HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(hub.database());
            Agency.migrate(pool);
            Stats stats = new Stats(
                    new HubLedger(new UsageStore(pool)),
                    StatsWiring.receipts(pool, true),
                    () -> book,
                    master.get(),
                    StatsWiring.spill(data),
                    Clock.system(Server.TOKYO));
            UsageReport report = stats.report(month);
            if (csv) {
                System.out.print(stats.csv(report));
            } else {
                print(report, master.get());
            }
            return report.rows().isEmpty() ? Madoguchi.ATTENTION : 0;
        }
    }

    private Optional<FacilityMaster> master() {
        return switch (FacilityMaster.read(StatsWiring.masterFile(data))) {
            case Parsed.Value<FacilityMaster>(var master) -> Optional.of(master);
            case Parsed.Faults<FacilityMaster>(var problems) -> {
                problems.forEach(problem -> System.err.println(StatsWiring.masterFile(data) + " " + problem.place()
                        + ": " + problem.reason().ja() + " / "
                        + problem.reason().en()));
                yield Optional.empty();
            }
        };
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
