package madoguchi.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * 使用中のプロセス – tells whether other processes use the database of a folder. Every user holds a shared lock; who could lock alone is the only one. Only to be asked behind the {@link FolderGate}.
 *
 * <p>The channel is never closed: on Linux that would also take away the locks of another user in the same process. It goes with the process.
 */
final class FolderUsers {

    private final FileChannel channel;
    private Optional<FileLock> held = Optional.empty();

    private FolderUsers(FileChannel channel) {
        this.channel = channel;
    }

    static FolderUsers of(Path folder) throws IOException {
        return new FolderUsers(FileChannel.open(
                folder.resolve("users.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    }

    /** Whether anybody else is using the folder. */
    boolean others() throws IOException {
        Optional<FileLock> alone = lock(false);
        if (alone.isPresent()) {
            alone.get().release();
        }
        return alone.isEmpty();
    }

    /** Is a user from now on. */
    void join() throws IOException {
        held = lock(true);
    }

    /** Is no longer a user. */
    void leave() throws IOException {
        if (held.isPresent()) {
            held.get().release();
            held = Optional.empty();
        }
    }

    private Optional<FileLock> lock(boolean shared) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, shared));
        } catch (OverlappingFileLockException sameProcess) {
            return Optional.empty();
        }
    }
}
