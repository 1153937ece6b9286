package madoguchi.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import madoguchi.bench.UkeFigures;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 電子レセプトを測る – how fast claim files are split, read by types, checked and written on one thread, beside a plain split of the same file. */
@Command(
        name = "uke",
        mixinStandardHelpOptions = true,
        description = "電子レセプトの読み書きと検査の速さを測る / time reading, checking and writing of claim files")
final class BenchUkeCommand implements Callable<Integer> {

    @Option(names = "--jmh", description = "JMH で測る（約2分） / measure by JMH (about 2 minutes)")
    boolean jmh;

    @Option(
            names = "--seconds",
            defaultValue = "3",
            description = "一つにつき CPU 秒 / CPU seconds for each (default: ${DEFAULT-VALUE})")
    int seconds;

    @Override
    public Integer call() throws RunnerException, IOException {
        if (jmh) {
            UkeFigures.measure();
        } else {
            UkeFigures.perCore(seconds, System.out);
        }
        return 0;
    }
}
