package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import madoguchi.core.Parsed;
import madoguchi.nation.ClaimInputs;
import madoguchi.nation.LocalRun;
import madoguchi.nation.Snapshot;
import madoguchi.settle.Settle;
import madoguchi.settle.SettleRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 一台で処理する – settles the claim files of a month into a file for each insurer. Broken off, the same command goes on behind the last mark. Exit code 0; 3 when the files cannot be settled, all reasons told before anything begins. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description = {
            "請求月のレセプトを一台で振替・分割し、保険者ごとのファイルに書く。途中で止まったら、同じ命令で続きから",
            "settle claim files of one month into a file for each insurer; broken off, the same command goes on"
        })
final class NationSettleCommand implements Callable<Integer> {

    private static final long STEP_NANOS = 200_000_000;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "電子レセプト（.UKE）、同じ請求月のもの / claim files of one claim month")
    List<Path> files = List.of();

    @Option(names = "--snapshot", required = true, description = "台帳の写し（nation snapshot） / the registers")
    Path snapshot = Path.of("");

    @Option(names = "--out", required = true, description = "結果のフォルダー / where the results go")
    Path out = Path.of("");

    @Option(names = "--threads", description = "振り分けるスレッド / threads that settle (default: one for each core)")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--mark",
            defaultValue = "256",
            description = "続きからの目印を置く間隔（MiB） / MiB between marks to go on from (default: ${DEFAULT-VALUE})")
    long mark = 256;

    @Override
    public Integer call() throws IOException {
        Parsed<YearMonth> month = ClaimInputs.month(files);
        if (!month.problems().isEmpty()) {
            month.problems().forEach(problem -> System.err.println("✕ " + problem));
            return Madoguchi.FAILED;
        }
        if (!Files.isReadable(snapshot)) {
            System.err.println("✕ 台帳の写しが読めません。nation snapshot で作ってください / make it by nation snapshot: " + snapshot);
            return Madoguchi.FAILED;
        }
        try (Snapshot registers = Snapshot.open(snapshot)) {
            settle(month.orElseThrow(), registers);
        }
        return 0;
    }

    private void settle(YearMonth month, Snapshot registers) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        long all = bytes;
        long started = System.nanoTime();
        LocalRun run = new LocalRun(
                new Settle(SettleRules.of(month), registers),
                LocalRun.by(month, registers),
                Math.max(1, threads),
                Math.max(0, mark) << 20);
        LocalRun.Summary summary = run.run(files, out, new LocalRun.Progress() {
            private long told = started;

            @Override
            public void at(long done, long receipts) {
                if (System.nanoTime() - told >= STEP_NANOS) {
                    told = System.nanoTime();
                    System.err.printf("\r  %,d / %,d MB  %,d 件 receipts", done >> 20, all >> 20, receipts);
                }
            }
        });
        double seconds = (System.nanoTime() - started) / 1e9;
        System.err.println();
        System.out.printf(
                "● %s: %,d 件 receipts、%.1f s（毎秒 a second %,.0f） → %s%n",
                month, summary.receipts(), seconds, summary.receipts() / seconds, out);
        summary.rules().forEach((rule, count) -> System.out.printf("  %,10d  %s%n", count, rule));
    }
}
