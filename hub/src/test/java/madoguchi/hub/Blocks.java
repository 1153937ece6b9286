package madoguchi.hub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** 組にした時間 – the times of several kinds of question, asked in blocks: each block asks one of each kind in an order that chance draws, so that whatever slows the machine for a while slows all kinds alike. */
final class Blocks {

    private final List<Consumer<Random>> kinds;
    private final int askers;
    private final Random seeds;
    private double[][] times;

    /**
     * Nothing asked yet.
     *
     * @param kinds asks one question, about somebody whom chance chooses, and returns when it is answered
     * @param askers how many ask at once, each block by block
     * @param seed of the orders and the choices
     */
    Blocks(List<Consumer<Random>> kinds, int askers, long seed) {
        this.kinds = kinds;
        this.askers = askers;
        this.seeds = new Random(seed);
        this.times = new double[kinds.size()][0];
    }

    /** How many kinds of question there are. */
    int kinds() {
        return kinds.size();
    }

    /** How many blocks have been asked. */
    int asked() {
        return times[0].length;
    }

    /** How long the questions of a kind took, in nanoseconds. */
    double[] times(int kind) {
        return times[kind];
    }

    /** Asks some blocks whose times do not count: for what is slow at first. */
    void warm(int more) {
        double[][] before = times;
        ask(more);
        times = before;
    }

    /** Asks so many more blocks, at least. */
    void ask(int more) {
        try (ExecutorService threads = Executors.newFixedThreadPool(askers)) {
            int each = Math.ceilDiv(more, askers);
            List<Future<double[][]>> parts = new ArrayList<>();
            for (int asker = 0; asker < askers; asker++) {
                Random chance = new Random(seeds.nextLong());
                parts.add(threads.submit(() -> block(each, chance)));
            }
            for (Future<double[][]> part : parts) {
                append(part.get());
            }
        } catch (InterruptedException | ExecutionException broken) {
            throw new AssertionError(broken);
        }
    }

    private double[][] block(int blocks, Random chance) {
        double[][] measured = new double[kinds.size()][blocks];
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, kinds.size()).boxed().toList());
        for (int block = 0; block < blocks; block++) {
            Collections.shuffle(order, chance);
            for (int kind : order) {
                long start = System.nanoTime();
                kinds.get(kind).accept(chance);
                measured[kind][block] = System.nanoTime() - start;
            }
        }
        return measured;
    }

    private void append(double[][] more) {
        double[][] all = new double[kinds.size()][];
        for (int kind = 0; kind < all.length; kind++) {
            all[kind] = Arrays.copyOf(times[kind], times[kind].length + more[kind].length);
            System.arraycopy(more[kind], 0, all[kind], times[kind].length, more[kind].length);
        }
        times = all;
    }
}
