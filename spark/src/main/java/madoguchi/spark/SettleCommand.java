package madoguchi.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.nation.ClaimInputs;
import madoguchi.nation.LocalRun;
import madoguchi.nation.Snapshot;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 群れで処理する – settles the claim files of a month on a cluster. Where and how is Spark's configuration ({@code spark.master} and the rest, by {@code spark-submit} or {@code -D}); without any, all cores of this machine. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description = {
            "請求月のレセプトを Spark で振替・分割する。途中で止まったら、同じ命令で続きから",
            "settle the claim files of a month on Spark; broken off, the same command goes on"
        })
final class SettleCommand implements Callable<Integer> {

    private static final int FAILED = 3;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "電子レセプト（.UKE） / claim files, all of one claim month")
    List<Path> files = List.of();

    @Option(
            names = "--snapshot",
            required = true,
            description = "台帳の写し（madoguchi nation snapshot） / the registers; every machine sees it under this name")
    Path snapshot = Path.of("");

    @Option(
            names = "--out",
            required = true,
            description = "結果のフォルダー / where the results go; every machine sees it under this name")
    Path out = Path.of("");

    @Option(
            names = "--stretch",
            defaultValue = "64",
            description = "一区間の大きさ（MiB） / MiB a task (default: ${DEFAULT-VALUE})")
    long stretch = 64;

    @Override
    public Integer call() throws IOException {
        Parsed<YearMonth> month = ClaimInputs.month(files);
        for (Problem problem : month.problems()) {
            System.err.println("✕ " + problem);
        }
        if (!month.problems().isEmpty()) {
            return FAILED;
        }
        SettleJob job = job(month.orElseThrow());
        SparkConf conf = new SparkConf()
                .setAppName("madoguchi settle " + job.month())
                .setIfMissing("spark.master", "local[*]")
                .setIfMissing("spark.log.level", "WARN")
                .setIfMissing("spark.ui.enabled", "false");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            long started = System.nanoTime();
            LocalRun.Summary summary = job.run(spark);
            double seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf(
                    "● %s: %,d 件 receipts、%.1f s（毎秒 a second %,.0f） → %s%n  %s%n",
                    job.month(), summary.receipts(), seconds, summary.receipts() / seconds, out, summary.rules());
        }
        return 0;
    }

    private SettleJob job(YearMonth month) throws IOException {
        try (Snapshot registers = Snapshot.open(snapshot)) {
            return new SettleJob(
                    files.stream().map(SettleCommand::name).toList(),
                    name(snapshot),
                    LocalRun.by(month, registers),
                    month,
                    name(out),
                    Math.max(1, stretch) << 20);
        }
    }

    private static String name(Path path) {
        return path.toAbsolutePath().toString();
    }
}
