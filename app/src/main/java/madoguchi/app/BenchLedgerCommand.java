package madoguchi.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import madoguchi.hub.UsageStore;
import madoguchi.policy.RuleBook;
import madoguchi.stats.FacilityMaster;
import madoguchi.stats.Stats;
import madoguchi.stats.UsageFigures;
import madoguchi.stats.UsageReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 照会記録からの集計を測る – a month folded from a hub's database, exported into day files, and folded from these: the same figures, three times. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = {
            "照会記録（データベース）からの月の集計を測る。作りものの記録を書き、終わると消す（500万件で約4 GB）",
            "time a month folded from the hub's log in the database (5 million invented verifications take about 4 GB, removed at the end)"
        })
final class BenchLedgerCommand implements Callable<Integer> {

    @Option(names = "--events", defaultValue = "1000000", description = "件数 / events (default: ${DEFAULT-VALUE})")
    long events = 1_000_000;

    @Option(
            names = "--facilities",
            defaultValue = "20000",
            description = "施設の数 / facilities (default: ${DEFAULT-VALUE})")
    int facilities = 20_000;

    @Option(names = "--persons", defaultValue = "0", description = "人の数。0なら2件に1人 / persons; 0: one for two events")
    long persons;

    @Option(names = "--month", defaultValue = "2025-10", description = "月 / month (default: ${DEFAULT-VALUE})")
    YearMonth month = YearMonth.of(1, 1);

    @Option(
            names = "--data",
            defaultValue = "var/bench",
            description = "一時書くフォルダー / folder to write into for a while (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var/bench");

    private static final double NANOS = 1e9;
    private static final long MEGA = 1 << 20;

    @Override
    public Integer call() throws IOException {
        if (events < 1 || facilities < 1 || persons < 0) {
            throw new IllegalArgumentException("--events, --facilities: 1 or more; --persons: 0 or more");
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(data), "ledger-");
        try (LocalHub hub = new LocalHub(folder, null);
                HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(hub.database());
            fill(new BenchLedgerStore(pool));
            return measure(new Stats(
                    new HubLedger(new UsageStore(pool)),
                    care -> Map.of(),
                    RuleBook::bundled,
                    FacilityMaster.none(),
                    folder.resolve("stats"),
                    Clock.system(Server.TOKYO)));
        } finally {
            delete(folder);
        }
    }

    private void fill(BenchLedgerStore store) {
        long start = System.nanoTime();
        store.fill(
                month,
                events,
                facilities,
                persons > 0 ? persons : Math.max(1, events / 2),
                done -> System.out.printf("作りものの照会記録 / invented log: %,d 件 (%.0f 秒 s)\r", done, since(start)));
        store.settle();
        System.out.printf(
                "作りものの照会記録 / invented log: %,d 件 events, %,d MB, %.1f 秒 s%n",
                events, store.bytes() / MEGA, since(start));
    }

    private int measure(Stats stats) throws IOException {
        long start = System.nanoTime();
        UsageReport ledger = stats.fromLedger(month);
        say("データベースから / from the database", start);
        start = System.nanoTime();
        stats.export(month, (day, verifications) -> {});
        say("日ごとのファイルへ書き出し / export into day files", start);
        start = System.nanoTime();
        UsageReport files = stats.fromFiles(month, Runtime.getRuntime().availableProcessors())
                .orElseThrow();
        say("ファイルから / from the files", start);
        boolean same = ledger.equals(files);
        System.out.println(
                same
                        ? "● 同じ数字になりました / the same figures: "
                                + ledger.nation().online().written()
                        : "✕ 数字が違います / the figures differ");
        return same ? 0 : Madoguchi.ATTENTION;
    }

    private void say(String what, long start) {
        double seconds = since(start);
        Runtime machine = Runtime.getRuntime();
        System.out.printf(
                "%s: %.2f 秒 s, %,.0f 件/秒 events/s, ヒープ heap %,d MB (上限 max %,d MB), 常駐 resident max %,d MB%n",
                what,
                seconds,
                events / seconds,
                (machine.totalMemory() - machine.freeMemory()) / MEGA,
                machine.maxMemory() / MEGA,
                UsageFigures.resident());
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
