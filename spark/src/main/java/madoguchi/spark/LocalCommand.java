package madoguchi.spark;

import java.io.IOException;
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

/** 一台で処理する、Spark なしで – what {@code madoguchi nation settle} does, to compare a cluster's output with. */
@Command(
        name = "local",
        mixinStandardHelpOptions = true,
        description = "Spark を使わずに一台で処理する（比べるため） / the same without Spark, to compare with")
final class LocalCommand implements Callable<Integer> {

    private static final int FAILED = 3;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "電子レセプト（.UKE） / claim files, all of one claim month")
    List<Path> files = List.of();

    @Option(names = "--snapshot", required = true, description = "台帳の写し / the registers")
    Path snapshot = Path.of("");

    @Option(names = "--out", required = true, description = "結果のフォルダー / where the results go")
    Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Parsed<YearMonth> month = ClaimInputs.month(files);
        month.problems().forEach(problem -> System.err.println("✕ " + problem));
        if (!month.problems().isEmpty()) {
            return FAILED;
        }
        try (Snapshot registers = Snapshot.open(snapshot)) {
            long started = System.nanoTime();
            LocalRun.Summary summary = new LocalRun(
                            new Settle(SettleRules.of(month.orElseThrow()), registers),
                            LocalRun.by(month.orElseThrow(), registers),
                            Runtime.getRuntime().availableProcessors())
                    .run(files, out, (bytes, receipts) -> {});
            double seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf(
                    "● %s: %,d 件 receipts、%.1f s（毎秒 a second %,.0f） → %s%n",
                    month.orElseThrow(), summary.receipts(), seconds, summary.receipts() / seconds, out);
        }
        return 0;
    }
}
