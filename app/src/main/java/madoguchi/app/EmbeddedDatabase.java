package madoguchi.app;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import madoguchi.hub.DatabaseTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * One folder, one PostgreSQL server, any number of processes that use it (a running server, an import beside it, a check). Each holds a lock that the operating
 * system takes away even after a hard kill, so a process always knows whether others are there. Whoever comes first starts the server, after stopping what a
 * killed process may have left behind; whoever comes later joins; whoever leaves last stops it. Coming and leaving happens one at a time, behind a gate.
 * The embedded server would run without fsync, for tests; here it keeps health data, so fsync is on.
 *
 * A server that ended though nobody stopped it (a full disk ends PostgreSQL for good, so does the kernel when memory is short) is started again, on the same port, by
 * whichever process of ours sees it first, and again until it runs: when there is room once more, service comes back without anybody's help.
 */

/** 内蔵データベース – a PostgreSQL server of our own in a folder, durable, kept from one start to the next. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger WATCH = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final String LOG = "server.log";

    /** Bytes; PostgreSQL writes one segment of its log, 16 MiB, before anything else. */
    private static final long LEAST_ROOM = 32L << 20;

    /** Of four gigabytes of room, one. */
    private static final long LOG_PART = 4L << 30;

    private static final int LEAST_LOG = 2;
    private static final int MOST_LOG = 8;

    private final Path folder;
    private final int port;
    private final FolderUsers users;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Optional<EmbeddedPostgres> started;

    private EmbeddedDatabase(Path folder, int port, Optional<EmbeddedPostgres> started, FolderUsers users) {
        this.folder = folder;
        this.port = port;
        this.started = started;
        this.users = users;
        Thread.ofVirtual().name("database-watch").start(this::watch);
    }

    /** Starts the server of this folder, or joins the one that another process of ours runs in it. */
    static EmbeddedDatabase open(Path data) throws IOException {
        Path folder = Files.createDirectories(data.toAbsolutePath().resolve("postgres"))
                .toRealPath();
        try (FolderGate _ = FolderGate.enter(folder)) {
            FolderUsers users = FolderUsers.of(folder);
            boolean others = users.others();
            Optional<Postmaster> running = Postmaster.in(folder);
            if (others && running.isPresent()) {
                users.join();
                return new EmbeddedDatabase(folder, running.get().port(), Optional.empty(), users);
            }
            Postmaster.stopAll(folder);
            EmbeddedPostgres server = start(folder);
            users.join();
            return new EmbeddedDatabase(folder, server.getPort(), Optional.of(server), users);
        }
    }

    /** A first start that was broken off left half a database and nothing in it: it is put aside and begun anew. */
    private static EmbeddedPostgres start(Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path unfinished = folder.resolve("unfinished");
        if (Files.exists(unfinished) && Files.exists(data)) {
            Files.move(data, Files.createTempDirectory(folder, "broken-off-").resolve("data"));
        }
        if (!Files.exists(data)) {
            Files.writeString(unfinished, "");
        }
        UnpackedPrograms.into(folder.resolve("server"));
        EmbeddedPostgres server = started(folder);
        Files.deleteIfExists(unfinished);
        return server;
    }

    private static EmbeddedPostgres started(Path folder) throws IOException {
        try {
            return server(folder).start();
        } catch (IOException failed) {
            throw new IOException(room(folder)
                    + "データベースが起動しません。理由はこの記録にあります / the database does not start; this log says why: "
                    + folder.resolve(LOG));
        }
    }

    /** What is said first where there is too little room to start. */
    private static String room(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace() < LEAST_ROOM
                ? DatabaseTrouble.FULL.what() + " " + DatabaseTrouble.FULL.todo() + " "
                : "";
    }

    /** No socket file for other users of this machine to find, and a log that holds neither statements nor rows. */
    private static EmbeddedPostgres.Builder server(Path folder) throws IOException {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(folder.resolve(LOG).toFile());
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver(programs())
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(Ports.forDatabase())
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", mostLog(folder) + "GB")
                // What two loads write meanwhile waits for the disk here, not each for the other.
                .setServerConfig("wal_buffers", "64MB")
                // Used segments of the log are written over instead of new ones being filled with zeros in the middle
                // of a commit.
                .setServerConfig("min_wal_size", "512MB");
    }

    /** Gigabytes of log between two checkpoints: each checkpoint makes the database write whole pages again, but a log that fills the disk stops it. */
    private static long mostLog(Path folder) throws IOException {
        return Math.clamp(Files.getFileStore(folder).getUsableSpace() / LOG_PART, LEAST_LOG, MOST_LOG);
    }

    /** A new object at every start: the library keeps the unpacked programs by resolver, and each folder shall run its own. */
    private static PgBinaryResolver programs() {
        return new PgBinaryResolver() {
            @Override
            public InputStream getPgBinary(String system, String machine) throws IOException {
                return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
            }
        };
    }

    /** JDBC address of the server's default database. */
    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    private void watch() {
        while (!closesWithin(ROUND)) {
            try {
                if (Postmaster.in(folder).isEmpty()) {
                    startAgain();
                }
            } catch (IOException notYet) {
                WATCH.error("the database cannot be started again yet: {}", folder.resolve(LOG));
            }
        }
    }

    private boolean closesWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException nobodysWish) {
            return true;
        }
    }

    private void startAgain() throws IOException {
        try (FolderGate _ = FolderGate.enter(folder)) {
            if (closed.getCount() == 0 || Postmaster.in(folder).isPresent()) {
                return;
            }
            WATCH.warn("the database ended though nobody stopped it; it is started again");
            Postmaster.stopAll(folder);
            Postmaster.startAsBefore(folder, folder.resolve(LOG));
            WATCH.info("the database runs again");
        }
    }

    /** Stops the server unless another process still uses it. */
    @Override
    public void close() throws IOException {
        closed.countDown();
        try (FolderGate _ = FolderGate.enter(folder)) {
            users.leave();
            if (users.others()) {
                return;
            }
            if (started.isPresent()) {
                started.get().close();
            }
            Postmaster.stopAll(folder);
        }
    }
}
