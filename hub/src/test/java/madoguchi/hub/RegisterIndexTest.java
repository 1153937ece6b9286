package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.town.Batch;
import madoguchi.town.Town;
import madoguchi.town.Townsperson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RegisterIndexTest {

    private static final Instant NOW = Instant.parse("2026-08-03T00:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final HikariDataSource database = Databases.fresh();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicLong connections = new AtomicLong();
    private final DataSource observed = new DelegatingDataSource(database) {
        @Override
        public Connection getConnection() throws SQLException {
            if (!Thread.currentThread().getName().equals("verification-log")) {
                connections.incrementAndGet();
            }
            if (broken.get() && Thread.currentThread().getName().equals("register-index")) {
                throw new SQLException("broken");
            }
            return super.getConnection();
        }
    };
    private final RegisterHub plain = new RegisterHub(database, CLOCK);
    private final List<RegisterIndex> started = new ArrayList<>();

    @BeforeEach
    void nothingIsWrongYet() {
        broken.set(false);
    }

    @AfterEach
    void close() {
        started.forEach(RegisterIndex::close);
        plain.close();
        database.close();
    }

    @Test
    void everyAnswerAboutTheTownIsThatOfTheDatabase() {
        Town town = Town.load();
        RegisterIndex index = serving(Optional.empty());
        for (Batch batch : town.batches()) {
            registrations(Optional.of(index))
                    .take(Source.of(batch.fileName(), batch.bytes()), batch.recordedAt(), rows -> {})
                    .orElseThrow();
        }
        long asked = 0;
        try (RegisterHub hub = new RegisterHub(database, Optional.of(index), Optional.empty(), CLOCK)) {
            for (Townsperson person : town.people()) {
                for (InsuredId id : person.ids().values()) {
                    for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2027; day = day.plusMonths(4)) {
                        Inquiry inquiry = Inquiry.byNumber(
                                asked % 2 == 0
                                        ? id
                                        : new InsuredId(id.insurer(), Optional.empty(), id.number(), Optional.empty()),
                                person.birth(),
                                day,
                                asked % 3 == 0,
                                town.clinic().caller());
                        assertThat(hub.inquire(inquiry).answer())
                                .as("%s on %s", person.key(), day)
                                .isEqualTo(plain.inquire(inquiry).answer());
                        asked++;
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(400);
        assertThat(index.isServing()).isTrue();
    }

    @Test
    void anInquiryAsOfNowAsksTheDatabaseForNothing() {
        RegisterIndex index = serving(Optional.empty());
        registrations(Optional.of(index)).take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});
        index.close();
        RegisterIndex other = serving(Optional.empty());
        try (RegisterHub hub = new RegisterHub(observed, Optional.of(other), Optional.empty(), CLOCK)) {
            broken.set(true);
            long before = connections.get();
            Answer answer = hub.inquire(about(1)).answer();
            long polls = connections.get() - before;

            assertThat(answer).isInstanceOf(Answer.Active.class);
            assertThat(polls).as("the index itself asks now and then").isLessThan(3);
            assertThat(hub.inquire(about(1).asKnownAt(NOW.minusSeconds(1))).answer())
                    .isEqualTo(new Answer.NotFound());
        }
    }

    @Test
    void whatAnImportOfThisProcessTookIsInTheNextAnswer() {
        RegisterIndex index = serving(Optional.empty());
        Registrations registrations = registrations(Optional.of(index));
        for (int round = 0; round < 60; round++) {
            String end = round % 2 == 0 ? "20260801" : "";
            registrations.take(
                    Source.of(
                            "a.csv",
                            lines(line(1, "資格喪失年月日", end), line(100 + round)).utf8()),
                    rows -> {});

            assertThat(index.isServing()).isTrue();
            assertThat(index.about(insured(about(1)), Said.BIRTH).orElseThrow())
                    .hasSize(1)
                    .allSatisfy(fact -> assertThat(
                                    fact.coverage().qualified().orElseThrow().end())
                            .isEqualTo(end.isEmpty() ? Optional.empty() : Optional.of(LocalDate.of(2026, 8, 1))));
            assertThat(index.about(insured(about(100 + round)), Said.BIRTH).orElseThrow())
                    .hasSize(1);
        }
    }

    @Test
    void whatAnotherProcessTookIsSeenSoon() {
        RegisterIndex index = serving(Optional.empty());
        registrations(Optional.empty()).take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});

        await(() -> index.about(insured(about(1)), Said.BIRTH)
                .map(facts -> facts.size() == 1)
                .orElse(false));
    }

    @Test
    void manyPagesAreReadBeforeAnybodyIsServed() {
        registrations(Optional.empty())
                .take(
                        Source.of(
                                "a.csv",
                                lines(IntStream.rangeClosed(1, 25_000)
                                                .mapToObj(FileOf::line)
                                                .toList())
                                        .utf8()),
                        rows -> {});
        RegisterIndex index = serving(Optional.empty());

        for (int person = 1; person <= 25_000; person += 999) {
            assertThat(index.about(insured(about(person)), Said.BIRTH).orElseThrow())
                    .hasSize(1);
        }
    }

    @Test
    void whileTheLogCannotBeReadTheIndexServesNobodyAndAfterwardsEverybody() {
        RegisterIndex index = serving(Optional.empty());
        broken.set(true);
        await(() -> !index.isServing());
        assertThat(index.about(insured(about(1)), Said.BIRTH)).isEmpty();
        registrations(Optional.of(index)).take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});
        broken.set(false);
        await(index::isServing);

        assertThat(index.about(insured(about(1)), Said.BIRTH).orElseThrow()).hasSize(1);
    }

    @Test
    void importsAndInquiriesAtOnceNeverMeetAHalfTakenFile() throws Exception {
        RegisterIndex index = serving(Optional.empty());
        Registrations registrations = registrations(Optional.of(index));
        registrations.take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});
        AtomicBoolean done = new AtomicBoolean();
        try (RegisterHub hub = new RegisterHub(database, Optional.of(index), Optional.empty(), CLOCK);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> reader = threads.submit(() -> {
                while (!done.get()) {
                    assertThat(hub.inquire(about(1)).answer()).isInstanceOf(Answer.Active.class);
                }
            });
            for (int round = 0; round < 40; round++) {
                registrations.take(
                        Source.of(
                                "a.csv",
                                lines(line(1, "氏名", "架空　" + round), line(1000 + round))
                                        .utf8()),
                        rows -> {});
            }
            done.set(true);
            reader.get();
        }
    }

    @Test
    void aHiddenPersonIsNotTold() {
        RegisterIndex index = serving(Optional.empty());
        Registrations registrations = registrations(Optional.of(index));
        registrations.take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});
        registrations.take(Source.of("b.csv", lines(line(1, "不開示", "1")).utf8()), rows -> {});

        assertThat(index.about(insured(about(1)), Said.BIRTH)).contains(List.of());
    }

    @Test
    void aSavedIndexIsTakenUpAndBroughtUpToDate() throws Exception {
        registrations(Optional.empty()).take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});
        Path file = saved(database);
        registrations(Optional.empty())
                .take(
                        Source.of(
                                "b.csv",
                                lines(line(1, "資格喪失年月日", "20260801"), line(2)).utf8()),
                        rows -> {});
        RegisterIndex index = serving(Optional.of(file));

        assertThat(index.about(insured(about(1)), Said.BIRTH).orElseThrow())
                .hasSize(1)
                .allSatisfy(fact -> assertThat(
                                fact.coverage().qualified().orElseThrow().end())
                        .isPresent());
        assertThat(index.about(insured(about(2)), Said.BIRTH).orElseThrow()).hasSize(1);
    }

    @Test
    void whileItIsWrittenToASlowDiskTheIndexAnswersAndTakesWhatComes() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        Path file = folder.resolve("slow.index");
        RegisterIndex index = new RegisterIndex(
                observed,
                Optional.of(new IndexFile(file, channel -> {
                    written.countDown();
                    assertThat(awaited(slow)).isTrue();
                    channel.force(false);
                })),
                0);
        started.add(index);
        await(index::isServing);
        registrations(Optional.of(index)).take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});
        written.await();

        registrations(Optional.empty()).take(Source.of("b.csv", lines(line(2)).utf8()), rows -> {});
        await(() -> index.about(insured(about(2)), Said.BIRTH).orElseThrow().size() == 1);
        registrations(Optional.of(index)).take(Source.of("c.csv", lines(line(3)).utf8()), rows -> {});
        assertThat(index.about(insured(about(3)), Said.BIRTH).orElseThrow()).hasSize(1);
        assertThat(file).doesNotExist();

        slow.countDown();
        await(() -> Files.exists(file));
        assertThat(new IndexFile(file).read().orElseThrow().index().tally().entries())
                .as("facts of one moment")
                .isEqualTo(3);
    }

    @Test
    void anIndexOfAnotherDatabaseOrADamagedOneIsMadeAnew() throws Exception {
        registrations(Optional.empty()).take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});
        try (HikariDataSource elsewhere = Databases.fresh()) {
            new Registrations(elsewhere, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                    .take(Source.of("b.csv", lines(line(2), line(3)).utf8()), rows -> {});
            Path foreign = saved(elsewhere);

            assertThat(serving(Optional.of(foreign))
                            .about(insured(about(1)), Said.BIRTH)
                            .orElseThrow())
                    .hasSize(1);
            assertThat(serving(Optional.of(foreign))
                            .about(insured(about(2)), Said.BIRTH)
                            .orElseThrow())
                    .isEmpty();
        }
        Path damaged = Files.write(folder.resolve("damaged"), new byte[10_000]);
        assertThat(serving(Optional.of(damaged))
                        .about(insured(about(1)), Said.BIRTH)
                        .orElseThrow())
                .hasSize(1);
    }

    @Test
    void knownPersonsUseUpNoIdWhenTheyAreTakenAgain() {
        registrations(Optional.empty()).take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});
        for (int round = 0; round < 20; round++) {
            registrations(Optional.empty())
                    .take(Source.of("b.csv", lines(line(1, "氏名", "架空　" + round)).utf8()), rows -> {});
        }
        registrations(Optional.empty()).take(Source.of("c.csv", lines(line(2)).utf8()), rows -> {});

        assertThat(JdbcClient.create(database)
                        .sql("select max(id) from hub.person")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatIsNotCommittedIsNotInTheIndex() {
        RegisterIndex index = serving(Optional.empty());
        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(undone -> {
            registrations(Optional.of(index))
                    .take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});
            undone.setRollbackOnly();
        });
        registrations(Optional.of(index)).take(Source.of("b.csv", lines(line(2)).utf8()), rows -> {});

        assertThat(index.about(insured(about(1)), Said.BIRTH)).contains(List.of());
        assertThat(index.about(insured(about(2)), Said.BIRTH).orElseThrow()).hasSize(1);
    }

    @Test
    void aFactThatTheIndexCannotHoldEndsTheIndexAndNotTheService() {
        RegisterIndex index = serving(Optional.empty());
        JdbcClient.create(database)
                .sql("alter sequence hub.person_id_seq restart with 5000000000")
                .update();
        registrations(Optional.of(index)).take(Source.of("a.csv", lines(line(1)).utf8()), rows -> {});
        try (RegisterHub hub = new RegisterHub(database, Optional.of(index), Optional.empty(), CLOCK)) {
            assertThat(index.isServing()).isFalse();
            assertThat(hub.inquire(about(1)).answer()).isInstanceOf(Answer.Active.class);
        }
    }

    @Test
    void aClosedIndexServesNobody() {
        RegisterIndex index = serving(Optional.empty());
        index.close();

        assertThat(index.isServing()).isFalse();
        assertThat(index.about(insured(about(1)), Said.BIRTH)).isEmpty();
    }

    /** An index of everything in a database now, in a file. */
    private Path saved(DataSource of) throws Exception {
        List<Fact> facts = new FactLogStore(of).from(0, 100);
        FactIndex index = new FactIndex();
        index.take(facts);
        Path file = folder.resolve("register.index");
        new IndexFile(file).write(index, RegisterIndex.digest(facts.getLast()));
        return file;
    }

    private RegisterIndex serving(Optional<Path> file) {
        RegisterIndex index = new RegisterIndex(observed, file);
        started.add(index);
        await(index::isServing);
        return index;
    }

    private Registrations registrations(Optional<RegisterIndex> index) {
        return new Registrations(database, index, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK);
    }

    private static InsuredId insured(Inquiry inquiry) {
        return inquiry.number().orElseThrow().insured();
    }

    private static Inquiry about(int person) {
        InsuredId id = Said.id("138016", "12-34", Integer.toString(500_000 + person), "02");
        return Inquiry.byNumber(id, Said.BIRTH, LocalDate.of(2026, 8, 3), true, Said.CLINIC);
    }

    /** Longer than anybody waits for a state. */
    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException nobodysWish) {
            return false;
        }
    }

    private static void await(BooleanSupplier state) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
