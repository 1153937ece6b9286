package madoguchi.bench;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** 電子レセプトの数字 – how fast claim files are read, checked and written on one thread. */
public final class UkeFigures {

    private UkeFigures() {}

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
