package madoguchi.app;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** 測定の本体 – warm-up, paced steps, saturation and comparison against a hub that is ready; then the count of the verification log. */
final class BenchRun {

    private final BenchPlan plan;
    private final Consumer<String> progress;
    private final BenchStore store;
    private final BenchHub hub;
    private final BenchReport.Start start;
    private final LoadGenerator generator;
    private final Supplier<LoadQuestion> questions;
    private long answered;
    private long unanswered;

    BenchRun(
            BenchPlan plan,
            Consumer<String> progress,
            BenchStore store,
            BenchSite.Started started,
            LoadGenerator generator,
            Supplier<LoadQuestion> questions) {
        this.plan = plan;
        this.progress = progress;
        this.store = store;
        this.hub = started.hub();
        this.start = started.start();
        this.generator = generator;
        this.questions = questions;
    }

    BenchReport report() throws IOException, InterruptedException, SQLException, ExecutionException {
        long resident = hub.resident();
        long recordedBefore = store.verifications();
        progress.accept("慣らし / warming up");
        inquire(Optional.empty(), () -> LoadSchedule.saturating(plan.warmup()));
        List<BenchReport.Step> steps = new ArrayList<>();
        for (int rate : plan.rates()) {
            progress.accept("毎秒 / a second: %,d".formatted(rate));
            steps.add(inquire(Optional.of(rate), () -> LoadSchedule.paced(rate, plan.length())));
        }
        progress.accept("飽和 / saturation");
        steps.add(inquire(Optional.empty(), () -> LoadSchedule.saturating(plan.saturation())));
        BenchReport.Memory memory = new BenchReport.Memory(resident, hub.resident(), hub.heapInUse());
        Optional<BenchReport.Limits> limits = plan.compare() ? Optional.of(limits()) : Optional.empty();
        BenchStore.Size size = store.size();
        return new BenchReport(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                plan.connections(),
                intake(size),
                start,
                memory,
                steps,
                new BenchReport.Log(
                        answered,
                        unanswered,
                        size.verifications() - recordedBefore,
                        size.verificationBytes() / Math.max(1, size.verifications())),
                limits);
    }

    private BenchReport.Step inquire(Optional<Integer> rate, Supplier<LoadSchedule> schedule)
            throws IOException, InterruptedException {
        BenchCpu before = cpu();
        LoadTally tally = generator.run(schedule, questions);
        answered += tally.answered();
        unanswered += tally.sent() - tally.answered();
        return BenchReport.Step.of(rate, tally, cpu().since(before));
    }

    private BenchCpu cpu() throws IOException {
        return BenchCpu.now(hub.pid(), store.serverPid());
    }

    private BenchReport.Intake intake(BenchStore.Size size) {
        long persons = Math.max(1, size.persons());
        double perSecond =
                store.taken().map(taken -> taken.persons() / taken.seconds()).orElse(0.0);
        return new BenchReport.Intake(
                size.persons(), perSecond, size.personBytes() / persons, size.factBytes() / persons);
    }

    private BenchReport.Limits limits() throws IOException, InterruptedException, SQLException, ExecutionException {
        progress.accept("限界: サーバー単体 / limit: the bare server");
        LoadQuestion hello = new LoadQuestion(LoadConnection.get("/healthz"), List.of("ok"), true);
        BenchCpu before = cpu();
        LoadTally bare = generator.run(() -> LoadSchedule.saturating(plan.saturation()), () -> hello);
        BenchReport.Step server = BenchReport.Step.of(Optional.empty(), bare, cpu().since(before));
        progress.accept("限界: データベース単体 / limit: the bare database");
        BenchLookUps lookUps = new BenchLookUps(store, plan.persons());
        return new BenchReport.Limits(server, lookUps.perSecond(plan.saturation()), BenchLookUps.THREADS);
    }
}
