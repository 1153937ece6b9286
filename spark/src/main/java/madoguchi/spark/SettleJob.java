package madoguchi.spark;

import java.io.IOException;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import madoguchi.nation.LocalRun;
import madoguchi.nation.Stretch;
import madoguchi.nation.StretchRun;
import madoguchi.nation.StretchRun.Settled;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/*
 * Three jobs of independent tasks: inputs are cut, stretches are settled, destinations are put together. Nothing is shuffled: what a task makes is a file that stands whole or not at all, so a task that Spark tries
 * again, or twice at a time, or that a later run finds done, changes nothing. Destinations are dealt out by their bytes, the largest first, so that one insurer with a quarter of all is one task beside the others.
 */

/**
 * 群れの仕事 – a month of claims over the machines of a Spark cluster.
 *
 * @param inputs claim files, in order
 * @param snapshot of the registers
 * @param by names rules and registers, see {@link LocalRun#by}
 * @param month 請求年月
 * @param folder of the output
 * @param size of a stretch, in bytes
 */
record SettleJob(List<String> inputs, String snapshot, String by, YearMonth month, String folder, long size)
        implements Serializable {

    private static final int TASKS_A_CORE = 4;

    SettleJob {
        inputs = List.copyOf(inputs);
    }

    private StretchRun steps() {
        return new StretchRun(inputs, by, folder, size);
    }

    /** Runs it, or goes on with what was begun. */
    LocalRun.Summary run(JavaSparkContext spark) throws IOException {
        StretchRun steps = steps();
        if (steps.begin()) {
            return steps.finished();
        }
        spark.setJobDescription("区切る / cut");
        List<Stretch> plan = new ArrayList<>(
                spark.parallelize(IntStream.range(0, inputs.size()).boxed().toList(), tasks(spark, inputs.size()))
                        .flatMap(input -> steps().cut(input).iterator())
                        .collect());
        plan.sort(Comparator.comparingInt(Stretch::input).thenComparingInt(Stretch::number));

        spark.setJobDescription("振替・分割 / settle");
        Settled all = spark.parallelize(plan, Math.max(1, plan.size()))
                .map(stretch -> steps().settle(Registers.settle(snapshot, month), stretch))
                .treeReduce(Settled::plus);

        spark.setJobDescription("送り先ごとにまとめる / put together");
        Broadcast<List<Stretch>> everywhere = spark.broadcast(plan);
        List<List<String>> piles = dealt(all.destinations(), spark.defaultParallelism() * TASKS_A_CORE);
        spark.parallelize(piles, Math.max(1, piles.size())).foreach(pile -> steps().join(everywhere.value(), pile));
        everywhere.destroy();
        return steps.end(all);
    }

    private static int tasks(JavaSparkContext spark, int most) {
        return Math.clamp(most, 1, spark.defaultParallelism() * TASKS_A_CORE);
    }

    /** The destinations in so many piles of about the same size in bytes. */
    static List<List<String>> dealt(Map<String, Long> destinations, int most) {
        record Pile(List<String> names, long bytes) implements Serializable {}
        PriorityQueue<Pile> piles = new PriorityQueue<>(Comparator.comparingLong(Pile::bytes));
        IntStream.range(0, Math.min(most, destinations.size())).forEach(i -> piles.add(new Pile(new ArrayList<>(), 0)));
        destinations.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(destination -> {
                    Pile least = piles.remove();
                    least.names().add(destination.getKey());
                    piles.add(new Pile(least.names(), least.bytes() + destination.getValue()));
                });
        return piles.stream().map(Pile::names).toList();
    }
}
