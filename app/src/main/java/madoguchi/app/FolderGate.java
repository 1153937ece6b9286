package madoguchi.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** 門 – lets one process at a time prepare what lies in a folder: its database, its certificates. The others wait, but not for ever. */
final class FolderGate implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final FileChannel channel;

    private FolderGate(FileChannel channel) {
        this.channel = channel;
    }

    /** Enters, as soon as nobody else is inside. Throws when that takes too long, with a sentence for the user. */
    static FolderGate enter(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("gate.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!entered(channel)) {
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "ほかのプロセスがこのフォルダーを準備中のままです / another process is still busy with the folder " + folder);
            }
            pause();
        }
        return new FolderGate(channel);
    }

    @SuppressWarnings("resource") // the lock goes with its channel
    private static boolean entered(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the folder", hurried);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
