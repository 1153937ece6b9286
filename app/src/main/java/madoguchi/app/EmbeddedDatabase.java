package madoguchi.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/*
 * One folder, one PostgreSQL server, one owner. The owner holds a file lock for as long as it lives; the operating system releases it even after a hard kill.
 * Whoever gets the lock starts the server (and first stops a server that a killed owner left behind). Whoever does not get it uses the owner's server.
 * The embedded server would run without fsync, for tests; here it keeps health data, so fsync is on.
 */

/** 内蔵データベース – a PostgreSQL server of our own in a folder, durable, kept from one start to the next. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final Optional<EmbeddedPostgres> owned;
    private final Optional<FileLock> lock;

    private EmbeddedDatabase(int port, Optional<EmbeddedPostgres> owned, Optional<FileLock> lock) {
        this.port = port;
        this.owned = owned;
        this.lock = lock;
    }

    /** Starts the server of this folder, or finds the one that another process of ours runs in it. */
    static EmbeddedDatabase open(Path data) throws IOException {
        Path folder = Files.createDirectories(data.toAbsolutePath().resolve("postgres"));
        Optional<FileLock> lock = tryLock(folder.resolve("owner.lock"));
        if (lock.isEmpty()) {
            return new EmbeddedDatabase(
                    runningPort(folder.resolve("data"))
                            .orElseThrow(() ->
                                    new IOException("another process is just starting the database in " + folder)),
                    Optional.empty(),
                    Optional.empty());
        }
        stopLeftover(folder.resolve("data"));
        EmbeddedPostgres server = start(folder);
        return new EmbeddedDatabase(server.getPort(), Optional.of(server), lock);
    }

    private static EmbeddedPostgres start(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .start();
    }

    @SuppressWarnings("resource") // the lock lives as long as the process
    private static Optional<FileLock> tryLock(Path file) throws IOException {
        return Optional.ofNullable(
                new RandomAccessFile(file.toFile(), "rw").getChannel().tryLock());
    }

    /** Line 4 of postmaster.pid is the port. */
    private static Optional<Integer> runningPort(Path data) throws IOException {
        return pidFile(data)
                .filter(lines -> lines.size() >= 4)
                .map(lines -> Integer.parseInt(lines.get(3).strip()));
    }

    private static Optional<List<String>> pidFile(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
    }

    /** After a hard kill of its owner the server stays: it is asked to stop, and its answer awaited. */
    private static void stopLeftover(Path data) throws IOException {
        Optional<ProcessHandle> left = pidFile(data)
                .filter(lines -> !lines.isEmpty())
                .flatMap(lines ->
                        ProcessHandle.of(Long.parseLong(lines.getFirst().strip())))
                .filter(EmbeddedDatabase::isPostgres);
        if (left.isPresent()) {
            new ProcessBuilder("kill", "-INT", Long.toString(left.get().pid())).start();
            left.get()
                    .onExit()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }

    /** JDBC address of the server's default database. */
    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** Stops the server if this process started it. */
    @Override
    public void close() throws IOException {
        if (owned.isPresent()) {
            owned.get().close();
        }
        if (lock.isPresent()) {
            lock.get().release();
        }
    }
}
