package madoguchi.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import madoguchi.hub.RegisterIndex;
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

    /**
     * 起動した機.
     *
     * @param hub answers from memory, and has nothing to save any more
     * @param start how long that took
     */
    record Started(BenchHub hub, BenchReport.Start start) {}

    /** Starts the hub and waits until it answers from memory. Where it reads its register from the database, it is started again when it has saved it: a restart is measured from what was saved. */
    Started startHub(HttpClient client, long persons) throws IOException, InterruptedException {
        Path saved = savedIndex();
        Optional<Double> fromDatabase = Optional.empty();
        if (!Files.exists(saved)) {
            BenchHub first = start();
            fromDatabase = Optional.of(seconds(first.awaitServing(client)));
            if (persons <= RegisterIndex.WORTH_SAVING) {
                return new Started(first, new BenchReport.Start(fromDatabase, Optional.empty()));
            }
            first.awaitSaved(saved);
            first.close();
        }
        BenchHub started = start();
        double fromFile = seconds(started.awaitServing(client));
        return new Started(started, new BenchReport.Start(fromDatabase, Optional.of(fromFile)));
    }

    private BenchHub start() throws IOException {
        BenchHub started = BenchHub.start(data);
        hub.set(started);
        return started;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    /** The register has grown: the next start shall read all of it. */
    void forgetSavedIndex() throws IOException {
        Files.deleteIfExists(savedIndex());
    }

    private Path savedIndex() {
        return HubWiring.savedIndex(data);
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
