package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Coverage;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.json.CoreJson;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Long files: marks, bulk loads, whole files, and rows of before. */
class FeedTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-03T00:00:00Z"), ZoneOffset.UTC);
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "HmacSHA256");
    private static final int PEOPLE = 4_000;

    private final HikariDataSource database = Databases.fresh();
    private final Registrations registrations = new Registrations(database, KEY, CLOCK);
    private final Registrations bulk = new Registrations(database, Optional.empty(), KEY, CLOCK, 2);

    @AfterEach
    void close() {
        database.close();
    }

    // Marks.

    @Test
    void aFileThatWasBrokenOffGoesOnBehindItsLastMarkAndTellsWhatAnUnbrokenOneTells() {
        byte[] file = faultyFile();
        ImportReport unbroken;
        try (HikariDataSource elsewhere = Databases.fresh()) {
            unbroken = new Registrations(elsewhere, KEY, CLOCK)
                    .take(source(file), rows -> {})
                    .orElseThrow();
        }
        for (Registrations way : List.of(registrations, bulk)) {
            assertThatThrownBy(() -> way.take(source(file), FeedTest::breakAtTwoThousand))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken off");
        }
        assertThat(Databases.count(database, "fact")).isEqualTo(2_000 - 1);
        List<Long> progress = new ArrayList<>();
        ImportReport report = registrations.take(source(file), progress::add).orElseThrow();

        assertThat(report).isEqualTo(unbroken);
        assertThat(Databases.count(database, "fact")).isEqualTo(PEOPLE - 2);
        assertThat(Databases.count(database, "batch")).isEqualTo(1);
        assertThat(number("select count(distinct name) from hub.fact")).isEqualTo(PEOPLE - 2);
        assertThat(number("select max(rows) from hub.batch_mark")).isEqualTo(PEOPLE);
        assertThat(progress.getLast()).isEqualTo(PEOPLE);
    }

    private static void breakAtTwoThousand(long rows) {
        if (rows >= 2_000) {
            throw new IllegalStateException("broken off");
        }
    }

    /** Lines behind the mark were not stored, those before it were: a correction that came in between is not undone by them. */
    @Test
    void whatWasCorrectedWhileAFileLayBrokenOffStaysCorrected() {
        byte[] file = faultyFile();
        assertThatThrownBy(() -> registrations.take(source(file), FeedTest::breakAtTwoThousand))
                .isInstanceOf(IllegalStateException.class);
        registrations
                .take(source(lines(line(1, "資格喪失年月日", "20260701")).utf8()), rows -> {})
                .orElseThrow();
        registrations.take(source(file), rows -> {}).orElseThrow();

        assertThat(about(1)).hasSize(2);
        assertThat(about(1).getLast().coverage().qualified().orElseThrow().end())
                .contains(LocalDate.of(2026, 7, 1));
    }

    @Test
    void whenTheDatabaseEndsTheConnectionNothingIsLostAndNothingIsThereTwice() {
        byte[] file = faultyFile();
        Parsed<ImportReport> broken = bulk.take(source(file), rows -> {
            if (rows == 1_000) {
                JdbcClient.create(database)
                        .sql(
                                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
                        .query()
                        .listOfRows();
            }
        });
        assertThat(broken.problems())
                .singleElement()
                .extracting(problem -> problem.reason().ja())
                .asString()
                .startsWith("データベースが応答しません。")
                .endsWith("同じファイルをもう一度入れてください。続きから登録します。");
        ImportReport report = registrations.take(source(file), rows -> {}).orElseThrow();

        assertThat(report.stored()).isEqualTo(PEOPLE - 2);
        assertThat(number("select count(distinct name) from hub.fact")).isEqualTo(PEOPLE - 2);
        assertThat(Databases.count(database, "fact")).isEqualTo(PEOPLE - 2);
    }

    // Bulk loads.

    @Test
    void aBulkLoadStoresWhatLineByLineIsStored() {
        List<Map<String, String>> people = new ArrayList<>(people(3_000));
        people.add(line(1, "資格喪失年月日", "20260701"));
        people.add(line(2));
        byte[] file = lines(people).utf8();
        registrations.take(source(lines(line(7), line(8, "氏名", "架空　前")).utf8()), rows -> {});
        ImportReport report = bulk.take(source(file), rows -> {}).orElseThrow();

        assertThat(report.stored()).isEqualTo(3_000 - 1 + 1);
        assertThat(report.unchanged()).isEqualTo(2);
        assertThat(Databases.count(database, "person")).isEqualTo(3_000);
        assertThat(number("select max(id) from hub.person")).isEqualTo(3_000);
        assertThat(about(1)).hasSize(2);
        assertThat(about(8)).hasSize(2);
        assertThat(indexes()).isEqualTo(3);
        assertThat(registrations
                        .take(source(lines(people(3_000)).utf8()), rows -> {})
                        .orElseThrow()
                        .unchanged())
                .isEqualTo(3_000 - 1);
    }

    /** Nobody is in the register, so the facts' index by person is away, too, until the file speaks of somebody again. */
    @Test
    void aBulkLoadIntoAnEmptyRegisterKnowsWhatItSaidInAnEarlierPortion() {
        Registrations now = new Registrations(database, Optional.empty(), KEY, Clock.systemUTC(), 2);
        List<Map<String, String>> people = new ArrayList<>(people(3_000));
        people.add(line(1, "資格喪失年月日", "20260701"));
        people.add(line(2));
        ImportReport report = now.take(source(lines(people).utf8()), rows -> {}).orElseThrow();

        assertThat(report.stored()).isEqualTo(3_000 + 1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(Databases.count(database, "person")).isEqualTo(3_000);
        assertThat(about(1)).hasSize(2);
        assertThat(number("select max(id) - min(id) from hub.fact")).isEqualTo(3_000);
        assertThat(
                        number(
                                "select count(*) from (select recorded_at < lag(recorded_at) over (order by id) as back from hub.fact) as told where back"))
                .as("two portions at once, and ids in the order of commits")
                .isZero();
        assertThat(indexes()).isEqualTo(3);
    }

    @Test
    void whoBreaksABulkLoadOffFindsStoredWhatItWasToldAndNothingElse() {
        byte[] file = faultyFile();
        assertThatThrownBy(() -> bulk.take(source(file), FeedTest::breakAtTwoThousand))
                .hasMessage("broken off");
        assertThat(Databases.count(database, "fact")).isEqualTo(2_000 - 1);
        assertThat(number("select max(rows) from hub.batch_mark")).isEqualTo(2_000);
        assertThat(indexes()).isEqualTo(3);
        ImportReport report = bulk.take(source(file), rows -> {}).orElseThrow();

        assertThat(report.stored()).isEqualTo(PEOPLE - 2);
        assertThat(report.faults()).hasSize(2);
        assertThat(number("select count(distinct name) from hub.fact")).isEqualTo(PEOPLE - 2);
        assertThat(Databases.count(database, "fact")).isEqualTo(PEOPLE - 2);
    }

    @Test
    void noIdOfAPersonIsGivenTwiceWhenTheSequenceIsBehind() {
        registrations.take(source(lines(people(3)).utf8()), rows -> {});
        for (Registrations way : List.of(registrations, bulk)) {
            JdbcClient.create(database)
                    .sql("select setval('hub.person_id_seq', 1)")
                    .query(Long.class)
                    .single();
            assertThat(way.take(source(lines(people(3_000)).utf8()), rows -> {}).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.reason().ja()).contains("連番", "setval", "もう一度入れてください"));
        }
        assertThat(Databases.count(database, "person")).isEqualTo(3);
    }

    @Test
    void aRegisterOfBeforeKeepsItsPersonsAlsoWhenAKilledLoadLeftItsIndexesOut() {
        for (String version : List.of("14", "17")) {
            try (HikariDataSource old = Databases.empty()) {
                Flyway.configure()
                        .dataSource(old)
                        .schemas("hub")
                        .locations("classpath:db/hub")
                        .target(version)
                        .load()
                        .migrate();
                JdbcClient client = JdbcClient.create(old);
                client.sql("insert into hub.person (id, digest) overriding system value values (?, ?)")
                        .params(1, new byte[32])
                        .update();
                client.sql("drop index if exists hub.person_id").update();
                HubDatabase.migrate(old);

                assertThat(Databases.count(old, "person")).isEqualTo(1);
            }
        }
    }

    @Test
    void indexesThatAKilledLoadLeftOutAreMadeByWhoeverComesNext() {
        registrations.take(source(lines(line(1)).utf8()), rows -> {});
        JdbcClient.create(database)
                .sql("drop index hub.fact_asked, hub.fact_person, hub.person_digest")
                .update();
        assertThat(about(1)).as("found without an index").hasSize(1);
        registrations.take(source(lines(line(2)).utf8()), rows -> {});

        assertThat(indexes()).isEqualTo(3);
        JdbcClient.create(database).sql("drop index hub.fact_asked").update();
        HubDatabase.migrate(database);
        assertThat(indexes()).isEqualTo(3);
    }

    @Test
    void otherImportersWaitForTheEndOfABulkLoad() throws Exception {
        List<Thread> waiting = new ArrayList<>();
        bulk.take(source(lines(people(3_000)).utf8()), rows -> {
                    if (waiting.isEmpty()) {
                        waiting.add(Thread.ofPlatform()
                                .start(() -> registrations.take(
                                        source(lines(line(1, "氏名", "架空　後")).utf8()), none -> {})));
                        await("select count(*) from pg_locks where locktype = 'advisory' and not granted");
                    }
                })
                .orElseThrow();
        waiting.getFirst().join();

        assertThat(about(1)).hasSize(2);
        assertThat(about(1).getLast().coverage().holder().name().written()).isEqualTo("架空　後");
    }

    // Rows of before.

    @Test
    void aFactOfBeforeIsToldAndIsNotStoredAgain() {
        registrations.take(source(lines(line(1), line(2)).utf8()), rows -> {});
        Coverage coverage = about(1).getFirst().coverage();
        JdbcClient client = JdbcClient.create(database);
        client.sql("alter table hub.fact disable trigger append_only").update();
        client.sql("""
                        update hub.fact set packed = null, asked = null, body = :body, number_key = :number, birth = :birth,
                               name = name || decode(repeat('00', 16), 'hex') where person = 1
                        """)
                .param("body", CoreJson.mapper().writeValueAsString(coverage))
                .param("number", coverage.id().numberKey())
                .param("birth", coverage.holder().birth())
                .update();
        client.sql("alter table hub.fact enable trigger append_only").update();

        assertThat(about(1)).extracting(Fact::coverage).containsExactly(coverage);
        assertThat(new FactLogStore(database).from(0, 10))
                .extracting(Fact::coverage)
                .contains(coverage);
        ImportReport again = registrations
                .take(source(lines(line(2), line(1)).utf8()), rows -> {})
                .orElseThrow();
        assertThat(again.unchanged()).isEqualTo(2);
        registrations.take(source(lines(line(1, "資格喪失年月日", "20260701")).utf8()), rows -> {});
        assertThat(about(1))
                .extracting(Fact::name)
                .hasSize(2)
                .containsOnly(about(1).getFirst().name());
    }

    /** A correction of an old row must bear its name: SHA-256 over insurer, symbol, number, branch, person and first day, each with its length. */
    @Test
    void aCoverageIsNamedAsItWasNamedBefore() {
        registrations.take(source(lines(line(1), line(2, "記号", "千代田１２−３")).utf8()), rows -> {});

        assertThat(about(1).getFirst().name())
                .isEqualTo(Digest.of("138016", "1234", "500001", "02", "1", "2020-04-01")
                        .hex()
                        .substring(0, 32));
        assertThat(new FactLogStore(database).from(0, 2).getLast().name())
                .isEqualTo(Digest.of("138016", "千代田123", "500002", "02", "2", "2020-04-01")
                        .hex()
                        .substring(0, 32));
    }

    // Whole files.

    @Test
    void aWholeFileTellsWhatItDoesNotContainAndEndsNothing() {
        registrations.take(
                source(lines(
                                line(1),
                                line(2),
                                line(3, "資格喪失年月日", "20260701"),
                                line(4),
                                line(5, "異動区分", "9"),
                                line(6, "資格取得年月日", "20260901"),
                                line(7, "保険者番号", "06138010"),
                                line(8))
                        .utf8()),
                rows -> {});
        long facts = Databases.count(database, "fact");
        ImportReport report = registrations
                .take(source(whole("20260801", line(1), line(4, "氏名", "架空　改"), line(9))), rows -> {})
                .orElseThrow();

        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.unchanged()).isEqualTo(1);
        ImportReport.Missing missing = report.missing().orElseThrow();
        assertThat(missing.day()).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(missing.count()).as("persons 2 and 8").isEqualTo(2);
        assertThat(missing.listed())
                .extracting(ImportReport.MissingCoverage::fact)
                .containsExactly(about(2).getFirst().id(), about(8).getFirst().id());
        assertThat(missing.listed())
                .extracting(ImportReport.MissingCoverage::insurer)
                .containsOnly("138016");
        assertThat(Databases.count(database, "fact")).isEqualTo(facts + 2);
        assertThat(Databases.count(database, "said_again")).isZero();
        assertThat(number("select missing from hub.batch_end where missing is not null"))
                .isEqualTo(2);
        assertThat(new LedgerStore(database).files(1).getFirst().missing()).contains(2L);
    }

    @Test
    void theFirstWholeFileMissesNothing() {
        assertThat(registrations
                        .take(source(whole("R8.8.1", line(1))), rows -> {})
                        .orElseThrow()
                        .missing())
                .contains(new ImportReport.Missing(LocalDate.of(2026, 8, 1), 0, List.of()));
    }

    @Test
    void aMarkWithoutADayIsRefusedTogetherWithTheFaultsOfTheHeader() {
        String text = "#全件,いつか\n備考\n";
        List<Problem> problems = registrations
                .take(source(text.getBytes(StandardCharsets.UTF_8)), rows -> {})
                .problems();

        assertThat(problems).hasSize(2);
        assertThat(problems.getFirst().reason().ja()).contains("日付");
        assertThat(Databases.count(database, "batch")).isZero();
    }

    @Test
    void theLineNumbersOfAWholeFileAreThoseOfTheFile() {
        assertThat(registrations
                        .take(source(whole("20260801", line(1, "性別1", "9"))), rows -> {})
                        .orElseThrow()
                        .faults())
                .extracting(ImportReport.LineFault::line)
                .containsExactly(3L);
    }

    // Progress.

    @Test
    void howFarAFileHasComeIsInTheListOfFiles() {
        Registrations now = new Registrations(database, KEY, Clock.systemUTC());
        List<TakenFile> seen = new ArrayList<>();
        now.takeShowing(source(faultyFile()), (rows, lines) -> {
            assertThat(lines).isEqualTo(PEOPLE);
            if (rows == 2_000) {
                seen.addAll(new LedgerStore(database).files(1));
            }
        });

        assertThat(seen.getFirst().isRunning()).isTrue();
        assertThat(seen.getFirst().progress().orElseThrow().percent()).isEqualTo(50);
        assertThat(new LedgerStore(database).files(1).getFirst().isRunning()).isFalse();
    }

    private static byte[] faultyFile() {
        List<Map<String, String>> people = new ArrayList<>(people(PEOPLE));
        people.set(5, line(6, "性別1", "9"));
        people.set(3_500, line(3_501, "氏名", ""));
        return lines(people).utf8();
    }

    @SafeVarargs
    private static byte[] whole(String day, Map<String, String>... people) {
        return ("#全件," + day + "\n" + lines(people).text("\n")).getBytes(StandardCharsets.UTF_8);
    }

    private static Source source(byte[] file) {
        return Source.of("file.csv", file);
    }

    private List<Fact> about(int person) {
        return new FactStore(database)
                .about(Said.id("138016", "12-34", Integer.toString(500_000 + person), "02")).stream()
                        .sorted(java.util.Comparator.comparingLong(Fact::id))
                        .toList();
    }

    private long indexes() {
        return number(
                "select count(*) from pg_indexes where schemaname = 'hub' and indexname in ('fact_asked', 'fact_person', 'person_digest')");
    }

    private long number(String sql) {
        return JdbcClient.create(database).sql(sql).query(Long.class).single();
    }

    private void await(String sql) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (number(sql) == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static List<Map<String, String>> people(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(FileOf::line).toList();
    }
}
