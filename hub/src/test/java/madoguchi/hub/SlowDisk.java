package madoguchi.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/*
 * To whoever waits for a commit, a disk that is slow and a server process that the operating system does not let run are the same: the call does not return. So the sessions of one database, and the process that writes
 * PostgreSQL's log, are stopped (SIGSTOP) and let go on (SIGCONT): for good, or in pulses, which makes every commit take as long as a pulse. This needs no right beyond that over one's own processes. A disk that is
 * slow itself is in tools/slow-disk.sh.
 */

/** 遅いディスク – a database whose writes stand still or crawl, as tests want it; Linux. */
final class SlowDisk implements AutoCloseable {

    private static final Path PROCESSES = Path.of("/proc");
    private static final long STOPPED_MILLIS = 40;
    private static final long RUNNING_MILLIS = 10;

    private final ProcessHandle server;
    private final String name;
    private CountDownLatch normal = new CountDownLatch(0);
    private Thread pulse = new Thread(() -> {});

    SlowDisk(DataSource database) {
        JdbcClient client = JdbcClient.create(database);
        long session = client.sql("select pg_backend_pid()").query(Long.class).single();
        this.server = ProcessHandle.of(session).flatMap(ProcessHandle::parent).orElseThrow();
        this.name = client.sql("select current_database()").query(String.class).single();
    }

    /** From now on nothing is written. */
    void standStill() {
        signal("-STOP");
    }

    /** From now on every step of a commit takes about a twentieth of a second. */
    void crawl() {
        CountDownLatch end = new CountDownLatch(1);
        normal = end;
        pulse = Thread.ofPlatform().daemon().start(() -> {
            try {
                do {
                    signal("-CONT");
                    TimeUnit.MILLISECONDS.sleep(RUNNING_MILLIS);
                    signal("-STOP");
                } while (!end.await(STOPPED_MILLIS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException nobodysWish) {
                Thread.currentThread().interrupt();
            }
            signal("-CONT");
        });
    }

    /** As fast as it is. */
    void recover() {
        normal.countDown();
        try {
            pulse.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        signal("-CONT");
    }

    /** To whatever writes, and first to the server itself, which would start further sessions that nobody holds up. */
    private void signal(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", signal, Long.toString(server.pid())));
        server.children()
                .filter(this::isWriting)
                .map(ProcessHandle::pid)
                .map(Object::toString)
                .forEach(command::add);
        try {
            // One of them may have ended since.
            new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean isWriting(ProcessHandle process) {
        try {
            String title = Files.readString(
                    PROCESSES.resolve(Long.toString(process.pid())).resolve("cmdline"));
            return title.contains(" " + name + " ") || title.contains("walwriter");
        } catch (IOException ended) {
            return false;
        }
    }

    @Override
    public void close() {
        recover();
    }
}
