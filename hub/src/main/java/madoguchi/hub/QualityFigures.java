package madoguchi.hub;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** 点検の数字 – how fast a report goes over invented persons, from memory and out of a database, and how much memory it needs. */
public final class QualityFigures {

    private static final long NANOS = 1_000_000_000;
    private static final int PORTION = 2_000;
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final int persons;
    private final Path folder;
    private final PrintStream out;

    private QualityFigures(int persons, Path folder, PrintStream out) {
        this.persons = persons;
        this.folder = folder;
        this.out = out;
    }

    /**
     * Measures and prints, one figure a line.
     *
     * @param persons how many; one in four has a former coverage, too
     * @param folder where a report sorts
     * @param database an empty one, schema {@code hub} migrated, that is filled; without one the fold alone is measured
     */
    public static void print(int persons, Path folder, Optional<DataSource> database, PrintStream out) {
        QualityFigures figures = new QualityFigures(persons, folder, out);
        figures.fold();
        database.ifPresent(figures::report);
    }

    /** The fold and the sorting of marks, over facts made as they are read. */
    private void fold() {
        AtomicLong findings = new AtomicLong();
        long start = System.nanoTime();
        QualityTally tally = new QualityRun(
                        new QualityQuestion(DAY, NOW, QualityTerms.standard()),
                        folder,
                        Runtime.getRuntime().availableProcessors())
                .over(new Invented(persons), finding -> findings.incrementAndGet(), QualityFigures::none);
        told("畳み込みだけ the fold alone（作り物を作る時間を含む with inventing them）", tally.facts(), start, findings.get());
    }

    private void report(DataSource database) {
        long start = System.nanoTime();
        load(new FactStore(database));
        out.printf("用意 loaded in %.1f s%n", (double) (System.nanoTime() - start) / NANOS);
        Quality quality = new Quality(database, folder, Clock.fixed(NOW, ZoneOffset.UTC));
        start = System.nanoTime();
        QualityReport report = quality.report(DAY, Optional.empty(), "bench", QualityFigures::none);
        long findings = quality.insurers(report).stream()
                .mapToLong(InsurerQuality::count)
                .sum();
        told("報告 the report out of the database, stored", report.facts(), start, findings);
    }

    private void load(FactStore store) {
        List<FactStore.NewFact> portion = new ArrayList<>();
        long id = 0;
        List<byte[]> digests = new ArrayList<>();
        for (int person = 0; person < persons; person++) {
            digests.add(Digest.of("bench", Integer.toString(person)).bytes());
            if (digests.size() == PORTION || person == persons - 1) {
                int first = person - digests.size() + 1;
                long firstId = store.alone(one -> one.addPersons(digests));
                for (int i = 0; i < digests.size(); i++) {
                    for (Fact fact : IndexPeople.facts(first + i, id)) {
                        id = fact.id();
                        portion.add(NewFacts.of(firstId + i, false, false, fact.coverage()));
                    }
                }
                store.alone(one -> {
                    long batch = one.startBatch(
                            NOW.minusSeconds(1), "bench.csv", Digest.of("bench"), portion.size(), Optional.empty());
                    one.addFacts(batch, NOW.minusSeconds(1), portion);
                    return batch;
                });
                portion.clear();
                digests.clear();
            }
        }
    }

    private void told(String what, long facts, long start, long findings) {
        double seconds = (double) (System.nanoTime() - start) / NANOS;
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        out.printf(
                "%s: %,d 件 facts、%.1f s、毎秒 a second %,.0f、所見 findings %,d、後の記憶 heap afterwards %,d MiB（上限 limit %,d MiB）%n",
                what,
                facts,
                seconds,
                facts / seconds,
                findings,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
    }

    private static void none(long read) {}

    private record Invented(int persons) implements PersonFacts {
        @Override
        public long lastPerson() {
            return persons;
        }

        @Override
        public void eachPerson(long from, long until, Consumer<List<Fact>> reader) {
            for (long person = from; person < Math.min(until, persons + 1L); person++) {
                reader.accept(IndexPeople.facts((int) person - 1, person * 2));
            }
        }
    }
}
