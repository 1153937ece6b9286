package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import madoguchi.review.RunOutcome;
import madoguchi.review.RunReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** 請求月を処理する – settles the files of a claim month and writes the results. Broken off, the same command goes on behind the last mark. Exit code 0, also when none waits; 3, and nothing is begun, while another run is under way. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description = {
            "請求月のレセプトを振替・分割し、結果を書く。途中で止まったら、同じ命令で続きから",
            "settle the claim files of a month and write the results; broken off, the same command goes on"
        })
final class ReviewSettleCommand implements Callable<Integer> {

    @Option(names = "--month", required = true, description = "請求年月 YYYY-MM / claim month")
    YearMonth month = YearMonth.of(1, 1);

    @Option(
            names = "--out",
            description = "結果のフォルダー（指定しなければ、途中の処理の続き、またはデータのフォルダーの review/results） / where the results go"
                    + " (else where a run was broken off, or review/results in the data folder)")
    @Nullable
    Path out;

    @Option(
            names = "--memory",
            description = "台帳を先にメモリーに読み込む（件数の多いとき） / read the registers into memory first, for many receipts")
    boolean memory;

    @Option(
            names = "--mark",
            defaultValue = "100000",
            description = "続きからの目印を置く間隔（件） / receipts between marks to go on from (default: ${DEFAULT-VALUE})")
    long mark = 100_000;

    @Mixin
    ReviewOptions options = new ReviewOptions();

    @Override
    public Integer call() throws IOException {
        try (ReviewOptions.Opened review = options.open(memory)) {
            long started = System.nanoTime();
            Path place =
                    out == null ? review.agency().place(month, ReviewWiring.results(options.data)) : out;
            RunOutcome outcome = review.agency()
                    .settle(month, place, Math.max(0, mark), done -> System.err.printf("\r%,d 件 receipts", done));
            System.err.println();
            return switch (outcome) {
                case RunOutcome.Finished(var run) -> print(run, (System.nanoTime() - started) / 1e9);
                case RunOutcome.NothingWaits() -> {
                    System.out.println("処理するファイルはありません / nothing waits for " + month);
                    yield 0;
                }
                case RunOutcome.UnderWay() -> {
                    System.err.println(
                            "ほかの処理が動いています（画面または別の命令）。終わってから、もう一度実行してください。 / another run is under way (from the pages or a command); run this again when it has ended");
                    yield Madoguchi.FAILED;
                }
            };
        }
    }

    private static int print(RunReport run, double seconds) {
        System.out.printf(
                "● %s-%d: %,d 件、%,d 点（請求 %,d、返戻 %,d、調整 %,d）、%.1f s（毎秒 a second %,.0f） / billed, returned, adjustment%n  %s%n",
                run.claimMonth(),
                run.number(),
                run.receipts(),
                run.points(),
                run.billed(),
                run.returned(),
                run.adjusted(),
                seconds,
                run.receipts() / seconds,
                run.folder());
        return 0;
    }
}
