package madoguchi.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** 秘密のファイル – random bytes or text made once and kept, readable by the owner only. Appears whole and on disk or not at all, however many processes make it and whenever they are killed. */
final class SecretFile {

    private SecretFile() {}

    /** The file's content; {@code first} becomes its content if there is no such file yet. */
    static byte[] read(Path file, byte[] first) throws IOException {
        if (!Files.exists(file)) {
            Path folder = Files.createDirectories(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Path draft = Files.createTempFile(folder, "draft", ".tmp");
            try {
                Files.write(draft, first);
                try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException madeByAnother) {
                // Theirs counts.
            } finally {
                Files.delete(draft);
            }
        }
        return Files.readAllBytes(file);
    }
}
