package madoguchi.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * 小さなディスク – a folder that can really be filled. Where this machine lets us, it is a file system of its own in memory; where not (no right to mount), the processes that write there are forbidden to make any
 * file larger, which PostgreSQL meets as an error of the same kind at the same places.
 */
final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTE = 1 << 20;
    private static final String NO_LIMIT = "unlimited";

    private final Path folder;
    private final boolean mounted;

    SmallDisk(Path folder, int megabytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()) == 0;
    }

    Path folder() {
        return folder;
    }

    /** Leaves no room: from now on every byte more is refused. */
    void fill() throws IOException {
        if (!mounted) {
            limit("8192");
            return;
        }
        byte[] block = new byte[MEGABYTE];
        FileStore store = Files.getFileStore(folder);
        try (OutputStream filler =
                Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (long free = store.getUsableSpace(); free > 0; free = store.getUsableSpace()) {
                filler.write(block, 0, (int) Math.min(block.length, free));
            }
        } catch (IOException full) {
            // Somebody else took the last page in between: as full as can be.
        }
    }

    /** Gives the room back. */
    void free() throws IOException {
        if (mounted) {
            Files.deleteIfExists(filler());
        } else {
            limit(NO_LIMIT);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private void limit(String bytes) throws IOException {
        for (ProcessHandle process : ProcessHandle.allProcesses()
                .filter(other -> other.info()
                        .command()
                        .filter(command -> command.startsWith(folder.toString()))
                        .isPresent())
                .toList()) {
            run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":" + NO_LIMIT);
        }
    }

    private static int run(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue();
    }

    @Override
    public void close() throws IOException {
        if (mounted) {
            run("umount", "--lazy", folder.toString());
        }
    }
}
