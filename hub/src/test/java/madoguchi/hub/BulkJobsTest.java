package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.BulkChange;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkDifference;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.BulkHub.Submission;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRequest;
import madoguchi.core.BulkResult;
import madoguchi.core.Caller;
import madoguchi.core.Hub;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Problem;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class BulkJobsTest {

    private static final Instant NOW = Instant.parse("2026-08-03T09:00:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate TOMORROW = LocalDate.of(2026, 8, 4);
    private static final Caller ELSEWHERE = new Caller(new MedicalInstitutionCode("1310000001"), "desk", "clerk");
    private static final RealTimeTraffic QUIET = traffic(() -> 0);
    private static final BulkSettings SETTINGS =
            new BulkSettings(200, 2, 1, 16, 0, Duration.ofMinutes(10), Duration.ofMillis(5));

    private final HikariDataSource database = Databases.fresh();
    private final RegisterHub hub = new RegisterHub(database, CLOCK);
    private BulkJobs jobs = new BulkJobs(database, hub, QUIET, CLOCK, SETTINGS);

    @AfterEach
    void close() {
        jobs.close();
        hub.close();
        database.close();
    }

    @Test
    void everyQuestionHasItsResultInItsPlaceAndItsEntryInTheVerificationLog() {
        take(lines(IntStream.rangeClosed(1, 30).mapToObj(FileOf::line).toList()));
        Progress.Finished finished = finished(asked("r1", IntStream.rangeClosed(1, 40)));

        assertThat(finished.counts()).isEqualTo(new BulkCounts(40, 40, 40, 0));
        for (int person = 1; person <= 40; person++) {
            BulkResult result = finished.results().get(person - 1);
            assertThat(result.place()).isEqualTo(person);
            assertThat(result.identifier()).contains("P" + person + "_1");
            assertThat(result.question().orElseThrow().insured())
                    .isEqualTo(question(person).insured());
            assertThat(result.reply().answer().coverages())
                    .extracting(coverage -> coverage.id().number())
                    .isEqualTo(person <= 30 ? List.of(Integer.toString(500_000 + person)) : List.of());
            assertThat(JdbcClient.create(database)
                            .sql(
                                    "select terminal || ' ' || asked_number || ' ' || day from hub.verification where id = ?")
                            .param(result.reply().verification().orElseThrow())
                            .query(String.class)
                            .single())
                    .isEqualTo("bulk/desk " + (500_000 + person) + " 2026-08-04");
        }
    }

    @Test
    void aQuestionThatIsNotUnderstoodKeepsItsPlaceWithEveryReasonAndTheOthersGoOn() throws IOException {
        take(lines(line(1)));
        BulkTaken taken = jobs.take(Said.CLINIC.facility(), "r1", text("""
                {"day":"2026-08-04","terminal":"desk","operator":"clerk"}
                {"insurer":"13801x","number":"500001","branch":"7","birth":"19870412","identifier":"first"}
                {"insurer":"138016","symbol":"12-34","number":"500001","branch":"02","birth":"1987-04-12","identifier":"second"}

                not json
                {"insurer":"138016","number":"500001","birth":"1987-04-31","limitConsent":"yes","identifier":"fourth","x":"y"}
                """));
        Progress.Finished finished = finished(((BulkTaken.Accepted) taken).reception());

        assertThat(finished.counts()).isEqualTo(new BulkCounts(4, 4, 1, 3));
        assertThat(finished.results())
                .extracting(result -> result.identifier().orElse("-"))
                .containsExactly("first", "second", "-", "fourth");
        assertThat(finished.results())
                .extracting(
                        result -> result.problems().stream().map(Problem::place).toList())
                .containsExactly(
                        List.of("line 2: insurer", "line 2: branch", "line 2: birth"),
                        List.of(),
                        List.of("line 4"),
                        List.of("line 5: birth", "line 5: limitConsent", "line 5"));
        assertThat(finished.results().get(1).reply().answer()).isInstanceOf(Answer.Active.class);
        assertThat(finished.results().getFirst().reply().answer())
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class,
                        none -> assertThat(none.cause()).isEqualTo(Answer.Cause.REFUSED));
        assertThat(Databases.count(database, "verification")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    r1    | ``                                                              | line 1; line 2
                    r1    | `[1]`                                                           | line 1; line 2
                    r1    | `{"day":"2026-02-30","terminal":"","y":1}`                      | line 1: day; line 1: terminal; line 1: operator; line 1; line 2
                    r1    | `{"day":"2026-08-04","terminal":"desk","operator":"clerk"}`     | line 2
                    r 1   | `{"day":"2026-08-04","terminal":"desk","operator":"clerk"}`     | Idempotency-Key
                    """)
    void aTextThatIsNoRequestIsRefusedWholeWithAllReasonsAndNothingIsKept(String id, String text, String places)
            throws IOException {
        assertThat(jobs.take(Said.CLINIC.facility(), id, text(text)))
                .isInstanceOfSatisfying(
                        BulkTaken.Refused.class,
                        refused -> assertThat(refused.problems().stream()
                                        .map(Problem::place)
                                        .toList())
                                .containsExactly(places.split("; ")));
        assertThat(Databases.count(database, "bulk_job")).isZero();
        assertThat(Databases.count(database, "bulk_question")).isZero();
    }

    @Test
    void tooManyQuestionsAreRefusedWhole() {
        assertThat(here().submit(request("r1", IntStream.rangeClosed(1, 201))))
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.place()).isEqualTo("line 202")));
        assertThat(Databases.count(database, "bulk_question")).isZero();
        finished(asked("r2", IntStream.rangeClosed(1, 200)));
    }

    @Test
    void theSameRequestIdIsTheSameJobAndOtherContentUnderItIsRefused() {
        String reception = asked("r1", IntStream.rangeClosed(1, 3));
        finished(reception);

        assertThat(asked("r1", IntStream.rangeClosed(1, 3))).isEqualTo(reception);
        assertThat(here().submit(request("r1", IntStream.rangeClosed(1, 4)))).isInstanceOf(Submission.Refused.class);
        assertThat(asked("r2", IntStream.rangeClosed(1, 3))).isNotEqualTo(reception);
        assertThat(Databases.count(database, "bulk_job")).isEqualTo(2);
    }

    @Test
    void anotherFacilityIsToldTheSameAsAboutANumberThatDoesNotExist() {
        String reception = asked("r1", IntStream.rangeClosed(1, 3));
        BulkHub there = new LocalBulkHub(jobs, ELSEWHERE.facility());

        assertThat(reception).hasSize(20).startsWith("20260803180005");
        assertThat(there.look(reception)).isEqualTo(new Progress.Unknown());
        assertThat(there.cancel(reception)).isFalse();
        finished(reception);
        assertThat(there.look(reception)).isEqualTo(there.look("20260803180005999999"));
        assertThat(there.submit(request("r1", IntStream.rangeClosed(1, 3)))).isInstanceOf(Submission.Refused.class);
    }

    @Test
    void aFacilityHasOnlySoManyOpenJobs() {
        restart(inquiry -> down());
        asked("r1", IntStream.rangeClosed(1, 3));
        asked("r2", IntStream.rangeClosed(1, 3));

        assertThat(here().submit(request("r3", IntStream.rangeClosed(1, 3)))).isInstanceOf(Submission.Refused.class);
        assertThat(asked("r1", IntStream.rangeClosed(1, 3)))
                .as("one that is there already is no new one")
                .isNotEmpty();
        restart(hub);
        finished(asked("r1", IntStream.rangeClosed(1, 3)));
        finished(asked("r2", IntStream.rangeClosed(1, 3)));
        finished(asked("r3", IntStream.rangeClosed(1, 3)));
    }

    @Test
    void aJobGoesOnAfterItsLastWrittenAnswersWhenTheHubStartsAgain() {
        take(lines(IntStream.rangeClosed(1, 100).mapToObj(FileOf::line).toList()));
        AtomicInteger asked = new AtomicInteger();
        restart(inquiry -> asked.incrementAndGet() <= 40 ? hub.inquire(inquiry) : down());
        String reception = asked("r1", IntStream.rangeClosed(1, 100));
        until(() -> asked.get() > 60);
        long before = Databases.count(database, "bulk_answer");
        assertThat(here().look(reception)).isInstanceOf(Progress.Processing.class);
        assertThat(before).isBetween(24L, 40L);

        AtomicInteger after = new AtomicInteger();
        restart(inquiry -> {
            after.incrementAndGet();
            return hub.inquire(inquiry);
        });
        Progress.Finished finished = finished(reception);

        assertThat(after.get()).isEqualTo(100 - before);
        assertThat(finished.results())
                .extracting(BulkResult::place)
                .isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
        for (BulkResult result : finished.results()) {
            assertThat(result.reply().answer().coverages())
                    .extracting(coverage -> coverage.id().number())
                    .containsExactly(Integer.toString(500_000 + result.place()));
        }
        assertThat(JdbcClient.create(database).sql("""
                                select count(*) from hub.bulk_answer a join hub.bulk_question q using (job, place)
                                  join hub.verification v on v.id = a.verification and v.asked_number = q.number
                                """).query(Long.class).single())
                .isEqualTo(100);
    }

    @Test
    void twoHubsOverOneDatabaseGiveNoQuestionTwoResults() {
        take(lines(IntStream.rangeClosed(1, 100).mapToObj(FileOf::line).toList()));
        restart(inquiry -> down());
        String reception = asked("r1", IntStream.rangeClosed(1, 100));
        restart(hub);
        try (BulkJobs beside = new BulkJobs(database, hub, QUIET, CLOCK, SETTINGS)) {
            assertThat(new LocalBulkHub(beside, Said.CLINIC.facility()).look(reception))
                    .isNotNull();
            assertThat(finished(reception).counts()).isEqualTo(new BulkCounts(100, 100, 100, 0));
        }
        assertThat(Databases.count(database, "bulk_answer")).isEqualTo(100);
    }

    @Test
    void noAnswerIsNeverAResult() {
        take(lines(line(1)));
        AtomicInteger asked = new AtomicInteger();
        restart(inquiry -> asked.incrementAndGet() <= 3 ? down() : hub.inquire(inquiry));

        assertThat(finished(asked("r1", IntStream.rangeClosed(1, 1))).results())
                .singleElement()
                .satisfies(result -> assertThat(result.reply().answer()).isInstanceOf(Answer.Active.class));
    }

    @Test
    void aJobThatIsCalledOffStopsAndKeepsWhatIsAnswered() {
        AtomicInteger asked = new AtomicInteger();
        restart(inquiry -> asked.incrementAndGet() <= 16 ? hub.inquire(inquiry) : down());
        String reception = asked("r1", IntStream.rangeClosed(1, 40));
        until(() -> asked.get() > 16);

        assertThat(here().cancel(reception)).isTrue();
        assertThat(here().look(reception))
                .isInstanceOfSatisfying(
                        Progress.Cancelled.class,
                        cancelled -> assertThat(cancelled.counts().done()).isEqualTo(16));
        restart(hub);
        finished(asked("r2", IntStream.rangeClosed(1, 3)));
        assertThat(Databases.count(database, "bulk_answer")).isEqualTo(16 + 3);
    }

    // What changed since the last time.

    @Test
    void theSecondTimeSaysWhatChanged() {
        take(lines(line(1), line(2), line(3), line(4)));
        assertThat(finished(asked("r1", IntStream.rangeClosed(1, 5))).results())
                .extracting(BulkResult::change)
                .containsOnly(BulkChange.FIRST);
        take(lines(line(2, "資格喪失年月日", "20260801"), line(3, "住所", "東京都架空区新町1-1"), line(4, "異動区分", "9"), line(5)));

        List<BulkResult> second = finished(asked("r2", IntStream.rangeClosed(1, 6))).results();
        assertThat(second)
                .extracting(result -> result.differences().orElse(List.of()))
                .containsExactly(
                        List.of(),
                        List.of(BulkDifference.STATE, BulkDifference.PERIOD),
                        List.of(BulkDifference.PERSON),
                        List.of(BulkDifference.STATE),
                        List.of(BulkDifference.STATE),
                        List.of());
        assertThat(second)
                .extracting(BulkResult::change)
                .containsExactly(
                        BulkChange.SAME,
                        BulkChange.CHANGED,
                        BulkChange.CHANGED,
                        BulkChange.CHANGED,
                        BulkChange.CHANGED,
                        BulkChange.FIRST);
        assertThat(finished(asked("r3", IntStream.rangeClosed(1, 6))).results())
                .extracting(BulkResult::change)
                .containsOnly(BulkChange.SAME);
    }

    @Test
    void whatAnotherFacilityWasToldIsNotCompared() {
        take(lines(line(1)));
        finished(asked("r1", IntStream.of(1)));
        BulkHub there = new LocalBulkHub(jobs, ELSEWHERE.facility());
        BulkRequest request = new BulkRequest("r1", TOMORROW, ELSEWHERE, List.of(question(1)));

        assertThat(finished(there, ((Submission.Accepted) there.submit(request)).reception())
                        .results())
                .extracting(BulkResult::change)
                .containsExactly(BulkChange.FIRST);
    }

    @Test
    void aPersonHiddenSinceThenIsLikeOneWhoseCoverageWasWithdrawn() {
        take(lines(line(1), line(2)));
        String early = asked("r1", IntStream.rangeClosed(1, 2));
        finished(early);
        take(lines(line(1, "異動区分", "9"), line(2, "不開示", "1")));
        List<BulkResult> results =
                finished(asked("r2", IntStream.rangeClosed(1, 2))).results();

        assertThat(results).extracting(result -> result.reply().answer()).containsOnly(new Answer.NotFound());
        assertThat(results).extracting(BulkResult::change).containsOnly(BulkChange.CHANGED);
        assertThat(results)
                .extracting(result -> result.differences().orElseThrow())
                .containsOnly(List.of(BulkDifference.STATE));
        assertThat(finished(early).results().get(1).reply().answer())
                .as("results written before are not given out any more")
                .isEqualTo(new Answer.NotFound());
        assertThat(finished(early).results().get(1).reply().proof()).isEmpty();
    }

    @Test
    void limitsAreUnchangedOnlyWhereBothTimesThereWasConsent() {
        take(lines(line(1, "限度額証区分", "01", "限度額適用区分", "A03", "限度額有効開始", "20260101", "限度額有効終了", "20261231")));
        assertThat(limits("r1", true)).isTrue();
        assertThat(limits("r2", true)).isFalse();
        assertThat(limits("r3", false)).isTrue();
        assertThat(limits("r4", true)).isTrue();
        assertThat(limits("r5", true)).isFalse();
        take(lines(line(1, "限度額証区分", "01", "限度額適用区分", "A02", "限度額有効開始", "20260101", "限度額有効終了", "20261231")));
        assertThat(limits("r6", true)).isTrue();
    }

    private boolean limits(String id, boolean consent) {
        BulkQuestion question = new BulkQuestion(question(1).insured(), Said.BIRTH, consent, Optional.empty());
        BulkRequest request = new BulkRequest(id, TOMORROW, Said.CLINIC, List.of(question));
        return finished(((Submission.Accepted) here().submit(request)).reception())
                .results()
                .getFirst()
                .limitMayHaveChanged();
    }

    // The lane.

    @Test
    void theLaneWaitsWhileSomebodyAtACounterIsBeingAnswered() {
        AtomicInteger waiting = new AtomicInteger(1);
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        restart(
                inquiry -> {
                    asked.incrementAndGet();
                    return hub.inquire(inquiry);
                },
                traffic(() -> {
                    looks.incrementAndGet();
                    return waiting.get();
                }));
        String reception = asked("r1", IntStream.rangeClosed(1, 20));
        until(() -> looks.get() > 20);
        assertThat(asked).hasValue(0);

        waiting.set(0);
        finished(reception);
        assertThat(asked).hasValue(20);
    }

    @ParameterizedTest
    @CsvSource({"bulk_job,day", "bulk_question,place", "bulk_event,at", "bulk_progress,done", "bulk_answer,body"})
    void theDatabaseRefusesToChangeAJob(String table, String column) {
        finished(asked("r1", IntStream.of(1)));
        JdbcClient client = JdbcClient.create(database);
        for (String change : List.of(
                "update hub." + table + " set " + column + " = " + column,
                "delete from hub." + table,
                "truncate hub." + table + " cascade")) {
            assertThatThrownBy(() -> client.sql(change).update()).rootCause().hasMessageContaining("append-only");
        }
    }

    private void restart(Hub behind) {
        restart(behind, QUIET);
    }

    private void restart(Hub behind, RealTimeTraffic traffic) {
        jobs.close();
        jobs = new BulkJobs(database, behind, traffic, CLOCK, SETTINGS);
    }

    private BulkHub here() {
        return new LocalBulkHub(jobs, Said.CLINIC.facility());
    }

    private String asked(String id, IntStream persons) {
        return ((Submission.Accepted) here().submit(request(id, persons))).reception();
    }

    private static BulkRequest request(String id, IntStream persons) {
        return new BulkRequest(
                id,
                TOMORROW,
                Said.CLINIC,
                persons.mapToObj(BulkJobsTest::question).toList());
    }

    private static BulkQuestion question(int person) {
        return new BulkQuestion(
                Said.id("138016", "12-34", Integer.toString(500_000 + person), "02"),
                Said.BIRTH,
                false,
                Optional.of("P" + person + "_1"));
    }

    private Progress.Finished finished(String reception) {
        return finished(here(), reception);
    }

    private static Progress.Finished finished(BulkHub asked, String reception) {
        until(() -> asked.look(reception) instanceof Progress.Finished);
        return (Progress.Finished) asked.look(reception);
    }

    private static void until(BooleanSupplier done) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting").isLessThan(deadline);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static Reply down() {
        return Reply.of(new Answer.Unreachable(Answer.Cause.HUB, Optional.empty(), new Text("止まっています。", "Down.")), NOW);
    }

    private static RealTimeTraffic traffic(java.util.function.IntSupplier waiting) {
        return new RealTimeTraffic() {
            @Override
            public int waiting() {
                return waiting.getAsInt();
            }

            @Override
            public long arrived() {
                return 0;
            }
        };
    }

    private static ByteArrayInputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private void take(FileOf file) {
        assertThat(new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                        .take(Source.of("a.csv", file.utf8()), rows -> {})
                        .orElseThrow()
                        .faults())
                .isEmpty();
    }
}
