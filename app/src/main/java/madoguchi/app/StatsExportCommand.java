package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import madoguchi.stats.FacilityMaster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 利用記録の書き出し – takes the days of a month that are over from the hub's ledger into day files, from which the month is folded in seconds. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "照会記録から、終わった日のぶんを日ごとのファイルに書き出す（あるものは飛ばす）。毎晩動かせば、月の集計は数秒で済む",
            "write the days that are over from the ledger into day files, those that are there passed over; run nightly, a month is folded in seconds"
        })
final class StatsExportCommand implements Callable<Integer> {

    private static final double NANOS = 1e9;

    @Option(names = "--month", required = true, description = "月 YYYY-MM / month")
    YearMonth month = YearMonth.of(1, 1);

    @Option(
            names = "--data",
            defaultValue = "${env:MADOGUCHI_DATA:-var}",
            description =
                    "データのフォルダー。stats/uses に書く / the data folder; files go to stats/uses (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var");

    @Option(
            names = "--database-url",
            description = "内蔵の代わりに使う PostgreSQL (JDBC) / a PostgreSQL instead of the embedded one")
    @Nullable
    String databaseUrl;

    @Override
    public Integer call() throws IOException {
        try (LocalStats local = LocalStats.open(data, databaseUrl, FacilityMaster.none())) {
            long start = System.nanoTime();
            long written = local.stats()
                    .export(
                            month,
                            (day, verifications) -> System.out.printf(
                                    "%s  %,d 件 verifications  (%.1f 秒 s)%n",
                                    day, verifications, (System.nanoTime() - start) / NANOS));
            double seconds = (System.nanoTime() - start) / NANOS;
            System.out.printf(
                    "書き出し / exported: %,d 件, %.1f 秒 s, %,.0f 件/秒 per second%n", written, seconds, written / seconds);
            List<LocalDate> missing = local.stats().missing(month);
            if (!missing.isEmpty()) {
                System.out.println("まだ終わっていない日 / not over yet: " + missing.getFirst() + " – " + missing.getLast());
            }
            return 0;
        }
    }
}
