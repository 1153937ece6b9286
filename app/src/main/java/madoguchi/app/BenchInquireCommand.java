package madoguchi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import madoguchi.json.CoreJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 照会の性能を測る – generated persons, a hub in a process of its own, paced and saturating load over mutual TLS. */
@Command(
        name = "inquire",
        mixinStandardHelpOptions = true,
        description = {
            "照会の性能を測る。作り物の人を登録し、別プロセスのハブに相互TLSで照会する",
            "measure inquiries: invented persons are registered, and a hub in its own process is asked over mutual TLS"
        })
final class BenchInquireCommand implements Callable<Integer> {

    @Option(
            names = "--persons",
            defaultValue = "1000000",
            description = "登録する人数 / persons to register (default: ${DEFAULT-VALUE})")
    int persons;

    @Option(
            names = "--rate",
            split = ",",
            defaultValue = "500,1000,3000",
            description = "毎秒の照会数、段ごと / inquiries per second, one step each (default: ${DEFAULT-VALUE})")
    List<Integer> rates = List.of();

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "1段の秒数 / seconds of each paced step (default: ${DEFAULT-VALUE})")
    int seconds;

    @Option(
            names = "--saturate-seconds",
            defaultValue = "20",
            description = "飽和試験の秒数 / seconds at saturation (default: ${DEFAULT-VALUE})")
    int saturateSeconds;

    @Option(
            names = "--warmup-seconds",
            defaultValue = "20",
            description = "測る前の慣らしの秒数 / seconds of load before measuring (default: ${DEFAULT-VALUE})")
    int warmupSeconds;

    @Option(
            names = "--connections",
            defaultValue = "128",
            description = "同時の接続数 / connections kept open (default: ${DEFAULT-VALUE})")
    int connections;

    @Option(
            names = "--machine-port",
            description =
                    "照会だけの入口ではなく、何でも受ける入口に照会する / ask the port for everything instead of the one for inquiries only")
    boolean machinePort;

    @Option(
            names = "--data",
            defaultValue = "var/bench",
            description = "測定用のデータのフォルダー（次の測定でも使う） / data folder, kept for the next run (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var/bench");

    @Option(
            names = "--compare",
            description = "サーバー単体とデータベース単体の限界も測る / also measure the bare server and the bare database")
    boolean compare;

    @Option(names = "--json", description = "JSON で表示する / print JSON")
    boolean json;

    @Override
    public Integer call() throws Exception {
        BenchPlan plan = new BenchPlan(
                persons,
                rates,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(saturateSeconds),
                Duration.ofSeconds(warmupSeconds),
                connections,
                !machinePort,
                data,
                compare);
        BenchReport report = new Bench(plan, Clock.system(Server.TOKYO), System.err::println).run();
        System.out.println(
                json
                        ? CoreJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report)
                        : BenchTable.of(report));
        return report.asExpected() ? 0 : Madoguchi.ATTENTION;
    }
}
