package madoguchi.hub;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import madoguchi.core.CardSerial;
import madoguchi.core.InsuredId;

/** 索引の数字 – how much room the index takes for invented persons, and how fast it is built, asked, saved and taken up again. No database is involved. */
public final class IndexFigures {

    private static final int PORTION = 1_000;
    private static final int LOOK_UPS = 1_000_000;
    private static final long NANOS = 1_000_000_000;

    private final int persons;
    private final PrintStream out;

    private IndexFigures(int persons, PrintStream out) {
        this.persons = persons;
        this.out = out;
    }

    /**
     * Measures and prints, one figure a line.
     *
     * @param persons how many; one in four has a former coverage, too
     * @param folder where the index is saved for a moment
     * @param out takes the figures
     */
    public static void print(int persons, Path folder, PrintStream out)
            throws IOException, InterruptedException, ExecutionException {
        new IndexFigures(persons, out).print(folder);
    }

    private void print(Path folder) throws IOException, InterruptedException, ExecutionException {
        long start = System.nanoTime();
        FactIndex index = build();
        double seconds = (double) (System.nanoTime() - start) / NANOS;
        long facts = index.tally().entries();
        out.printf("人 persons %,d、資格 coverages %,d%n", persons, facts);
        out.printf("構築 build: %.1f s（毎秒 a second %,.0f、作り物を作る時間を含む with inventing them）%n", seconds, facts / seconds);
        room(index);
        cards(index);
        for (int threads : List.of(1, 2)) {
            lookUps(index, threads);
        }
        file(index, folder.resolve("bench.index"));
    }

    private FactIndex build() {
        FactIndex index = new FactIndex();
        List<Fact> portion = new ArrayList<>();
        long id = 0;
        for (int person = 0; person < persons; person++) {
            for (Fact fact : IndexPeople.facts(person, id)) {
                portion.add(fact);
                id = fact.id();
            }
            if (portion.size() >= PORTION) {
                index.take(portion);
                portion.clear();
            }
        }
        index.take(portion);
        return index;
    }

    private void room(FactIndex index) {
        long records = index.records().taken();
        long slots = index.slots().taken();
        long heads = index.heads().taken();
        long words = index.words().taken();
        out.printf(
                "1人あたり bytes a person: %.1f（記録 records %.1f、枠 slots %.1f、先頭 heads %.1f、語 words %.1f）%n",
                each(records + slots + heads + words), each(records), each(slots), each(heads), each(words));
        out.printf(
                "全体 in all: %,d MiB、1資格 a coverage %.1f バイト bytes、語 words %,d、枠の使用 slots used %.0f %%%n",
                (records + slots + heads + words) >> 20,
                (double) records / index.tally().entries(),
                index.words().count(),
                100.0 * index.slots().used() / index.slots().size());
    }

    /** A card each: what the links take, and how long it is from a certificate to its holder's facts. */
    private void cards(FactIndex index) {
        Fingerprints cards = new Fingerprints();
        double most = 0;
        for (int person = 0; person < persons; person++) {
            cards.put(fingerprint(person), person + 1);
            most = person < PORTION ? 0 : Math.max(most, (double) cards.taken() / cards.entries());
        }
        long[] times = new long[Math.min(LOOK_UPS, 10 * persons)];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < times.length; i++) {
            int person = random.nextInt(persons);
            long start = System.nanoTime();
            int found = index.ofPerson(Integer.toUnsignedLong(cards.get(fingerprint(person))))
                    .size();
            times[i] = System.nanoTime() - start;
            if (found == 0) {
                throw new IllegalStateException("a card's holder was not found");
            }
        }
        Arrays.sort(times);
        out.printf(
                "カード cards %,d: 1枚あたり bytes a card %.1f（最大 at most %.1f）、カードから資格まで from card to coverages p50 %,d ns、p99 %,d ns%n",
                cards.entries(), (double) cards.taken() / cards.entries(), most, at(times, 0.5), at(times, 0.99));
    }

    private static long fingerprint(int person) {
        return Fingerprints.of(NewRegisterFact.card(
                new CardSerial("SIM-1", Integer.toHexString(person + 1).toUpperCase(Locale.ROOT))));
    }

    private double each(long bytes) {
        return (double) bytes / persons;
    }

    private void lookUps(FactIndex index, int threads) throws InterruptedException, ExecutionException {
        lookUps(index, threads, false);
        lookUps(index, threads, true);
    }

    private void lookUps(FactIndex index, int threads, boolean told) throws InterruptedException, ExecutionException {
        List<long[]> times = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<long[]>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int seed = thread;
                parts.add(pool.submit(() -> times(index, new SplittableRandom(seed))));
            }
            for (Future<long[]> part : parts) {
                times.add(part.get());
            }
        }
        double seconds = (double) (System.nanoTime() - start) / NANOS;
        long[] sorted = times.stream().flatMapToLong(LongStream::of).sorted().toArray();
        if (told) {
            out.printf(
                    "照合 look-ups, %d スレッド threads: 毎秒 a second %,.0f、p50 %,d ns、p99 %,d ns、p99.9 %,d ns、max %,d ns（質問を作る時間は除く without making the questions）%n",
                    threads,
                    (double) threads * NANOS / Arrays.stream(sorted).average().orElseThrow(),
                    at(sorted, 0.5),
                    at(sorted, 0.99),
                    at(sorted, 0.999),
                    sorted[sorted.length - 1]);
            out.printf("  質問を作る時間とも with making them: 毎秒 a second %,.0f%n", sorted.length / seconds);
        }
    }

    private static long at(long[] sorted, double part) {
        return sorted[(int) (sorted.length * part)];
    }

    /** One in ten asks about nobody. */
    private long[] times(FactIndex index, SplittableRandom random) {
        long[] times = new long[Math.min(LOOK_UPS, 10 * persons)];
        for (int i = 0; i < times.length; i++) {
            boolean nobody = i % 10 == 0;
            int person = nobody ? persons + random.nextInt(persons) : random.nextInt(persons);
            InsuredId id = IndexPeople.id(person);
            var birth = IndexPeople.birth(person);
            long start = System.nanoTime();
            int found = index.about(id, birth).size();
            times[i] = System.nanoTime() - start;
            if (!nobody && found == 0) {
                throw new IllegalStateException("a person was not found");
            }
        }
        return times;
    }

    private void file(FactIndex index, Path path) throws IOException {
        IndexFile file = new IndexFile(path);
        try {
            long start = System.nanoTime();
            file.write(index, Digest.of());
            long written = System.nanoTime();
            FactIndex again = file.read().orElseThrow().index();
            long read = System.nanoTime();
            out.printf(
                    "控え saved: %,d MiB、書込み written in %.1f s、読込み taken up in %.1f s%n",
                    Files.size(path) >> 20, (double) (written - start) / NANOS, (double) (read - written) / NANOS);
            if (!again.tally().equals(index.tally())) {
                throw new IllegalStateException("the saved index differs");
            }
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
