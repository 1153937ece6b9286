package madoguchi.bench;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import madoguchi.policy.Listing;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** 規則の数字 – how much the rule book holds, and how fast it decides. */
public final class RuleFigures {

    private RuleFigures() {}

    /** 数える – rows, situations, segments of days and catalogue entries of a book, one line a table. */
    public static void count(RuleBook book, PrintStream out) {
        out.printf("%-24s %6s %12s %10s%n", "表 / table", "行", "状況", "区間");
        for (Table table : book.tables()) {
            out.printf(
                    "%-24s %6d %,12d %10d%n",
                    table.name(),
                    table.rules().size(),
                    table.situations(),
                    table.segments().size());
        }
        Set<String> carried = new HashSet<>();
        int rows = 0;
        long cases = 0;
        for (Table table : book.tables()) {
            rows += table.rules().size();
            cases += (long) table.situations() * table.segments().size();
            for (Rule rule : table.rules()) {
                carried.addAll(rule.basis());
            }
        }
        long deciding = book.catalogue().stream().filter(Listing::decides).count();
        out.printf(
                "行 %d・場合（状況×区間）%,d・目録 %d（決める %d、行の根拠にあるもの %d、決めない %d）%n",
                rows,
                cases,
                book.catalogue().size(),
                deciding,
                carried.size(),
                book.catalogue().size() - deciding);
    }

    /**
     * 測る – determine (ns and bytes a call) and proof (ms), printed by JMH itself.
     *
     * @throws RunnerException when JMH cannot run
     */
    public static void measure() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include("DetermineBenchmark|ProofBenchmark")
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }
}
