package madoguchi.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.BulkHub.Submission;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRequest;
import madoguchi.core.Caller;
import madoguchi.hub.HttpBulkHub;

/*
 * The question is whether patients at a counter notice the night's work of another clinic. So the same paced stream of real-time inquiries is asked twice: alone, and
 * while the hub works on one bulk job; the job is then left alone to see how fast it is when nobody is in its way.
 */

/** 一括照会の傍らの実時間を測る – real-time latency without and with a bulk job, against a hub in its own process. */
final class BenchBulk {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final BenchPlan plan;
    private final int questions;
    private final int rate;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * A measurement.
     *
     * @param plan persons, lengths, connections and the data folder; its first rate is the real-time one
     * @param questions of the bulk job
     */
    BenchBulk(BenchPlan plan, int questions, Clock clock, Consumer<String> progress) {
        this.plan = plan;
        this.questions = questions;
        this.rate = plan.rates().getFirst();
        this.clock = clock;
        this.progress = progress;
    }

    /** Measures and prints; whether every inquiry was answered rightly and the job finished without an error. */
    boolean run() throws IOException, GeneralSecurityException, InterruptedException {
        Files.createDirectories(plan.data());
        try (BenchSite site = new BenchSite(plan.data())) {
            BenchStore store = new BenchStore(site.database());
            new Bench(plan, clock, progress).register(site, store);
            DevelopmentCa ca = new DevelopmentCa(plan.data().resolve("pki"), clock);
            HttpClient client = Tls.client(ca, Bench.FACILITY.digits());
            progress.accept("ハブを別プロセスで起動 / starting the hub in its own process");
            BenchHub hub = site.startHub(client, plan.persons()).hub();
            BulkHub bulk = new HttpBulkHub(
                    client, URI.create("https://localhost:" + hub.machinePort()), Duration.ofMinutes(5));
            try (LoadGenerator generator =
                    new LoadGenerator(ca, Bench.FACILITY.digits(), hub.lanePort(), plan.connections())) {
                return measured(generator, bulk);
            }
        }
    }

    private boolean measured(LoadGenerator generator, BulkHub bulk) throws IOException, InterruptedException {
        LoadQuestions realTime = new LoadQuestions(plan.persons(), LocalDate.now(clock), Bench.FACILITY);
        progress.accept("慣らし / warming up");
        generator.run(() -> LoadSchedule.saturating(plan.warmup()), realTime);
        progress.accept("実時間だけ / real-time alone");
        LoadTally alone = generator.run(() -> LoadSchedule.paced(rate, plan.length()), realTime);
        progress.accept("一括照会 %,d件を送る / sending a bulk inquiry".formatted(questions));
        long sent = System.nanoTime();
        String reception = ((Submission.Accepted) bulk.submit(request())).reception();
        long accepted = System.nanoTime();
        BulkCounts before = counts(bulk.look(reception));
        progress.accept("一括照会のかたわら / beside the bulk inquiry");
        long start = System.nanoTime();
        LoadTally beside = generator.run(() -> LoadSchedule.paced(rate, plan.length()), realTime);
        BulkCounts during = counts(bulk.look(reception));
        long end = System.nanoTime();
        BulkCounts after = finished(bulk, reception);
        long done = System.nanoTime();
        print("実時間だけ / real-time alone", alone);
        print("一括照会のかたわら / beside the bulk inquiry", beside);
        print(
                "一括照会 %,d件: 受付まで %.1f 秒、実時間のかたわら %,.0f 件/秒%s、残り単独 %,.0f 件/秒、エラー %d / bulk: seconds until accepted, questions a second beside, alone, errors%n"
                        .formatted(
                                questions,
                                seconds(sent, accepted),
                                (during.done() - before.done()) / seconds(start, end),
                                during.done() == questions ? "（途中で終了 / finished before the end）" : "",
                                (after.done() - during.done()) / Math.max(0.001, seconds(end, done)),
                                after.error()));
        return after.error() == 0 && right(alone) && right(beside);
    }

    private static boolean right(LoadTally tally) {
        return tally.wrong() == 0 && tally.errors() == 0 && tally.unsent() == 0;
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private BulkRequest request() {
        List<BulkQuestion> about = IntStream.range(0, questions)
                .mapToObj(i -> new BenchPerson((int) (i * 7919L % plan.persons())))
                .map(person -> new BulkQuestion(person.id(), person.birth(), false, Optional.of("P" + person.serial())))
                .toList();
        return new BulkRequest(
                UUID.randomUUID().toString(),
                LocalDate.now(clock).plusDays(1),
                new Caller(Bench.FACILITY, "bench", "bench"),
                about);
    }

    private BulkCounts counts(Progress look) {
        return switch (look) {
            case Progress.Processing(var counts) -> counts.orElseThrow();
            case Progress.Finished(var counts, var results) -> counts;
            default -> throw new IllegalStateException("the bulk inquiry is lost: " + look);
        };
    }

    private BulkCounts finished(BulkHub bulk, String reception) throws InterruptedException {
        Progress look = bulk.look(reception);
        while (look instanceof Progress.Processing) {
            Thread.sleep(LOOK);
            look = bulk.look(reception);
        }
        return counts(look);
    }

    private void print(String name, LoadTally tally) {
        print(String.format(
                Locale.ROOT,
                "%s: %,d/s, %,d 件, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms, 混雑 shed %d, 誤 wrong %d, 断 errors %d%n",
                name,
                rate,
                tally.sent(),
                tally.percentile(50) / 1000.0,
                tally.percentile(99) / 1000.0,
                tally.percentile(99.9) / 1000.0,
                tally.max() / 1000.0,
                tally.shed(),
                tally.wrong(),
                tally.errors()));
    }

    private static void print(String line) {
        System.out.print(line);
    }
}
