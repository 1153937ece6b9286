package madoguchi.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** 測定の場 – the database, owned by this process, and the hub beside it. Both stop when this is closed or the process is told to end. */
final class BenchSite implements AutoCloseable {

    private final Path data;
    private final LocalHub local;
    private final AtomicReference<@Nullable BenchHub> hub = new AtomicReference<>();
    private final Thread hook = Thread.ofPlatform().unstarted(this::stop);

    /** Opens the database of the folder, or makes it. */
    BenchSite(Path data) throws IOException {
        this.data = data;
        this.local = new LocalHub(data, null);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    DataSource database() {
        return local.database();
    }

    /** The same, as an import has it. Whoever asks for it closes it. */
    HikariDataSource pool() {
        return local.pool();
    }

    /** Starts the hub and waits until it is ready. */
    BenchHub startHub(HttpClient client) throws IOException, InterruptedException {
        BenchHub started = BenchHub.start(data);
        hub.set(started);
        started.awaitReady(client);
        return started;
    }

    private synchronized void stop() {
        BenchHub running = hub.getAndSet(null);
        if (running != null) {
            running.close();
        }
        try {
            local.close();
        } catch (IOException unstoppable) {
            throw new UncheckedIOException(unstoppable);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        stop();
    }
}
