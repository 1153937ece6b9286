package madoguchi.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import madoguchi.policy.RuleBook;
import madoguchi.policy.RuleSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 証明の速さ – reading all rules files and proving that exactly one row decides each situation on each day. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ProofBenchmark {

    private final List<RuleSource> files = RuleBook.bundledFiles();

    /** 証明 – the book from its files. */
    @Benchmark
    public RuleBook prove() {
        return RuleBook.read(files).orElseThrow();
    }
}
