package madoguchi.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** フォルダの作法 – how files are listed, read, written and moved in folders that other programs use at the same time. */
final class Folder {

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);

    private Folder() {}

    /** The plain files of a folder by name (no links, no folders); empty when the folder is away. */
    static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException away) {
            return List.of();
        }
        Collections.sort(files);
        return files;
    }

    /** At most one byte more than the codec accepts, so a huge file costs nothing. */
    static byte[] read(Path file) throws IOException {
        return read(file, Xml.BYTES_MAX);
    }

    /** At most one byte more than {@code longest}. */
    static byte[] read(Path file, int longest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(longest + 1);
        }
    }

    /** Writes elsewhere, closes, then moves: readers of {@code target} see all or nothing. Draft and target lie on one file system. */
    static void write(Path draft, Path target, byte[] bytes) throws IOException {
        Files.createDirectories(draft.getParent());
        Files.createDirectories(target.getParent());
        try {
            Files.write(draft, bytes);
            move(draft, target);
        } catch (IOException away) {
            discard(draft);
            throw away;
        }
    }

    /** Deletes a draft, which holds a person's data; one that is still in use goes later. */
    static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException locked) {
            LOG.debug("a draft is still in use");
        }
    }

    /** One step where the file system can, replacing what was there. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException crossing) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Moves into a folder without replacing anything: a taken name gets {@code -2}, {@code -3} … in front of its extension. */
    static Path moveAside(Path from, Path folder) throws IOException {
        Files.createDirectories(folder);
        String base = FileName.base(from);
        String extension = FileName.of(from).substring(base.length());
        for (int copy = 1; ; copy++) {
            Path to = folder.resolve(copy == 1 ? base + extension : base + "-" + copy + extension);
            if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                return Files.move(from, to);
            }
        }
    }
}
