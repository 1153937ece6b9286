package madoguchi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 一括照会のかたわらで実時間の性能を測る. */
@Command(
        name = "bulk",
        mixinStandardHelpOptions = true,
        description = {
            "一括照会が動いているときと、いないときの、実時間の照会の速さを比べる",
            "compare real-time latency with and without a bulk inquiry being worked on"
        })
final class BenchBulkCommand implements Callable<Integer> {

    @Option(
            names = "--persons",
            defaultValue = "100000",
            description = "登録する人数 / persons to register (default: ${DEFAULT-VALUE})")
    int persons;

    @Option(
            names = "--questions",
            defaultValue = "100000",
            description = "一括照会の件数 / questions of the bulk inquiry (default: ${DEFAULT-VALUE})")
    int questions;

    @Option(
            names = "--rate",
            defaultValue = "500",
            description = "実時間の毎秒の照会数 / real-time inquiries per second (default: ${DEFAULT-VALUE})")
    int rate;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "各段の秒数 / seconds of each step (default: ${DEFAULT-VALUE})")
    int seconds;

    @Option(
            names = "--warmup-seconds",
            defaultValue = "10",
            description = "測る前の慣らしの秒数 / seconds of load before measuring (default: ${DEFAULT-VALUE})")
    int warmupSeconds;

    @Option(
            names = "--connections",
            defaultValue = "32",
            description = "同時の接続数 / connections kept open (default: ${DEFAULT-VALUE})")
    int connections;

    @Option(
            names = "--data",
            defaultValue = "var/bench",
            description = "測定用のデータのフォルダー（次の測定でも使う） / data folder, kept for the next run (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var/bench");

    @Override
    public Integer call() throws Exception {
        BenchPlan plan = new BenchPlan(
                persons,
                List.of(rate),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(1),
                Duration.ofSeconds(warmupSeconds),
                connections,
                true,
                data,
                false);
        return new BenchBulk(plan, questions, Clock.system(Server.TOKYO), System.err::println).run()
                ? 0
                : Madoguchi.ATTENTION;
    }
}
