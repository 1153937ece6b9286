package madoguchi.hub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import madoguchi.core.InsurerNumber;

/** 点検の実行 – folds all persons on some threads, each a range of persons at a time, and then compares the marks they left. Memory is bounded whatever the number of persons. */
final class QualityRun {

    /** So many persons are read at a time by one thread. */
    private static final int RANGE = 10_000;

    private final QualityQuestion question;
    private final Path folder;
    private final int threads;

    /** {@code folder} takes the marks for as long as the run lasts. */
    QualityRun(QualityQuestion question, Path folder, int threads) {
        this.question = question;
        this.folder = folder;
        this.threads = threads;
    }

    /**
     * Runs to the end.
     *
     * @param findings takes every finding, one at a time, in no order
     * @param progress told the number of persons' ids gone through
     */
    QualityTally over(PersonFacts facts, Consumer<QualityFinding> findings, LongConsumer progress) {
        Consumer<QualityFinding> one = finding -> {
            synchronized (findings) {
                findings.accept(finding);
            }
        };
        try (MarkFiles identities = new MarkFiles(folder);
                MarkFiles households = new MarkFiles(folder)) {
            QualityTally tally = fold(facts, one, identities, households, progress);
            identities.eachGroup(marks -> LookAlikes.of(marks, question.terms(), one));
            households.eachGroup(marks -> Households.of(marks, question, one));
            return tally;
        }
    }

    private QualityTally fold(
            PersonFacts facts,
            Consumer<QualityFinding> findings,
            MarkFiles identities,
            MarkFiles households,
            LongConsumer progress) {
        AtomicLong next = new AtomicLong(1);
        long last = facts.lastPerson();
        MarkKey key = MarkKey.random();
        List<Worker> workers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Worker worker = new Worker(new QualityFold(question, key.again()), findings, identities, households);
                workers.add(worker);
                running.add(pool.submit(() -> worker.ranges(facts, next, last, progress)));
            }
            waitFor(running, next, last);
        }
        DelayTally delays = new DelayTally();
        workers.forEach(worker -> delays.add(worker.delays));
        return new QualityTally(
                workers.stream().mapToLong(worker -> worker.persons).sum(),
                workers.stream().mapToLong(worker -> worker.read).sum(),
                delays);
    }

    /** The first failure ends all. */
    private static void waitFor(List<Future<?>> running, AtomicLong next, long last) {
        try {
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException failed) {
            next.set(last + 1);
            throw new IllegalStateException("the facts could not be read to the end", failed.getCause());
        } catch (InterruptedException ended) {
            next.set(last + 1);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", ended);
        }
    }

    /** One thread's share: counts by itself, and passes the rest on. */
    private static final class Worker implements QualitySink {
        private final QualityFold fold;
        private final Consumer<QualityFinding> findings;
        private final MarkFiles identities;
        private final MarkFiles households;
        private final DelayTally delays = new DelayTally();
        private long persons;
        private long read;

        Worker(QualityFold fold, Consumer<QualityFinding> findings, MarkFiles identities, MarkFiles households) {
            this.fold = fold;
            this.findings = findings;
            this.identities = identities;
            this.households = households;
        }

        void ranges(PersonFacts facts, AtomicLong next, long last, LongConsumer progress) {
            for (long from = next.getAndAdd(RANGE); from <= last; from = next.getAndAdd(RANGE)) {
                facts.eachPerson(from, from + RANGE, this::person);
                progress.accept(Math.min(last, from + RANGE - 1));
            }
        }

        private void person(List<Fact> facts) {
            if (!QualityFold.isHidden(facts)) {
                persons++;
                read += facts.size();
            }
            fold.person(facts, this);
        }

        @Override
        public void finding(QualityFinding finding) {
            findings.accept(finding);
        }

        @Override
        public void delay(InsurerNumber insurer, QualityKind kind, int days) {
            delays.add(insurer, kind, days);
        }

        @Override
        public void identity(QualityMark mark) {
            identities.add(mark);
        }

        @Override
        public void household(QualityMark mark) {
            households.add(mark);
        }
    }
}
