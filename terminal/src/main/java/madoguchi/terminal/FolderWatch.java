package madoguchi.terminal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * フォルダ監視 – runs a scan after every change in some folders, and in any case every few seconds: change events alone are not to be trusted ({@code oqs-interface.md} §1.3).
 *
 * <p>The folders are made when missing, also when they disappear while running. One virtual thread; a scan never runs beside itself.
 */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final String name;
    private final List<Path> folders;
    private final Duration every;
    private final Runnable scan;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private @Nullable Thread thread;

    FolderWatch(String name, List<Path> folders, Duration every, Runnable scan) {
        this.name = name;
        this.folders = List.copyOf(folders);
        this.every = every;
        this.scan = scan;
    }

    /** Begins; the first scan picks up what already lies there. */
    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    private void run() {
        Optional<WatchService> events = events();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round(events);
                pause(events);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            events.ifPresent(FolderWatch::closed);
        }
    }

    private static Optional<WatchService> events() {
        try {
            return Optional.of(FileSystems.getDefault().newWatchService());
        } catch (IOException noMoreWatches) {
            LOG.warn("no change events from the system; scanning only");
            return Optional.empty();
        }
    }

    private static void closed(WatchService events) {
        try {
            events.close();
        } catch (IOException harmless) {
            LOG.debug("closing change events", harmless);
        }
    }

    private void round(Optional<WatchService> events) {
        try {
            for (Path folder : folders) {
                Files.createDirectories(folder);
                if (events.isPresent() && !keys.containsKey(folder)) {
                    keys.put(folder, register(folder, events.get()));
                }
            }
            scan.run();
        } catch (IOException away) {
            LOG.warn("{}: a folder is not available, trying again", name);
        } catch (RuntimeException broken) {
            LOG.error("{}: a scan failed, trying again", name, broken);
        }
    }

    private static WatchKey register(Path folder, WatchService events) throws IOException {
        return folder.register(events, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    }

    private void pause(Optional<WatchService> events) throws InterruptedException {
        if (events.isEmpty()) {
            Thread.sleep(every);
            return;
        }
        WatchKey key = events.get().poll(every.toMillis(), TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            if (!key.reset()) {
                keys.values().remove(key);
            }
            key = events.get().poll();
        }
    }

    /** Stops; a scan that is running ends first. */
    @Override
    public synchronized void close() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }
}
