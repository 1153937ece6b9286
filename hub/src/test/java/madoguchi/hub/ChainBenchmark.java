package madoguchi.hub;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Inquiry;
import madoguchi.hub.VerificationStore.Entry;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 連鎖の費用 – what chaining and signing cost, against the log as it was before, in one run on one server with fsync. Started by hand: {@code main}; the figures stand in {@code docs/audit.md}.
 */
final class ChainBenchmark {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final Inquiry INQUIRY = Said.asking(Said.WARD, "2026-08-03");
    private static final int ROUNDS = 3;
    private static final Duration TIME = Duration.ofSeconds(3);

    /** The statement of the log before it was chained. */
    private static final String BEFORE = """
            insert into hub.verification (at, facility, terminal, operator, kind, day, known_at,
                   asked_insurer, asked_symbol, asked_number, asked_branch, asked_birth, outcome, facts)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            returning id
            """;

    private ChainBenchmark() {}

    /** Prints all figures. */
    public static void main(String[] arguments) throws Exception {
        pure();
        Path folder = Files.createTempDirectory("chain-benchmark");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .start()) {
            groups(server, folder);
            whole(server, folder);
        }
    }

    private static void pure() {
        Entry entry = entry();
        Digest[] last = {Chain.genesis(0)};
        long hash = nanos(1_000_000, id -> last[0] = Recorded.of(entry).chained(id, last[0]));
        long sign = nanos(
                20_000,
                id -> ProofTree.tokens(
                        List.of(Proof.of(new Written(id, last[0]), CLOCK.instant(), Outcome.NOT_FOUND, INQUIRY.day())),
                        KEY));
        System.out.printf("row into canonical form and hashed: %,d ns; proof of check signed: %,d ns%n", hash, sign);
    }

    private interface Work {
        void at(long id);
    }

    /** Nanoseconds of one, the best of three rounds. */
    private static long nanos(int times, Work work) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long started = System.nanoTime();
            for (int i = 0; i < times; i++) {
                work.at(i);
            }
            best = Math.min(best, (System.nanoTime() - started) / times);
        }
        return best;
    }

    private static Entry entry() {
        return new Entry(CLOCK.instant(), INQUIRY, new Finding(new Answer.NotFound(), List.of(1_234_567L)));
    }

    /** The writer alone: entries per second by size of group, the two logs in turn. */
    private static void groups(EmbeddedPostgres server, Path folder) throws SQLException {
        try (HikariDataSource old = database(server, "before", "1");
                HikariDataSource now = database(server, "after", "latest")) {
            Chain chain = new Chain(new VerificationStore(now));
            Sealing sealing =
                    new Sealing(new CheckpointStore(now), Optional.of(Seal.usual(KEY, folder.resolve("c.txt"))), CLOCK);
            for (int group : new int[] {1, 16, 64, 256, 1024}) {
                List<Entry> entries = Collections.nCopies(group, entry());
                long before = 0;
                long after = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    before = Math.max(before, perSecond(group, () -> insertBefore(old, entries)));
                    after = Math.max(after, perSecond(group, () -> {
                        sealing.wrote(chain.append(entries).getLast());
                        sealing.sealIfDue();
                    }));
                }
                System.out.printf(
                        "groups of %,5d: before %,8d entries/s, chained and sealed %,8d entries/s%n",
                        group, before, after);
            }
            System.out.printf("bytes per entry with indexes: before %d, chained %d%n", bytes(old), bytes(now));
        }
    }

    private static long bytes(DataSource database) {
        return JdbcClient.create(database)
                .sql("select pg_total_relation_size('hub.verification') / count(*) from hub.verification")
                .query(Long.class)
                .single();
    }

    private static long perSecond(int group, Runnable work) {
        long started = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - started < TIME.toNanos()) {
            work.run();
            done += group;
        }
        return done * 1_000_000_000L / (System.nanoTime() - started);
    }

    private static HikariDataSource database(EmbeddedPostgres server, String name, String version) {
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        HikariDataSource database = Databases.pool(server.getJdbcUrl("postgres", name));
        Flyway.configure()
                .dataSource(database)
                .schemas("hub")
                .locations("classpath:db/hub")
                .target(version)
                .load()
                .migrate();
        return database;
    }

    private static void insertBefore(DataSource database, List<Entry> entries) {
        new JdbcTemplate(database).execute((Connection connection) -> {
            try (PreparedStatement insert = connection.prepareStatement(BEFORE)) {
                List<Recorded> rows = entries.stream().map(Recorded::of).toList();
                int index = 0;
                index = set(
                        connection,
                        insert,
                        rows,
                        index,
                        "timestamptz",
                        row -> row.at().toString());
                index = set(connection, insert, rows, index, "text", Recorded::facility);
                index = set(connection, insert, rows, index, "text", Recorded::terminal);
                index = set(connection, insert, rows, index, "text", Recorded::operator);
                index = set(connection, insert, rows, index, "text", Recorded::kind);
                index = set(connection, insert, rows, index, "date", Recorded::day);
                index = set(connection, insert, rows, index, "timestamptz", row -> null);
                index = set(
                        connection,
                        insert,
                        rows,
                        index,
                        "text",
                        row -> row.insurer().orElse(null));
                index = set(
                        connection,
                        insert,
                        rows,
                        index,
                        "text",
                        row -> row.symbol().orElse(null));
                index = set(
                        connection,
                        insert,
                        rows,
                        index,
                        "text",
                        row -> row.number().orElse(null));
                index = set(
                        connection,
                        insert,
                        rows,
                        index,
                        "text",
                        row -> row.branch().orElse(null));
                index = set(
                        connection,
                        insert,
                        rows,
                        index,
                        "date",
                        row -> row.birth().orElse(null));
                index = set(connection, insert, rows, index, "text", Recorded::outcome);
                set(connection, insert, rows, index, "text", Recorded::facts);
                return insert.execute();
            }
        });
    }

    private static int set(
            Connection connection,
            PreparedStatement insert,
            List<Recorded> rows,
            int index,
            String type,
            Function<Recorded, @Nullable Object> value)
            throws SQLException {
        insert.setArray(
                index + 1,
                connection.createArrayOf(type, rows.stream().map(value).toArray()));
        return index + 1;
    }

    /** Whole inquiries, 64 at a time: chained only, and with proofs signed. */
    private static void whole(EmbeddedPostgres server, Path folder) throws Exception {
        try (HikariDataSource plain = database(server, "plain", "latest");
                HikariDataSource sealed = database(server, "sealed", "latest");
                RegisterHub unsigned = new RegisterHub(plain, CLOCK);
                RegisterHub signing = new RegisterHub(
                        sealed, Optional.empty(), Optional.of(Seal.usual(KEY, folder.resolve("d.txt"))), CLOCK)) {
            long without = 0;
            long with = 0;
            for (int round = 0; round < ROUNDS; round++) {
                without = Math.max(without, inquiries(unsigned));
                with = Math.max(with, inquiries(signing));
            }
            System.out.printf("whole inquiries, 64 at once: without proof %,d/s, with proof %,d/s%n", without, with);
        }
        verifying(server, folder);
    }

    private static long inquiries(RegisterHub hub) {
        AtomicLong done = new AtomicLong();
        long started = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() - started < TIME.toNanos()) {
                        if (hub.inquire(INQUIRY).verification().isPresent()) {
                            done.incrementAndGet();
                        }
                    }
                });
            }
        }
        return done.get() * 1_000_000_000L / (System.nanoTime() - started);
    }

    private static void verifying(EmbeddedPostgres server, Path folder) {
        try (HikariDataSource after = Databases.pool(server.getJdbcUrl("postgres", "after"))) {
            Audit audit = new Audit(after, KEY.verifying(), folder.resolve("c.txt"), CLOCK);
            long started = System.nanoTime();
            AuditReport report = audit.verify(AuditRange.all(), "benchmark", read -> {});
            System.out.printf(
                    "verified %,d entries, %d findings: %,d entries/s%n",
                    report.entries(),
                    report.findings().size(),
                    report.entries() * 1_000_000_000L / (System.nanoTime() - started));
        }
    }
}
