package madoguchi.hub;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import madoguchi.core.Answer;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRetrieval.Wanted;
import madoguchi.core.Hub;
import madoguchi.core.Problem;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** 一括照会の一歩 – one small group of one job: ask, compare with the last time, write down. */
final class BulkWork {

    /** What is to be done with the job now. */
    enum Next {
        /** There are more questions. */
        MORE,
        /** Finished, called off, or in another hub's hands. */
        OVER,
        /** The hub could not answer: the same group again after a while. */
        LATER
    }

    private static final Logger LOG = LoggerFactory.getLogger(BulkWork.class);
    private static final long LOOK_MILLIS = 2;

    private final BulkStore store;
    private final RetrievalList retrievals;
    private final Hub hub;
    private final RealTimeTraffic traffic;
    private final Clock clock;
    private final BulkSettings settings;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService asking = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("bulk-ask-", 1).factory());

    BulkWork(
            BulkStore store,
            RetrievalList retrievals,
            Hub hub,
            RealTimeTraffic traffic,
            Clock clock,
            BulkSettings settings) {
        this.store = store;
        this.retrievals = retrievals;
        this.hub = hub;
        this.traffic = traffic;
        this.clock = clock;
        this.settings = settings;
    }

    /** Answers the next group of a job. */
    Next group(long id) throws InterruptedException {
        long arrived = traffic.arrived();
        letPatientsPass();
        long start = System.nanoTime();
        Next next = attempted(id);
        if (next == Next.MORE && traffic.arrived() != arrived) {
            rest(System.nanoTime() - start);
        }
        return next;
    }

    /** While somebody at a counter waits, the group has not begun; but a job must end also on a busy day. */
    private void letPatientsPass() throws InterruptedException {
        long end = System.nanoTime() + settings.yieldMax().toNanos();
        while (traffic.waiting() > settings.busyAbove() && System.nanoTime() < end) {
            rest(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
    }

    /** By day the lane works at most half of the time. */
    private void rest(long nanos) throws InterruptedException {
        if (pause(nanos)) {
            throw new InterruptedException("closing");
        }
    }

    private Next attempted(long id) throws InterruptedException {
        try {
            Optional<BulkJob> job = store.job(id).filter(BulkJob::isOpen);
            if (job.isEmpty()) {
                return Next.OVER;
            }
            Optional<Wanted> unlisted =
                    job.get().wanted().filter(wanted -> !job.get().listed());
            return unlisted.isPresent() ? list(job.get(), unlisted.get()) : group(job.get());
        } catch (DuplicateKeyException anotherHub) {
            LOG.info("a bulk inquiry is in another hub's hands");
            return Next.OVER;
        } catch (DataAccessException broken) {
            LOG.warn("a bulk inquiry waits: {}", broken.getClass().getSimpleName());
            return Next.LATER;
        }
    }

    /** The first step of a retrieval: whom it means. */
    private Next list(BulkJob job, Wanted wanted) {
        Instant now = now();
        List<RetrievalList.Named> named = retrievals.of(wanted, job.facility(), now);
        store.listed(job.id(), now, named);
        return named.isEmpty() ? Next.OVER : Next.MORE;
    }

    private Next group(BulkJob job) throws InterruptedException {
        List<BulkStore.Asked> questions = store.questions(job.id(), job.counts().done(), settings.group());
        List<Optional<Reply>> replies = ask(job, questions);
        List<BulkStore.Answered> answers = answered(job, questions, replies);
        if (answers.isEmpty()) {
            return Next.LATER;
        }
        BulkCounts counts = counted(job.counts(), answers);
        store.add(job.id(), answers, counts, now());
        return counts.done() == counts.total() ? Next.OVER : Next.MORE;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The replies in the order of the questions; none where the hub gave none. The group shares one commit of the verification log. */
    private List<Optional<Reply>> ask(BulkJob job, List<BulkStore.Asked> questions) throws InterruptedException {
        List<Future<Optional<Reply>>> running = questions.stream()
                .map(asked -> asking.submit(() -> reply(job, asked)))
                .toList();
        List<Optional<Reply>> replies = new ArrayList<>();
        for (Future<Optional<Reply>> one : running) {
            try {
                replies.add(one.get());
            } catch (ExecutionException broken) {
                Throwable cause = broken.getCause();
                LOG.error(
                        "a question could not be answered: {}",
                        (cause == null ? broken : cause).getClass().getName());
                replies.add(Optional.empty());
            }
        }
        return replies;
    }

    private Optional<Reply> reply(BulkJob job, BulkStore.Asked asked) {
        BulkLine line = asked.line();
        if (line.question().isEmpty()) {
            return Optional.of(refused(line.problems()));
        }
        Reply reply = hub.inquire(line.question().get().inquiry(asked.day().orElse(job.day()), job.caller()));
        boolean answered = reply.answer().isFromPeer()
                || (reply.answer() instanceof Answer.Unreachable none && none.cause() == Answer.Cause.REFUSED);
        return Optional.of(reply).filter(given -> answered);
    }

    private Reply refused(List<Problem> problems) {
        Text first = problems.getFirst().reason();
        return Reply.of(new Answer.Unreachable(Answer.Cause.REFUSED, Optional.empty(), first), now());
    }

    /** Up to the first question without a reply: "no answer" is never written as a result. */
    private List<BulkStore.Answered> answered(
            BulkJob job, List<BulkStore.Asked> questions, List<Optional<Reply>> replies) {
        int known = (int) replies.stream().takeWhile(Optional::isPresent).count();
        Map<Digest, Told> before = store.before(
                job.id(),
                questions.stream()
                        .limit(known)
                        .flatMap(asked -> asked.line().question().stream())
                        .map(question -> Told.asked(job.facility(), question))
                        .toList());
        List<BulkStore.Answered> answers = new ArrayList<>();
        for (int i = 0; i < known; i++) {
            answers.add(answered(job, questions.get(i), replies.get(i).orElseThrow(), before));
        }
        return answers;
    }

    private static BulkStore.Answered answered(
            BulkJob job, BulkStore.Asked asked, Reply reply, Map<Digest, Told> before) {
        Optional<BulkQuestion> question =
                asked.line().question().filter(q -> reply.answer().isFromPeer());
        Optional<Digest> key = question.map(q -> Told.asked(job.facility(), q));
        return new BulkStore.Answered(
                asked.place(),
                reply.answeredAt(),
                reply,
                key,
                question.map(q -> Told.of(reply.answer(), q.limitConsent())),
                key.flatMap(digest -> Optional.ofNullable(before.get(digest))));
    }

    private static BulkCounts counted(BulkCounts so, List<BulkStore.Answered> answers) {
        int normal = (int) answers.stream()
                .filter(answer -> answer.reply().answer().isFromPeer())
                .count();
        return new BulkCounts(
                so.total(), so.done() + answers.size(), so.normal() + normal, so.error() + answers.size() - normal);
    }

    /** No more resting and no further group. */
    void stop() {
        closing.countDown();
    }

    /** After the last group. */
    void close() {
        asking.shutdown();
    }

    boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Waits; whether it was closed meanwhile. */
    boolean pause(long nanos) throws InterruptedException {
        return closing.await(nanos, TimeUnit.NANOSECONDS);
    }
}
