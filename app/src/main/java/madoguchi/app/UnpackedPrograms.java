package madoguchi.app;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * 展開済みのプログラム – PostgreSQL's programs as they were unpacked on this machine before, linked into a folder instead of being unpacked once more. Only where {@code -Dmadoguchi.postgres=DIR} names them: of use to whoever makes many
 * folders, as the tests do. A folder has programs of its own either way, and its server is known by them.
 */
final class UnpackedPrograms {

    private static final String WHERE = "madoguchi.postgres";

    /** With it, younger than all beside it, a version counts as unpacked whole. */
    private static final String WHOLE = ".exists";

    private UnpackedPrograms() {}

    /** Links what there is into a folder that does not exist yet; where it cannot (another disk), the folder is left to be unpacked into. */
    static void into(Path server) throws IOException {
        String where = System.getProperty(WHERE, "");
        if (where.isEmpty() || Files.exists(server) || !Files.isDirectory(Path.of(where))) {
            return;
        }
        try {
            for (Path version : listed(Path.of(where))) {
                if (Files.exists(version.resolve(WHOLE))) {
                    link(version, server.resolve(version.getFileName()));
                }
            }
        } catch (FileSystemException elsewhere) {
            FileSystemUtils.deleteRecursively(server);
        }
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.toList();
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> inside = Files.walk(from)) {
            for (Path one : inside.filter(path -> !path.endsWith(WHOLE)).toList()) {
                Path there = to.resolve(from.relativize(one));
                if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(there);
                } else if (Files.isSymbolicLink(one)) {
                    Files.copy(one, there, LinkOption.NOFOLLOW_LINKS);
                } else {
                    Files.createLink(there, one);
                }
            }
        }
        Files.createFile(to.resolve(WHOLE));
    }
}
