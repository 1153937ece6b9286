package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import madoguchi.stats.UsageFigures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 利用率を測る – a month of invented verifications folded on this machine, and the same aggregate by a database beside it. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = {
            "利用率の計算の速さを測る。作りものの記録を書き、終わると消す（1億件で1.2 GB、--beside ではさらに10 GBほど）",
            "time the usage rates of an invented month (1.2 GB of disk for 100 million events, about 10 GB more with --beside, removed at the end)"
        })
final class BenchStatsCommand implements Callable<Integer> {

    /** 並べて測る相手. */
    enum Beside {
        /** 内蔵の PostgreSQL. */
        POSTGRES,
        /** DuckDB, from a driver that is not part of this program. */
        DUCKDB
    }

    @Option(names = "--events", defaultValue = "5000000", description = "件数 / events (default: ${DEFAULT-VALUE})")
    long events = 5_000_000;

    @Option(
            names = "--facilities",
            defaultValue = "0",
            description = "施設の数。0なら全国の割合（1,200件に1つ） / facilities; 0: one for 1,200 events")
    int facilities;

    @Option(names = "--persons", defaultValue = "0", description = "人の数。0なら2件に1人 / persons; 0: one for two events")
    int persons;

    @Option(names = "--prefecture", defaultValue = "0", description = "都道府県 1～47。0なら全国 / prefecture; 0: the nation")
    int prefecture;

    @Option(names = "--threads", description = "スレッド / threads (default: one for each core)")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "畳み込みの回数 / how often it is folded (default: ${DEFAULT-VALUE})")
    int runs = 3;

    @Option(names = "--month", defaultValue = "2025-10", description = "月 / month (default: ${DEFAULT-VALUE})")
    YearMonth month = YearMonth.of(1, 1);

    @Option(names = "--beside", description = "並べて測る / measure beside: ${COMPLETION-CANDIDATES}")
    @Nullable
    Beside beside;

    @Option(names = "--driver", description = "DuckDB の JDBC ドライバー（jar） / the jar of DuckDB's JDBC driver")
    @Nullable
    Path driver;

    @Option(
            names = "--data",
            defaultValue = "var/bench",
            description = "一時書くフォルダー / folder to write into for a while (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var/bench");

    private static final int EVENTS_OF_A_FACILITY = 1_200;
    private static final long MOST_PERSONS = 124_000_000;

    @Override
    public Integer call() throws IOException, SQLException {
        if (events < 1 || threads < 1 || runs < 1 || prefecture < 0 || prefecture > 47) {
            throw new IllegalArgumentException("--events, --threads, --runs: 1 or more; --prefecture: 0 to 47");
        }
        if (beside == Beside.DUCKDB && driver == null) {
            throw new IllegalArgumentException("--beside duckdb needs --driver JAR (org.duckdb:duckdb_jdbc)");
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(data), "stats-");
        try {
            return measure(folder);
        } finally {
            delete(folder);
        }
    }

    private int measure(Path folder) throws IOException, SQLException {
        UsageFigures figures = new UsageFigures(month, folder, System.out);
        Path file = figures.write(
                events,
                facilities > 0 ? facilities : (int) Math.max(47, events / EVENTS_OF_A_FACILITY),
                persons > 0 ? persons : (int) Math.max(1, Math.min(MOST_PERSONS, events / 2)),
                prefecture);
        UsageFigures.Sums ours = figures.fold(file, threads);
        for (int run = 1; run < runs; run++) {
            figures.fold(file, threads);
        }
        if (beside == null) {
            return 0;
        }
        UsageFigures.Sums theirs = BenchStatsStore.measure(beside, driver, figures, file, folder);
        boolean same = ours.equals(theirs);
        System.out.println(
                same ? "● 同じ数字になりました / the same figures" : "✕ 数字が違います / the figures differ: " + ours + " ≠ " + theirs);
        return same ? 0 : Madoguchi.ATTENTION;
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
