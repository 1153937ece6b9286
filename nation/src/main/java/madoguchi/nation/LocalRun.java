package madoguchi.nation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import madoguchi.settle.Settle;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import madoguchi.uke.Totals;

/*
 * One thread reads the inputs and writes the outputs; the others settle. What was read is handed out in portions of a megabyte, whole receipts, and the results are taken back in the order in which the
 * portions were handed out. So every file comes out byte for byte the same, however many threads there are and however they are scheduled; and as no more than a few portions are under way, memory does
 * not grow with the input.
 *
 * For each input, a destination gets the input's head, its receipts, and GO with their totals: a claim file of its own. Where there are more inputs, they stand one after the other. (How the files of payers
 * are laid out was not found, claims-uke.md §14 2; this is ours.)
 *
 * After an input that completes another quarter of a gigabyte, a mark is set; a run that was broken off goes on behind the last mark.
 */

/** 一台で処理する – settles claim files of any size on all cores of this machine into a folder: a file for each insurer, {@code returned.UKE}, {@code open.UKE} (不詳), {@code public.UKE} (公費単独), {@code dispositions.csv}. */
public final class LocalRun {

    /** Name of the list of everything that was not left as it was. */
    static final String LIST = "dispositions";

    private static final long MARK_EVERY = 1L << 28;

    private final Settle settle;
    private final String by;
    private final int threads;
    private final long markEvery;

    /** 進み具合 – is told after each portion, by the thread that runs. */
    @FunctionalInterface
    public interface Progress {
        /** So many bytes and receipts are settled and handed to the output. */
        void at(long bytes, long receipts);
    }

    /**
     * 結果.
     *
     * @param receipts how many were settled, those of a run that was broken off before included
     * @param rules how many by rule; {@code -} stands for receipts too long to be settled, which are sent back
     */
    public record Summary(long receipts, Map<String, Long> rules) {
        /** Copies the counts, sorted by rule. */
        public Summary {
            rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        }
    }

    /** 順に取り出すもの – what comes out of the queue, in the order of the inputs. */
    private sealed interface Step {
        /** 入力の始まり. */
        @SuppressWarnings("ArrayRecordComponent") // The bytes of one line, read once.
        record Begin(int input, byte[] head) implements Step {}

        /** 一区切り. */
        record Portion(Future<Sorted> sorted) implements Step {}

        /** 入力の終わり. */
        record End(int input, FileKind kind, List<Line> foot) implements Step {}
    }

    /**
     * Settles by this, in so many threads beside the one that calls.
     *
     * @param settle the rules and the registers
     * @param by names both, see {@link #by}: what was begun by others is not gone on with
     * @param threads that settle
     */
    public LocalRun(Settle settle, String by, int threads) {
        this(settle, by, threads, MARK_EVERY);
    }

    /**
     * Settles by this, with marks of another distance than the usual 256 MiB.
     *
     * @param markEvery bytes of input between two marks; a mark stands behind a whole input only, and costs a wait for the disk
     */
    public LocalRun(Settle settle, String by, int threads, long markEvery) {
        this.settle = settle;
        this.by = by;
        this.threads = threads;
        this.markEvery = markEvery;
    }

    /**
     * Settles the inputs in this order. A folder in which the same inputs were begun is gone on with.
     *
     * @throws IOException when a file breaks, or the folder holds the output of other inputs, rules or registers; called again, it goes on behind the last mark
     */
    public Summary run(List<Path> inputs, Path folder, Progress progress) throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads);
                Destinations destinations = new Destinations(folder)) {
            Destinations.Mark mark = destinations.back(fingerprint(inputs, by));
            Writing writing = new Writing(destinations, mark, progress);
            try {
                for (int input = mark.done(); input < inputs.size(); input++) {
                    read(inputs.get(input), input, workers, writing);
                }
                writing.rest();
                return writing.end(inputs.size());
            } finally {
                workers.shutdownNow();
            }
        }
    }

    /** What a run is settled by: the rules of a claim month and the registers as one snapshot has them. */
    public static String by(YearMonth claims, Snapshot registers) {
        return claims + " " + registers.fingerprint();
    }

    /** The inputs, told by name and size, and what they are settled by. */
    static String fingerprint(List<Path> inputs, String by) throws IOException {
        int hash = 1;
        long bytes = 0;
        for (Path input : inputs) {
            hash = 31 * hash + input.getFileName().toString().hashCode();
            hash = 31 * hash + Long.hashCode(Files.size(input));
            bytes += Files.size(input);
        }
        return "inputs " + inputs.size() + " bytes " + bytes + " " + Integer.toHexString(hash) + " by " + by;
    }

    private void read(Path input, int number, ExecutorService workers, Writing writing) throws IOException {
        try (InputStream in = Files.newInputStream(input)) {
            ClaimReader reader = new ClaimReader(in);
            new Portions(reader, new Portions.Taking() {
                        @Override
                        public void begin(byte[] head) throws IOException {
                            writing.next(new Step.Begin(number, head));
                        }

                        @Override
                        public void portion(List<Part> parts) throws IOException {
                            writing.next(new Step.Portion(workers.submit(() -> Sorted.of(settle, parts, 0))));
                        }

                        @Override
                        public void end(List<Line> foot) throws IOException {
                            writing.next(new Step.End(number, reader.kind(), foot));
                        }
                    })
                    .read();
        }
    }

    /** 書く側 – takes the steps in order; holds a few that are not ready. */
    private final class Writing {
        private final Destinations destinations;
        private final Progress progress;
        private final String of;
        private final Map<String, Long> counts;
        private final Deque<Step> steps = new ArrayDeque<>();
        private final Map<String, Totals> totals = new TreeMap<>();
        private byte[] head = new byte[0];
        private long receipts;
        private long bytes;
        private long marked;

        Writing(Destinations destinations, Destinations.Mark mark, Progress progress) {
            this.destinations = destinations;
            this.progress = progress;
            this.of = mark.of();
            this.counts = new TreeMap<>(mark.counts());
            this.receipts = counts.values().stream().mapToLong(Long::longValue).sum();
        }

        void next(Step step) throws IOException {
            steps.add(step);
            while (steps.size() > 2 * threads + 2) {
                take(steps.remove());
            }
        }

        void rest() throws IOException {
            while (!steps.isEmpty()) {
                take(steps.remove());
            }
        }

        private void take(Step step) throws IOException {
            switch (step) {
                case Step.Begin begin -> {
                    head = begin.head();
                    text(LIST, "# " + begin.input() + "\n");
                }
                case Step.Portion portion -> add(settled(portion.sorted()));
                case Step.End end -> end(end);
            }
        }

        private Sorted settled(Future<Sorted> sorted) throws IOException {
            try {
                return sorted.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped", stopped);
            } catch (ExecutionException broken) {
                throw new IOException("a portion could not be settled", broken.getCause());
            }
        }

        private void add(Sorted sorted) throws IOException {
            for (Map.Entry<String, Pile> pile : sorted.piles.entrySet()) {
                OutputStream out = destinations.to(pile.getKey());
                if (!totals.containsKey(pile.getKey())) {
                    out.write(head);
                }
                pile.getValue().writeTo(out);
                totals.merge(pile.getKey(), pile.getValue().totals(), Totals::plus);
            }
            sorted.list.writeTo(destinations.to(LIST));
            sorted.rules.forEach((rule, count) -> {
                counts.merge(rule, count, Long::sum);
                receipts += count;
            });
            bytes += sorted.bytes;
            progress.at(bytes, receipts);
        }

        private void end(Step.End end) throws IOException {
            for (Map.Entry<String, Totals> total : totals.entrySet()) {
                Foot.write(destinations.to(total.getKey()), end.foot(), total.getValue(), end.kind());
            }
            totals.clear();
            if (bytes - marked >= markEvery) {
                destinations.mark(new Destinations.Mark(of, end.input() + 1, counts));
                marked = bytes;
            }
        }

        private void text(String destination, String line) throws IOException {
            destinations.to(destination).write(line.getBytes(StandardCharsets.US_ASCII));
        }

        Summary end(int inputs) throws IOException {
            destinations.mark(new Destinations.Mark(of, inputs, counts));
            return new Summary(receipts, counts);
        }
    }
}
