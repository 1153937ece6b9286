package madoguchi.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * 検査点のファイル – the checkpoints once more outside the database, one a line, and beside them the last entry written. Whoever can change the database only cannot take entries away at its end unnoticed.
 */
final class CheckpointFile {

    private final Path file;
    private final Path head;

    CheckpointFile(Path file) {
        this.file = file.toAbsolutePath();
        this.head = this.file.resolveSibling(this.file.getFileName() + ".head");
    }

    /** Appends the checkpoint and returns when it is on disk. */
    void append(Checkpoint checkpoint) throws IOException {
        folder();
        try (FileChannel lines = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            lines.write(StandardCharsets.UTF_8.encode(checkpoint.line() + "\n"));
            lines.force(true);
        }
    }

    private void folder() throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
    }

    /** The place of the last entry, to be overwritten after every group. */
    FileChannel openHead() throws IOException {
        folder();
        return FileChannel.open(head, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Overwrites the last entry; always of the same length, so nothing of an older one stays. Left to the operating system to bring to disk: it survives the end of this process, not a power failure. */
    static void write(FileChannel head, Written last) throws IOException {
        String line = "%019d %s%n".formatted(last.id(), last.hash().hex());
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(line);
        head.write(bytes, 0);
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Tells every line, in order; no line where there is no file. Whatever the bytes are, they are lines: one that is no checkpoint is a finding, not a reason to look no further. */
    void eachLine(Consumer<String> reader) throws IOException {
        if (exists()) {
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    reader.accept(line);
                }
            }
        }
    }

    /** The last entry written; empty where none was noted, or the note is not whole. */
    Optional<Written> head() throws IOException {
        if (!Files.exists(head)) {
            return Optional.empty();
        }
        String[] parts =
                Files.readString(head, StandardCharsets.ISO_8859_1).strip().split(" ", -1);
        return parts.length == 2 && parts[0].matches("[0-8]\\d{18}") && parts[1].matches("[0-9a-f]{64}")
                ? Optional.of(new Written(Long.parseLong(parts[0]), new Digest(parts[1])))
                : Optional.empty();
    }
}
