package madoguchi.hub;

import static madoguchi.hub.FileOf.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.BulkHub.Submission;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRequest;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A disk that stands still and then crawls, while a storm of questions and a bulk inquiry are under way. */
class SlowDiskTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int PEOPLE = 40;
    private static final int STORM = 11_000;

    /** What may wait at once: the queue of the verification log and the group that is being written. */
    private static final int WAITING_MOST = 8192 + 1024;

    private static final int BULK_GROUP = 16;

    private final HikariDataSource database = Databases.fresh();
    private final RegisterIndex index = new RegisterIndex(database, Optional.empty());
    private final RegisterHub hub = new RegisterHub(database, Optional.of(index), Optional.empty(), CLOCK);
    private final RealTimeHub counter = new RealTimeHub(hub);
    private final AtomicInteger bulkAsked = new AtomicInteger();
    private final BulkJobs jobs = new BulkJobs(
            database,
            inquiry -> {
                bulkAsked.incrementAndGet();
                return hub.inquire(inquiry);
            },
            counter,
            CLOCK,
            new BulkSettings(1_000, 2, 1, BULK_GROUP, 0, Duration.ofMinutes(10), Duration.ofMillis(5)));

    @AfterEach
    void close() {
        jobs.close();
        hub.close();
        index.close();
        database.close();
    }

    @Test
    void whatIsAcknowledgedIsOnDiskTheQueueIsBoundedTheRestIsToldWhenToComeAgainAndServiceRecoversByItself()
            throws Exception {
        take();
        until(index::isServing);
        until(() -> ask(1).answer() instanceof Answer.Active);
        try (SlowDisk disk = new SlowDisk(database)) {
            String reception = bulk();
            disk.standStill();
            List<CompletableFuture<Reply>> storm = storm();
            int bulkBefore = bulkAsked.get();
            long waiting = storm.stream().filter(asked -> !asked.isDone()).count();
            List<Reply> shed = storm.stream()
                    .filter(CompletableFuture::isDone)
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(waiting).as("wait at once").isBetween(1L, (long) WAITING_MOST);
            assertThat(shed).as("sent away at once").hasSizeGreaterThanOrEqualTo(STORM - WAITING_MOST);
            assertThat(shed).allSatisfy(SlowDiskTest::assertToldToComeAgain);
            assertThat(hub.isBusy()).isTrue();

            disk.crawl();
            List<Reply> answered = storm.stream()
                    .map(CompletableFuture::join)
                    .filter(reply -> reply.verification().isPresent())
                    .toList();
            assertThat(answered).hasSize((int) waiting);
            assertThat(answered).allSatisfy(reply -> assertThat(reply.answer()).isInstanceOf(Answer.Active.class));
            assertThat(bulkAsked.get() - bulkBefore)
                    .as("bulk questions while somebody at a counter waited")
                    .isLessThanOrEqualTo(2 * BULK_GROUP);
            assertThat(ask(2).answer()).as("one question on the slow disk").isInstanceOf(Answer.Active.class);

            disk.recover();
            assertThat(hub.isBusy()).isFalse();
            assertThat(ask(3).answer()).isInstanceOf(Answer.Active.class);
            until(() -> look(reception) instanceof Progress.Finished);
            assertThat(stored(answered)).isEqualTo(answered.size());
        }
    }

    private static void assertToldToComeAgain(Reply reply) {
        assertThat(reply.answer())
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class,
                        none -> assertThat(none.cause()).isEqualTo(Answer.Cause.OVERLOAD));
        PostedInquiry.Response response = PostedInquiry.answered(reply);
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.retryAfter()).isNotEqualTo(OptionalInt.empty());
        assertThat(response.retryAfter().orElseThrow()).isBetween(1, 3);
    }

    /** More than can wait, as fast as one thread asks. */
    private List<CompletableFuture<Reply>> storm() {
        List<CompletableFuture<Reply>> storm = new ArrayList<>(STORM);
        for (int i = 0; i < STORM; i++) {
            storm.add(counter.ask(inquiry(1 + i % PEOPLE)));
        }
        return storm;
    }

    private long stored(List<Reply> answered) throws Exception {
        Long[] ids = answered.stream()
                .map(reply -> reply.verification().orElseThrow())
                .toArray(Long[]::new);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from hub.verification where id = any(?) and outcome = 'Active'")) {
            select.setArray(1, connection.createArrayOf("bigint", ids));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Reply ask(int person) {
        return counter.inquire(inquiry(person));
    }

    private static Inquiry inquiry(int person) {
        return Inquiry.byNumber(
                Said.id("138016", "12-34", Integer.toString(500_000 + person), "02"),
                Said.BIRTH,
                Said.day("2026-08-03"),
                false,
                Said.CLINIC);
    }

    private String bulk() {
        BulkRequest request = new BulkRequest(
                "evening",
                Said.day("2026-08-04"),
                Said.CLINIC,
                IntStream.rangeClosed(1, 300)
                        .mapToObj(person -> new BulkQuestion(
                                Said.id("138016", "12-34", Integer.toString(500_000 + person), "02"),
                                Said.BIRTH,
                                false,
                                Optional.empty()))
                        .toList());
        return ((Submission.Accepted) new LocalBulkHub(jobs, Said.CLINIC.facility()).submit(request)).reception();
    }

    private Progress look(String reception) {
        return new LocalBulkHub(jobs, Said.CLINIC.facility()).look(reception);
    }

    private void take() {
        new Registrations(database, Optional.of(index), new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                .take(
                        Source.of(
                                "a.csv",
                                lines(IntStream.rangeClosed(1, PEOPLE)
                                                .mapToObj(FileOf::line)
                                                .toList())
                                        .utf8()),
                        rows -> {})
                .orElseThrow();
    }

    private static void until(BooleanSupplier done) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting").isLessThan(deadline);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
