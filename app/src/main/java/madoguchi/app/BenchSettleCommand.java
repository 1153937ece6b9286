package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import madoguchi.nation.SettleFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 振替・分割を測る – a month of invented claims on this machine: the whole way from a file to the files of the insurers, beside a plain read and split of the same file. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description = {
            "振替・分割の速さを測る。作りもののレセプトと登録簿を書き、終わると消す（100万件で約4.2 GB）",
            "time transfer and split of an invented file (4.2 GB of disk for a million receipts, removed at the end)"
        })
final class BenchSettleCommand implements Callable<Integer> {

    @Option(names = "--receipts", defaultValue = "1000000", description = "件数 / receipts (default: ${DEFAULT-VALUE})")
    long receipts;

    @Option(names = "--threads", description = "振り分けるスレッド / threads that settle (default: one for each core)")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--month",
            defaultValue = "2026-04",
            description = "診療年月 / service month (default: ${DEFAULT-VALUE})")
    YearMonth month = YearMonth.of(2026, 4);

    @Option(
            names = "--data",
            defaultValue = "var/bench",
            description = "一時書くフォルダー / folder to write into for a while (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var/bench");

    @Override
    public Integer call() throws IOException {
        if (receipts < 1 || threads < 1) {
            throw new IllegalArgumentException("--receipts and --threads: 1 or more");
        }
        SettleFigures.print(receipts, threads, month, data, System.out);
        return 0;
    }
}
