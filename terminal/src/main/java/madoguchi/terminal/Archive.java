package madoguchi.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import madoguchi.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 読んだ後の置き場 – read files go to {@code done/} (bounded), the others to {@code unread/} with a {@code .reason.txt} and are never deleted. */
final class Archive {

    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    private final Path done;
    private final Path unread;
    private final int keepDone;

    Archive(Path root, int keepDone) {
        this.done = root.resolve("done");
        this.unread = root.resolve("unread");
        this.keepDone = keepDone;
    }

    /** Files a read file away. */
    synchronized void done(Path file) throws IOException {
        Folder.moveAside(file, done);
        List<Path> kept = Folder.files(done);
        if (kept.size() > keepDone) {
            kept.stream()
                    .sorted(Comparator.comparingLong(Archive::changed))
                    .limit(kept.size() - keepDone)
                    .forEach(Folder::discard);
        }
    }

    private static long changed(Path file) {
        return file.toFile().lastModified();
    }

    /** Puts a file aside that could not be used, with the reasons beside it. */
    synchronized void unread(Path file, List<Problem> problems) throws IOException {
        explain(Folder.moveAside(file, unread), problems);
    }

    /** Keeps a copy of a file that could not be used and that another reader may still want. */
    synchronized void unreadCopy(Path file, List<Problem> problems) throws IOException {
        Files.createDirectories(unread);
        explain(Files.copy(file, unread.resolve(FileName.of(file)), StandardCopyOption.REPLACE_EXISTING), problems);
    }

    private static void explain(Path aside, List<Problem> problems) throws IOException {
        byte[] reason = ErrText.of(problems).getBytes(StandardCharsets.UTF_8);
        Files.write(aside.resolveSibling(FileName.of(aside) + ".reason.txt"), reason);
        LOG.warn("a file was put aside in unread/ for {} reasons", problems.size());
    }
}
