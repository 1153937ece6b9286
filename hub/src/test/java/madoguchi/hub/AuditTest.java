package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import madoguchi.core.Caller;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
import madoguchi.core.Subsidies;
import madoguchi.core.SubsidyUse;
import madoguchi.hub.AuditFinding.Changed;
import madoguchi.hub.AuditFinding.ForgedCheckpoint;
import madoguchi.hub.AuditFinding.Moved;
import madoguchi.hub.AuditFinding.NoCheckpoint;
import madoguchi.hub.AuditFinding.Place;
import madoguchi.hub.AuditFinding.Removed;
import madoguchi.hub.AuditFinding.RemovedCheckpoint;
import madoguchi.hub.AuditFinding.Rewritten;
import madoguchi.hub.AuditFinding.Truncated;
import madoguchi.hub.AuditFinding.Unchained;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forty entries, a checkpoint after every tenth, and somebody who may do anything with the database. */
class AuditTest {

    private static final Instant NOW = Instant.parse("2026-08-03T00:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final SigningKey FOREIGN =
            new SigningKey("a key that somebody else made up".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    @TempDir
    private Path folder = Path.of("");

    private final HikariDataSource database = Databases.fresh();
    private final JdbcClient sql = JdbcClient.create(database);

    @AfterEach
    void close() {
        database.close();
    }

    // An honest log.

    @Test
    void anHonestLogIsIntact() {
        log(40);
        AuditReport report = audit();

        assertThat(report.findings()).isEmpty();
        assertThat(report.isIntact()).isTrue();
        assertThat(report)
                .extracting(AuditReport::first, AuditReport::last, AuditReport::entries)
                .containsExactly(1L, 40L, 40L);
        assertThat(report.checkpoints()).isEqualTo(5);
        assertThat(report.notChained()).isZero();
    }

    @Test
    void anEmptyLogIsIntact() {
        assertThat(audit()).isEqualTo(new AuditReport(0, 0, 0, 0, 0, List.of(), 0));
    }

    @Test
    void everyKindOfQuestionIsReadBackAsItWasHashed() {
        try (RegisterHub hub = hub(1000)) {
            Inquiry plain = Said.asking(Said.WARD, "2026-08-03");
            hub.inquire(plain);
            hub.inquire(plain.asKnownAt(Instant.parse("1987-04-12T00:00:00.123456789Z")));
            hub.inquire(Said.asking(Said.WELFARE, "0001-01-01"));
            hub.inquire(Said.asking(Said.WELFARE, "9999-12-31"));
            hub.inquire(asked("髙﨑𠮷 ﾊﾝｶｸ \t\"{},\\"));
            hub.inquire(asked(""));
            hub.inquire(Inquiry.byCard(new CardSerial("SIM-1", "2A01"), plain.day(), plain.caller()));
            hub.inquire(asked("half of a pair \ud842"));
        }
        try (RegisterHub hub = new RegisterHub(
                database,
                Optional.empty(),
                Optional.of(seal(1000)),
                Subsidies.none(),
                SubsidyTerms.usual().byNumberWhile(() -> true),
                CLOCK)) {
            hub.inquire(asked("").withSubsidies(SubsidyUse.DECLINE));
        }
        assertThat(Databases.count(database, "verification")).isEqualTo(9);
        assertThat(audit().findings()).isEmpty();
    }

    @Test
    void severalHubsOnOneDatabaseMakeOneChain() throws Exception {
        List<Callable<Reply>> inquiries = new ArrayList<>();
        try (RegisterHub one = hub(50);
                RegisterHub two = hub(50);
                RegisterHub three = hub(50);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                RegisterHub hub = List.of(one, two, three).get(i % 3);
                inquiries.add(() -> hub.inquire(asked("clerk")));
            }
            List<Long> ids = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(inquiries)) {
                ids.add(reply.get().verification().orElseThrow());
            }
            assertThat(ids)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 300).boxed().toList());
        }
        assertThat(audit().findings()).isEmpty();
        assertThat(audit().entries()).isEqualTo(300);
    }

    @Test
    void aHubThatComesBackGoesOnWithTheSameChain() {
        log(15);
        log(15);

        assertThat(audit().findings()).isEmpty();
        assertThat(audit().last()).isEqualTo(30);
    }

    @Test
    void theLogCanBeVerifiedWhileItIsWritten() throws Exception {
        try (RegisterHub hub = hub(7);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> writing = IntStream.range(0, 300)
                    .mapToObj(i -> threads.submit(() -> hub.inquire(asked("clerk"))))
                    .toList();
            for (int i = 0; i < 20; i++) {
                assertThat(audit().findings()).isEmpty();
            }
            for (Future<Reply> reply : writing) {
                reply.get();
            }
        }
    }

    @Test
    void whatWasWrittenBeforeTheChainBeganIsCountedAndNotJudged() {
        HikariDataSource old = Databases.empty();
        try (old) {
            Flyway.configure()
                    .dataSource(old)
                    .schemas("hub")
                    .locations("classpath:db/hub")
                    .target("1")
                    .load()
                    .migrate();
            JdbcClient before = JdbcClient.create(old);
            for (int i = 0; i < 5; i++) {
                before.sql(
                                "insert into hub.verification (at, facility, terminal, operator, kind, day, asked_insurer, asked_number, asked_birth, outcome, facts)"
                                        + " values (now(), '1319999913', 'desk', 'clerk', 'NUMBER', current_date, '138016', '1', current_date, 'NotFound', '')")
                        .update();
            }
            before.sql("alter table hub.verification disable trigger all").update();
            before.sql("delete from hub.verification where id = 3").update();
            before.sql("alter table hub.verification enable trigger all").update();
            HubDatabase.migrate(old);
            try (RegisterHub hub = new RegisterHub(old, Optional.empty(), Optional.of(seal(10)), CLOCK)) {
                assertThat(hub.inquire(asked("clerk")).verification()).contains(6L);
            }
            Audit audit = new Audit(old, KEY.verifying(), file(), CLOCK);
            AuditReport report = audit.verify(AuditRange.all(), "test", entries -> {});

            assertThat(report.findings()).isEmpty();
            assertThat(report.entries()).isEqualTo(5);
            assertThat(report.notChained()).isEqualTo(4);
            assertThat(audit.checkpoints(10).getLast())
                    .extracting(Checkpoint::first, Checkpoint::last, Checkpoint::count)
                    .containsExactly(6L, 5L, 0L);
        }
    }

    @Test
    void entriesOfTheFormBeforeAreStillVerified() {
        HikariDataSource old = Databases.empty();
        try (old) {
            Flyway.configure()
                    .dataSource(old)
                    .schemas("hub")
                    .locations("classpath:db/hub")
                    .target("2")
                    .load()
                    .migrate();
            Digest previous = Chain.genesis(0);
            for (long id = 1; id <= 3; id++) {
                previous = writeAsBefore(JdbcClient.create(old), id, previous);
            }
            HubDatabase.migrate(old);
            try (RegisterHub hub = new RegisterHub(old, Optional.empty(), Optional.of(seal(10)), CLOCK)) {
                assertThat(hub.inquire(asked("clerk")).verification()).contains(4L);
            }
            Audit audit = new Audit(old, KEY.verifying(), file(), CLOCK);
            AuditReport report = audit.verify(AuditRange.all(), "test", entries -> {});

            assertThat(report.findings()).isEmpty();
            assertThat(report.entries()).isEqualTo(4);

            JdbcClient dba = JdbcClient.create(old);
            dba.sql("alter table hub.verification disable trigger all").update();
            dba.sql("update hub.verification set registered = '9' where id = 2").update();
            assertThat(audit.verify(AuditRange.all(), "test", entries -> {}).findings())
                    .containsExactly(new Changed(2));
        }
    }

    /** One entry as the version before wrote it; its hash. */
    private static Digest writeAsBefore(JdbcClient old, long id, Digest previous) {
        java.time.LocalDate day = java.time.LocalDate.of(2026, 8, 3);
        Recorded row = new Recorded(
                Recorded.BY_NUMBER_ONLY,
                NOW,
                "1319999913",
                "desk",
                "clerk",
                "NUMBER",
                day,
                Optional.empty(),
                Optional.of("138016"),
                Optional.empty(),
                Optional.of("500001"),
                Optional.empty(),
                Optional.of(day),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                "NotFound",
                "",
                "",
                Optional.empty());
        Digest hash = row.chained(id, previous);
        old.sql(
                        "insert into hub.verification (id, form, previous, hash, at, facility, terminal, operator, kind, day, asked_insurer, asked_number, asked_birth, limit_consent, disease_consent, outcome, facts)"
                                + " values (?, 1, ?, ?, ?, '1319999913', 'desk', 'clerk', 'NUMBER', ?, '138016', '500001', ?, true, false, 'NotFound', '')")
                .params(id, previous.bytes(), hash.bytes(), NOW.atOffset(ZoneOffset.UTC), day, day)
                .update();
        return hash;
    }

    // Tampering, one way at a time.

    /* One log for all of them, put back after each. */
    @Test
    void aChangedEntryIsFoundByItsNumber() {
        log(40);
        dba("create table hub.kept as select * from hub.verification");
        for (String change : List.of(
                "at = at + interval '1 microsecond'",
                "facility = '1310000001'",
                "terminal = 'other'",
                "operator = 'nobody'",
                "kind = 'CARD'",
                "day = day - 1",
                "known_at = at",
                "asked_insurer = '06138010'",
                "asked_symbol = null",
                "asked_number = asked_number || '1'",
                "asked_branch = ''",
                "asked_birth = asked_birth + 1",
                "limit_consent = not limit_consent",
                "disease_consent = null",
                "outcome = 'Active'",
                "facts = '1'",
                "facility = null",
                "asked_issuer = 'SIM-1'",
                "asked_serial = '1'",
                "registered = '1'",
                "registered = null",
                "form = 1",
                "form = 3",
                "form = null",
                "previous = null",
                "previous = sha256('x')",
                "hash = sha256('x')")) {
            dba("update hub.verification set " + change + " where id = 17");
            assertThat(audit().findings()).as(change).containsExactly(new Changed(17));
            putBack();
        }
        assertThat(audit().findings()).isEmpty();
    }

    @Test
    void anEntryChangedTogetherWithItsHashIsFound() {
        log(40);
        dba("update hub.verification set operator = 'nobody' where id = 17");
        rehash(17, 17);

        assertThat(audit().findings()).containsExactly(new Changed(17));
    }

    @Test
    void removedEntriesAreFound() {
        log(40);
        dba("delete from hub.verification where id between 17 and 19 or id = 1");

        assertThat(audit().findings()).containsExactly(new Removed(1, 1), new Removed(17, 19));
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        log(40);
        swap(17, 33);
        swap(20, 21);

        assertThat(audit().findings())
                .containsExactly(new Moved(17, 33), new Moved(20, 21), new Moved(21, 20), new Moved(33, 17));
    }

    @Test
    void anEntryRemovedWithTheOthersMovedUpIsFound() {
        log(40);
        dba("delete from hub.verification where id = 37");
        for (int id = 38; id <= 40; id++) {
            dba("update hub.verification set id = id - 1 where id = " + id);
        }

        assertThat(audit().findings())
                .containsExactly(new Moved(37, 38), new Moved(38, 39), new Moved(39, 40), new Truncated(40, 40));
    }

    @Test
    void aTailCutOffTogetherWithItsCheckpointsIsFoundByTheFile() {
        log(40);
        dba("delete from hub.verification where id > 25");
        dba("delete from hub.checkpoint where last > 25");

        assertThat(audit().findings())
                .containsExactly(new RemovedCheckpoint(4, 30), new RemovedCheckpoint(5, 40), new Truncated(26, 40));
    }

    @Test
    void aTailNoCheckpointKnowsYetIsFoundByTheNoteOutside() {
        try (RegisterHub hub = hub(1000)) {
            ask(hub, 40);
            dba("delete from hub.verification where id > 37");

            assertThat(audit().findings()).containsExactly(new Truncated(38, 40));
        }
    }

    @Test
    void entriesCutOffUnderARunningHubLeaveAGap() {
        try (RegisterHub hub = hub(1000)) {
            ask(hub, 40);
            dba("delete from hub.verification where id > 37");
            ask(hub, 2);
        }
        assertThat(audit().findings()).containsExactly(new Removed(38, 40));
    }

    @Test
    void aWholeLogThatIsGoneIsFound() {
        log(40);
        dba("delete from hub.verification");

        assertThat(audit().findings()).containsExactly(new Truncated(1, 40));
    }

    @Test
    void aChainMadeAnewIsFoundByTheNextCheckpoint() {
        log(40);
        dba("update hub.verification set operator = 'nobody' where id = 17");
        rehash(17, 40);

        assertThat(audit().findings()).containsExactly(new Rewritten(11, 20, Optional.of(NOW)));
    }

    @Test
    void aTailMadeAnewAfterTheLastCheckpointIsFoundByTheNoteOutside() {
        try (RegisterHub hub = hub(10)) {
            ask(hub, 38);
            dba("update hub.verification set operator = 'nobody' where id = 37");
            rehash(37, 38);
            assertThat(audit().findings()).contains(new Rewritten(31, 38, Optional.empty()));
        }
    }

    @Test
    void aChainMadeAnewFromTheStartIsFoundEvenWithCheckpointsToFit() {
        log(40);
        dba("update hub.verification set operator = 'nobody' where id = 1");
        rehash(1, 40);
        dba("delete from hub.checkpoint");
        new CheckpointStore(database).add(Checkpoint.signed(NOW, 1, new VerificationStore(database).head(), FOREIGN));

        assertThat(audit().findings())
                .contains(new ForgedCheckpoint(Place.DATABASE, 1), new RemovedCheckpoint(2, 10))
                .contains(new Rewritten(1, 10, Optional.of(NOW)));
    }

    @Test
    void aForgedCheckpointIsFound() throws IOException {
        log(40);
        dba("update hub.checkpoint set last = last - 1 where last = 20");
        Files.writeString(file(), Files.readString(file()).replace(" 1 30 ", " 1 29 "));

        assertThat(audit().findings())
                .containsExactly(
                        new ForgedCheckpoint(Place.DATABASE, 3),
                        new RemovedCheckpoint(3, 20),
                        new ForgedCheckpoint(Place.FILE, 4));
    }

    @Test
    void anEntryThatLostItsHashIsFound() {
        log(40);
        dba("update hub.verification set hash = null, previous = null, form = null where id = 17");

        assertThat(audit().findings()).containsExactly(new Unchained(17));
    }

    @Test
    void entriesWithoutAnyCheckpointAreSaidToBeUnproven() {
        try (RegisterHub hub = new RegisterHub(database, CLOCK)) {
            ask(hub, 3);
        }
        assertThat(audit().findings()).containsExactly(new NoCheckpoint());
    }

    @Test
    void aPartOfTheLogIsVerifiedAlone() {
        log(40);
        dba("update hub.verification set operator = 'nobody' where id in (5, 17)");

        assertThat(verify(10, 30).findings()).containsExactly(new Changed(17));
        assertThat(verify(18, 30).findings()).isEmpty();
        assertThat(verify(18, 30).entries()).isEqualTo(13);
        assertThat(verify(35, 99).findings()).isEmpty();
        dba("delete from hub.verification where id in (18, 30)");
        assertThat(verify(18, 30).findings()).containsExactly(new Removed(18, 18), new Removed(30, 30));
    }

    @Test
    void everyVerificationOfTheLogIsKept() {
        log(4);
        Audit audit = new Audit(database, KEY.verifying(), file(), CLOCK);
        audit.verify(AuditRange.all(), "suzuki", entries -> {});

        assertThat(audit.runs(10)).containsExactly(new AuditRun(NOW, "suzuki", 1, 4, 4, 0));
    }

    // Tampering at random.

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverIsDoneToTheEntriesIsFound(long seed) {
        Random random = new Random(seed);
        log(40);
        dba("create table hub.kept as select * from hub.verification");
        for (int round = 0; round < 30; round++) {
            int times = 1 + random.nextInt(3);
            List<String> done = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                done.add(tamper(random));
            }
            boolean same = sql.sql(
                            "select not exists ((table hub.kept except table hub.verification) union all (table hub.verification except table hub.kept))")
                    .query(Boolean.class)
                    .single();
            assertThat(audit().isIntact())
                    .as("seed %d round %d: %s", seed, round, done)
                    .isEqualTo(same);
            putBack();
        }
        assertThat(audit().findings()).isEmpty();
    }

    private void putBack() {
        dba("delete from hub.verification");
        dba("insert into hub.verification select * from hub.kept");
    }

    private String tamper(Random random) {
        long entry = 1L + random.nextInt(40);
        long other = 1L + random.nextInt(40);
        List<String> columns =
                List.of("operator", "terminal", "facility", "asked_number", "outcome", "facts", "asked_symbol");
        String column = columns.get(random.nextInt(columns.size()));
        String change =
                "update hub.verification set " + column + " = 'x" + random.nextInt(100) + "' where id = " + entry;
        switch (random.nextInt(6)) {
            case 0 -> dba(change);
            case 1 -> dba("delete from hub.verification where id = " + entry);
            case 2 -> dba("delete from hub.verification where id >= " + entry);
            case 3 -> swap(entry, other);
            case 4 -> {
                dba(change);
                rehash(entry, entry + random.nextInt(40));
            }
            case 5 -> {
                dba("delete from hub.verification where id = " + entry);
                for (long id = entry + 1; id <= 40; id++) {
                    dba("update hub.verification set id = id - 1 where id = " + id);
                }
                rehash(entry, 40);
            }
            default -> throw new IllegalStateException();
        }
        return entry + " " + other + " " + column;
    }

    // What somebody who owns the database can do.

    private void dba(String change) {
        sql.sql("drop trigger if exists append_only on hub.verification").update();
        sql.sql("drop trigger if exists append_only on hub.checkpoint").update();
        sql.sql("alter table hub.verification drop constraint if exists chained")
                .update();
        sql.sql("alter table hub.verification alter column facility drop not null")
                .update();
        sql.sql(change).update();
    }

    private void swap(long one, long other) {
        dba("update hub.verification set id = -id where id in (" + one + ", " + other + ")");
        dba("update hub.verification set id = " + other + " where id = " + -one);
        dba("update hub.verification set id = " + one + " where id = " + (one == other ? 0 : -other));
    }

    /** Makes the hashes of these entries anew, as whoever read docs/audit.md can. */
    private void rehash(long first, long last) {
        AuditStore rows = new AuditStore(database);
        for (long id = first; id <= last; id++) {
            Digest before = rows.row(id - 1).flatMap(ChainedRow::hash).orElse(Chain.genesis(id - 1));
            Digest previous =
                    id == first ? rows.row(id).flatMap(ChainedRow::previous).orElse(before) : before;
            long number = id;
            rows.row(id)
                    .flatMap(ChainedRow::content)
                    .ifPresent(content -> sql.sql("update hub.verification set previous = ?, hash = ? where id = ?")
                            .params(
                                    previous.bytes(),
                                    content.chained(number, previous).bytes(),
                                    number)
                            .update());
        }
    }

    // The hub and its auditor.

    private Path file() {
        return folder.resolve("outside").resolve("checkpoints.txt");
    }

    private Seal seal(long entries) {
        return new Seal(KEY, file(), entries, Duration.ofMinutes(1));
    }

    private RegisterHub hub(long entriesPerCheckpoint) {
        return new RegisterHub(database, Optional.empty(), Optional.of(seal(entriesPerCheckpoint)), CLOCK);
    }

    private void log(int entries) {
        try (RegisterHub hub = hub(10)) {
            ask(hub, entries);
        }
    }

    private static void ask(RegisterHub hub, int times) {
        for (int i = 1; i <= times; i++) {
            assertThat(hub.inquire(asked("clerk" + i)).verification()).isPresent();
        }
    }

    private static Inquiry asked(String operator) {
        return Inquiry.byNumber(
                Said.WARD,
                Said.BIRTH,
                LocalDate.of(2026, 8, 3),
                true,
                new Caller(Said.CLINIC.facility(), "desk", operator));
    }

    private AuditReport audit() {
        return new Audit(database, KEY.verifying(), file(), CLOCK).verify(AuditRange.all(), "test", entries -> {});
    }

    private AuditReport verify(long from, long to) {
        return new Audit(database, KEY.verifying(), file(), CLOCK)
                .verify(new AuditRange(Optional.of(from), Optional.of(to)), "test", entries -> {});
    }
}
