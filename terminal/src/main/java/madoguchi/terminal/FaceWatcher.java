package madoguchi.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Arrival;
import madoguchi.core.Arrivals;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 顔認証結果の監視 – reads {@code face/OQSsiquc01res_face_*} and hands each result to the desk ({@code oqs-interface.md} §1.3).
 *
 * <p>Where a レセコン reads {@code face/} too, files are left for it, and each is taken once. Where the desk is the only reader, a file leaves for {@code done/} only after the desk has taken
 * its arrival. The desk knows a repeated one by its id, the file's name. What cannot be read is kept in {@code unread/} with a reason. Other kinds of files are left alone.
 */
public final class FaceWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FaceWatcher.class);

    private final Path face;
    private final Arrivals arrivals;
    private final Clock clock;
    private final Archive archive;
    private final Arriving arriving;
    private final FolderWatch watch;
    private final boolean shared;
    private final Set<String> taken =
            new HashSet<>(); // only of files that still lie there; only the watch's thread uses it

    /** A watcher that has not started yet, over the folder shared with the terminal. */
    public FaceWatcher(Path root, Arrivals arrivals, Clock clock, OqsFolderSettings settings) {
        this.face = root.resolve("face");
        this.arrivals = arrivals;
        this.clock = clock;
        this.shared = settings.sharesFace();
        this.archive = new Archive(root, settings.keepDone());
        this.arriving = new Arriving(settings.patience());
        this.watch = new FolderWatch("face", List.of(face), settings.scanEvery(), this::scan);
    }

    /** Begins to watch, on a virtual thread; what already lies there is taken first. */
    public void start() {
        watch.start();
    }

    private void scan() {
        List<Path> files = Folder.files(face);
        arriving.keepOnly(files);
        taken.retainAll(files.stream().map(FileName::of).toList());
        files.stream()
                .filter(file -> FileName.isFace(file) && !taken.contains(FileName.of(file)))
                .forEach(this::look);
    }

    private void look(Path file) {
        try {
            if (FileName.hasExtension(file, FileName.XML)) {
                read(file);
            } else if (FileName.hasExtension(file, FileName.ZIP)) {
                putAside(file, OqsFolderHub.zipped());
            }
        } catch (IOException locked) {
            LOG.debug("a reader result cannot be read or moved yet");
        } catch (RuntimeException deskFailed) {
            LOG.error(
                    "the desk could not take a reader result, trying again: {}",
                    deskFailed.getClass().getSimpleName());
        }
    }

    private void read(Path file) throws IOException {
        byte[] bytes = Folder.read(file);
        switch (Responses.read(bytes, clock.instant()).then(response -> arrival(file, response))) {
            case Parsed.Value<Arrival>(var arrival) -> {
                arrivals.arrived(arrival);
                finish(file);
            }
            case Parsed.Faults<Arrival>(var problems) -> {
                if (Xml.looksFinished(bytes) || !arriving.mayStillGrow(file)) {
                    putAside(file, problems);
                }
            }
        }
    }

    private void finish(Path file) throws IOException {
        if (shared) {
            taken.add(FileName.of(file));
        } else {
            archive.done(file);
        }
    }

    private void putAside(Path file, List<Problem> problems) throws IOException {
        if (shared) {
            archive.unreadCopy(file, problems);
            taken.add(FileName.of(file));
        } else {
            archive.unread(file, problems);
        }
    }

    private static Parsed<Arrival> arrival(Path file, Response response) {
        Optional<Arrival> arrival = response.day()
                .map(day -> new Arrival(FileName.of(file), day, response.kind(), response.reply(), response.answers()));
        return arrival.map(Parsed::of)
                .orElseGet(() -> new Parsed.Faults<>(
                        List.of(Problem.at(Tag.DAY, "資格確認日がありません。", "The day of confirmation is missing."))));
    }

    /** Stops; a result that was not taken stays in {@code face/}. */
    @Override
    public void close() {
        watch.close();
    }
}
