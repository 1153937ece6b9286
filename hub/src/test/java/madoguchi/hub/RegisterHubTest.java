package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static madoguchi.hub.FileOf.ticketLine;
import static madoguchi.hub.FileOf.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.Reply;
import madoguchi.json.CoreJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RegisterHubTest {

    private static final Instant NOW = Instant.parse("2026-08-03T00:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);

    private final HikariDataSource database = Databases.fresh();
    private final RegisterHub hub = new RegisterHub(database, CLOCK);

    @AfterEach
    void close() {
        hub.close();
        database.close();
    }

    @Test
    void anInquiryIsAnsweredFromTheDatabase() {
        take(lines(line(1), line(2)));
        Reply reply = hub.inquire(about(1));

        assertThat(reply.answer()).isInstanceOf(Answer.Active.class);
        assertThat(reply.answer().coverages().getFirst().id().number()).isEqualTo("500001");
        assertThat(reply.answeredAt()).isEqualTo(NOW);
    }

    @Test
    void theVerificationIsWrittenBeforeTheReplyReturns() {
        take(lines(line(1)));
        long fact = JdbcClient.create(database)
                .sql("select id from hub.fact")
                .query(Long.class)
                .single();
        Reply reply = hub.inquire(about(1).asKnownAt(NOW));
        Map<String, Object> row = verification(reply);

        assertThat(row)
                .containsEntry("outcome", "Active")
                .containsEntry("facts", Long.toString(fact))
                .containsEntry("facility", "1319999913")
                .containsEntry("terminal", "desk")
                .containsEntry("operator", "clerk")
                .containsEntry("kind", "NUMBER")
                .containsEntry("asked_insurer", "138016")
                .containsEntry("asked_symbol", "12-34")
                .containsEntry("asked_number", "500001")
                .containsEntry("asked_branch", "02");
        assertThat(row.get("day")).hasToString("2026-08-03");
        assertThat(instants(reply)).containsExactly(NOW, NOW);
    }

    @Test
    void instantsInTheVerificationDoNotDependOnTheTimeZoneOfTheServer() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        // Half past one in the night in which this zone sets its clocks back, twice.
        Instant twice = Instant.parse("2026-11-01T06:30:00Z");
        try (HikariDataSource elsewhere = Databases.pool(database.getJdbcUrl());
                RegisterHub there = new RegisterHub(elsewhere, Clock.fixed(twice, ZoneOffset.UTC))) {
            Instant once = twice.minus(Duration.ofHours(1));
            registrations(elsewhere).take(Source.of("a.csv", lines(line(1)).utf8()), once, rows -> {});
            Reply reply = there.inquire(about(1).asKnownAt(once));

            assertThat(reply.answer()).isInstanceOf(Answer.Active.class);
            assertThat(instants(reply)).containsExactly(twice, once);
            assertThat(there.inquire(about(1).asKnownAt(once.minusMillis(1))).answer())
                    .isEqualTo(new Answer.NotFound());
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void anAnswerCanBeAskedForAgainByTheInstantItCarries() {
        take(lines(line(1)));
        Reply before = hub.inquire(about(1));
        registrations(database)
                .take(
                        Source.of("b.csv", lines(line(1, "資格喪失年月日", "20260801")).utf8()),
                        NOW.plusNanos(1_000),
                        rows -> {});

        assertThat(hub.inquire(about(1)).answer()).isInstanceOf(Answer.Inactive.class);
        assertThat(hub.inquire(about(1).asKnownAt(before.answeredAt())).answer())
                .isEqualTo(before.answer());
    }

    @Test
    void ticketsAreThoseOfTheAskingFacilityAsKnownAtTheInstant() {
        take(lines(line(1, "保険者番号", "12138012", "記号", "", "番号", "1234567", "枝番", "", "被保険者証区分", "A1")));
        registrations(database)
                .take(
                        Source.of(
                                "t.csv",
                                lines(ticketLine(), with(ticketLine(), "医療機関コード", "1310000001"))
                                        .utf8()),
                        NOW.plusSeconds(60),
                        rows -> {});
        Inquiry inquiry = Said.asking(Said.WELFARE, "2026-08-03");

        assertThat(hub.inquire(inquiry).answer().coverages().getFirst().tickets())
                .hasSize(1);
        assertThat(hub.inquire(inquiry.asKnownAt(NOW)).answer()).isInstanceOf(Answer.ActiveUnregistered.class);
        assertThat(hub.inquire(Said.asking(Said.WELFARE, "2026-09-03")).answer())
                .isInstanceOf(Answer.ActiveUnregistered.class);
    }

    @ParameterizedTest
    @CsvSource({
        "person,digest",
        "batch,file_name",
        "batch_end,stored",
        "fact,body",
        "ticket_fact,body",
        "verification,outcome"
    })
    void theDatabaseRefusesToChangeALog(String table, String column) {
        take(lines(line(1)));
        hub.inquire(about(1));
        JdbcClient client = JdbcClient.create(database);

        for (String change : List.of(
                "update hub." + table + " set " + column + " = " + column,
                "delete from hub." + table,
                "truncate hub." + table + " cascade")) {
            assertThatThrownBy(() -> client.sql(change).update()).rootCause().hasMessageContaining("append-only");
        }
    }

    @Test
    void manyInquiriesAtOnceGetTheirOwnVerificationAndTheirOwnAnswer() throws Exception {
        take(lines(IntStream.rangeClosed(1, 100).mapToObj(FileOf::line).toList()));
        List<Callable<Reply>> inquiries = IntStream.rangeClosed(1, 200)
                .mapToObj(person -> (Callable<Reply>) () -> hub.inquire(about(person)))
                .toList();
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> reply : threads.invokeAll(inquiries)) {
                replies.add(reply.get());
            }
        }

        for (int person = 1; person <= 200; person++) {
            Reply reply = replies.get(person - 1);
            assertThat(reply.answer().coverages())
                    .extracting(coverage -> coverage.id().number())
                    .isEqualTo(person <= 100 ? List.of(Integer.toString(500_000 + person)) : List.of());
            assertThat(verification(reply))
                    .containsEntry("asked_number", Integer.toString(500_000 + person))
                    .containsEntry("outcome", person <= 100 ? "Active" : "NotFound");
        }
        assertThat(new HashSet<>(replies.stream()
                        .map(reply -> reply.verification().orElseThrow())
                        .toList()))
                .hasSize(200);
    }

    @Test
    void aHiddenPersonCannotBeToldFromAnUnknownOne() {
        take(lines(line(1, "不開示", "1")));
        Reply hidden = hub.inquire(about(1));
        Reply unknown = hub.inquire(about(2));

        assertThat(withoutVerification(hidden)).isEqualTo(withoutVerification(unknown));
        assertThat(verification(hidden)).containsEntry("outcome", "NotFound").containsEntry("facts", "");
        assertThat(verification(unknown)).containsEntry("outcome", "NotFound").containsEntry("facts", "");
    }

    @Test
    void whatAnImportHasNotCommittedIsNotSeenAndDoesNotHoldAnInquiry() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        TransactionTemplate importing = new TransactionTemplate(new JdbcTransactionManager(database));
        take(lines(line(1)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> running = threads.submit(() -> importing.executeWithoutResult(status -> {
                take(lines(line(1, "資格喪失年月日", "20260801")));
                stored.countDown();
                await(answered);
            }));
            await(stored);
            Answer during = hub.inquire(about(1)).answer();
            answered.countDown();
            running.get();

            assertThat(during).isInstanceOf(Answer.Active.class);
            assertThat(hub.inquire(about(1)).answer()).isInstanceOf(Answer.Inactive.class);
        }
    }

    // Questions that cannot be.

    @ParameterizedTest
    @CsvSource({"1\u00002,clerk,2026-08-03", "500001,cle\u0000rk,2026-08-03", "500001,clerk,+999999999-12-31"})
    void aQuestionThatTheDatabaseCannotHoldIsRefusedAndNotCalledAnOutage(String number, String operator, String day) {
        Inquiry odd = Inquiry.byNumber(
                Said.id("138016", "12-34", number, "02"),
                Said.BIRTH,
                LocalDate.parse(day),
                true,
                new Caller(Said.CLINIC.facility(), "desk", operator));

        assertThat(hub.inquire(odd).answer())
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class,
                        refused -> assertThat(refused.cause()).isEqualTo(Answer.Cause.REFUSED));
    }

    @Test
    void oneQuestionThatCannotBeWrittenDoesNotFailTheOthersOfItsGroup() throws Exception {
        take(lines(line(1)));
        Inquiry odd = Inquiry.byNumber(
                about(1).number().orElseThrow().insured(),
                Said.BIRTH,
                DAY,
                true,
                new Caller(Said.CLINIC.facility(), "d\u0000", "clerk"));
        List<Callable<Answer>> inquiries = IntStream.range(0, 200)
                .mapToObj(n -> (Callable<Answer>)
                        () -> hub.inquire(n % 10 == 0 ? odd : about(1)).answer())
                .toList();
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(inquiries)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(Answer.Active.class::isInstance).hasSize(180);
        assertThat(answers).filteredOn(Answer.Unreachable.class::isInstance).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void anInstantOfKnowledgeThatCannotBeIsRefused(String knownAt) {
        assertThat(hub.inquire(about(1).asKnownAt(Instant.parse(knownAt))).answer())
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class,
                        refused -> assertThat(refused.cause()).isEqualTo(Answer.Cause.REFUSED));
    }

    // Outages.

    @Test
    void brokenConnectionsAreReplacedWithoutAnybodyNoticingForLong() {
        take(lines(line(1)));
        hub.inquire(about(1));
        try (HikariDataSource other = Databases.pool(database.getJdbcUrl())) {
            JdbcClient.create(other)
                    .sql(
                            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
                    .query(Boolean.class)
                    .list();
        }

        assertThat(answerWithin(hub, Duration.ofSeconds(20))).isInstanceOf(Answer.Active.class);
    }

    @Test
    void evenAnErrorDoesNotEndTheWriterOfTheLog() {
        take(lines(line(1)));
        AtomicBoolean broken = new AtomicBoolean(true);
        DataSource faulty = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                if (broken.get() && Thread.currentThread().getName().equals("verification-log")) {
                    throw new StackOverflowError();
                }
                return super.getConnection();
            }
        };
        try (RegisterHub fragile = new RegisterHub(faulty, CLOCK)) {
            assertThat(fragile.inquire(about(1)).answer())
                    .isInstanceOfSatisfying(
                            Answer.Unreachable.class,
                            outage -> assertThat(outage.cause()).isEqualTo(Answer.Cause.HUB));
            broken.set(false);
            assertThat(fragile.inquire(about(1)).answer()).isInstanceOf(Answer.Active.class);
        }
    }

    @Test
    void aStoppedDatabaseIsAnOutageAndNeverNotCoveredAndServiceComesBackWithIt() throws IOException {
        Path data = Files.createTempDirectory("hub-outage");
        EmbeddedPostgres first = server(data, 0);
        try (HikariDataSource pool = Databases.pool(first.getJdbcUrl("postgres", "postgres"));
                RegisterHub alone = new RegisterHub(pool, CLOCK)) {
            HubDatabase.migrate(pool);
            registrations(pool).take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});
            assertThat(alone.inquire(about(1)).answer()).isInstanceOf(Answer.Active.class);
            first.close();

            assertThat(alone.inquire(about(1)).answer())
                    .isInstanceOfSatisfying(
                            Answer.Unreachable.class,
                            outage -> assertThat(outage.cause()).isEqualTo(Answer.Cause.HUB));
            try (EmbeddedPostgres again = server(data, first.getPort())) {
                assertThat(again.getPort()).isEqualTo(first.getPort());
                assertThat(answerWithin(alone, Duration.ofSeconds(20))).isInstanceOf(Answer.Active.class);
            }
        } finally {
            first.close();
        }
    }

    /** A server of its own over a folder that outlives it; port 0 is any. */
    private static EmbeddedPostgres server(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @Test
    void aClosedHubAnswersNobodyAndHoldsNobody() {
        take(lines(line(1)));
        hub.close();
        Reply reply = hub.inquire(about(1));

        assertThat(reply.answer()).isInstanceOf(Answer.Unreachable.class);
        assertThat(reply.verification()).isEmpty();
    }

    @Test
    void closingWritesWhatIsWaitingAndEveryWaiterGetsAnAnswer() throws Exception {
        take(lines(line(1)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                replies.add(threads.submit(() -> hub.inquire(about(1))));
            }
            hub.close();
            long answered = 0;
            for (Future<Reply> reply : replies) {
                answered += reply.get().verification().isPresent() ? 1 : 0;
            }
            assertThat(Databases.count(database, "verification")).isEqualTo(answered);
        }
    }

    private void take(FileOf file) {
        assertThat(registrations(database)
                        .take(Source.of("a.csv", file.utf8()), rows -> {})
                        .orElseThrow()
                        .faults())
                .isEmpty();
    }

    private static Registrations registrations(DataSource database) {
        return new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK);
    }

    private static Inquiry about(int person) {
        InsuredId id = Said.id("138016", "12-34", Integer.toString(500_000 + person), "02");
        return Inquiry.byNumber(id, Said.BIRTH, DAY, true, Said.CLINIC);
    }

    private Map<String, Object> verification(Reply reply) {
        return JdbcClient.create(database)
                .sql("select * from hub.verification where id = ?")
                .param(reply.verification().orElseThrow())
                .query()
                .singleRow();
    }

    /** When it was answered, and the instant of knowledge asked about. */
    private List<Instant> instants(Reply reply) {
        return JdbcClient.create(database)
                .sql("select extract(epoch from at), extract(epoch from known_at) from hub.verification where id = ?")
                .param(reply.verification().orElseThrow())
                .query((row, index) ->
                        List.of(Instant.ofEpochSecond(row.getLong(1)), Instant.ofEpochSecond(row.getLong(2))))
                .single();
    }

    private static String withoutVerification(Reply reply) {
        return CoreJson.mapper()
                .writeValueAsString(new Reply(
                        reply.answer(),
                        reply.answeredAt(),
                        Optional.empty(),
                        reply.referenceNumber(),
                        reply.message(),
                        reply.extras()));
    }

    /** The first answer that is one, asked again and again until the deadline. */
    private static Answer answerWithin(RegisterHub hub, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Answer answer = hub.inquire(about(1)).answer();
        while (!answer.isFromPeer() && System.nanoTime() < deadline) {
            answer = hub.inquire(about(1)).answer();
        }
        return answer;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
