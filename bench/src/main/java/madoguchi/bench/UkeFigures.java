package madoguchi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** 電子レセプトの数字 – how fast claim files are read, checked and written on one thread. */
public final class UkeFigures {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private UkeFigures() {}

    /** 一つの仕事 – one pass over the file of a benchmark. */
    private interface Pass {
        long run(UkeBenchmark.Amount amount) throws IOException;
    }

    /**
     * 一コアで測る – megabytes (10^6) and receipts in a second of CPU time: the same on a busy machine as on a quiet one, within some tenths.
     *
     * @param seconds of CPU time for each, after as many to warm up
     */
    public static void perCore(int seconds, PrintStream out) throws IOException {
        UkeBenchmark benchmark = new UkeBenchmark();
        out.printf("%-34s %10s %14s%n", "CPU 1秒あたり / a CPU second", "MB", "件 / receipts");
        print("行と項目に分けるだけ plain split", benchmark::plainLineSplit, seconds, out);
        print("部分に分ける parts", benchmark::parts, seconds, out);
        print("型で読んで書く typed, written", benchmark::typedAndWrittenBack, seconds, out);
        print("算定単位と書き戻し units, written", benchmark::unitsAndWrittenBack, seconds, out);
        print("検査 checked", benchmark::checked, seconds, out);
        print("作る invented", benchmark::invented, seconds, out);
    }

    private static void print(String name, Pass pass, int seconds, PrintStream out) throws IOException {
        spent(pass, seconds, new UkeBenchmark.Amount());
        UkeBenchmark.Amount amount = new UkeBenchmark.Amount();
        double spent = spent(pass, seconds, amount);
        out.printf("%-34s %10.0f %,14.0f%n", name, amount.megabytes / spent, amount.receipts / spent);
    }

    private static double spent(Pass pass, int seconds, UkeBenchmark.Amount amount) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        long check = 0;
        while (THREADS.getCurrentThreadCpuTime() - start < seconds * 1_000_000_000L) {
            check += pass.run(amount);
        }
        if (check == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    }

    /**
     * 測る – megabytes and receipts a second, and bytes allocated, printed by JMH itself.
     *
     * @throws RunnerException when JMH cannot run
     */
    public static void measure() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include("UkeBenchmark")
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }
}
