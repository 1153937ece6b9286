package madoguchi.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** 棚 – the folder where claim files are kept as they came, named by their digests. Readable by the owner only: they hold diagnoses. */
final class Shelf {

    private static final int BUFFER = 1 << 16;

    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    /**
     * 届いたファイル – on disk, not yet kept.
     *
     * @param path where
     * @param sha256 of its bytes, in hexadecimal
     * @param bytes how many
     */
    record Incoming(Path path, String sha256, long bytes) implements AutoCloseable {
        /** Throws away what was not kept. */
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** Takes a stream to disk and waits until it is there. */
    Incoming receive(InputStream in) throws IOException {
        Owned.folder(folder);
        Path path = Files.createTempFile(folder, "incoming", ".part");
        MessageDigest digest = sha256();
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                bytes += read;
            }
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(path);
            throw broken;
        }
        force(path);
        return new Incoming(path, hex(digest), bytes);
    }

    /** Gives a file its place; what was there under the same digest is the same. */
    void keep(Incoming incoming) throws IOException {
        Path place = place(incoming.sha256());
        Path drawer = folder.resolve(incoming.sha256().substring(0, 2));
        Owned.folder(drawer);
        Files.move(incoming.path(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(drawer);
        force(folder);
    }

    /** Where the file with this digest is. */
    Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + ".uke");
    }

    /** Waits until a file, or the names in a folder, are on disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
