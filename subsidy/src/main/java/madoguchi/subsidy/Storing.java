package madoguchi.subsidy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import madoguchi.core.PersonKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** 登録 – turns the good records of a confirmed task into facts, a portion at a time, behind the mark of the last one. One task after the other; what a stopped program left is finished at the next start. */
final class Storing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);
    private static final int PORTION = 500;

    private final TaskStore tasks;
    private final SubsidyFactStore facts;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("subsidy-storing").daemon().factory());

    Storing(TaskStore tasks, SubsidyFactStore facts, Clock clock) {
        this.tasks = tasks;
        this.facts = facts;
        this.clock = clock;
    }

    /** Stores a task in the background. */
    void start(long task) {
        try {
            worker.execute(() -> attempt(task));
        } catch (RejectedExecutionException closed) {
            LOG.info("a task waits for the next start");
        }
    }

    private void attempt(long task) {
        try {
            store(task, Optional.empty(), records -> {});
        } catch (DataAccessException broken) {
            LOG.error(
                    "a task could not be stored, it goes on at the next start: {}",
                    broken.getClass().getSimpleName());
        }
    }

    /**
     * Stores a task that is confirmed; one that is stored already stays as it is.
     *
     * @param at 登録日時 of its facts; absent = when each portion is stored
     * @param progress is told how many records were looked at
     */
    synchronized void store(long task, Optional<Instant> at, LongConsumer progress) {
        Optional<RegistrationTask> found = tasks.task(task).filter(one -> one.state() == TaskState.STORING);
        if (found.isEmpty()) {
            return;
        }
        long done = found.get().done();
        List<TaskStore.Waiting> portion = tasks.good(task, done, PORTION);
        while (!portion.isEmpty()) {
            List<TaskStore.Waiting> next = portion;
            boolean _ = tasks.together(() -> {
                Instant now = at.orElseGet(this::now);
                facts.add(
                        task, found.get().municipality(), now, news(found.get().municipality(), next));
                tasks.mark(task, next.getLast().record(), now);
                return true;
            });
            done = portion.getLast().record();
            progress.accept(done);
            portion = tasks.good(task, done, PORTION);
        }
        long stored = tasks.factsOf(task);
        tasks.add(
                task,
                at.orElseGet(this::now),
                new TaskStore.Event("STORED", "program", stored, found.get().good() - stored, ""));
    }

    /** Those that say something else than what was said last under their history key: the same sent twice says nothing new. */
    private List<TaskStore.Waiting> news(MunicipalityCode municipality, List<TaskStore.Waiting> portion) {
        Map<PersonKey, Map<CertificateVersion.Key, CertificateVersion>> latest = facts.latest(
                municipality, portion.stream().map(TaskStore.Waiting::person).collect(Collectors.toSet()));
        return portion.stream()
                .filter(one -> !one.version()
                        .equals(latest.getOrDefault(one.person(), Map.of())
                                .get(one.version().key())))
                .toList();
    }

    /** As exact as the database keeps an instant. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Takes nothing more; what is under way goes on behind its mark at the next start. */
    @Override
    public void close() {
        worker.shutdown();
    }
}
