package madoguchi.hub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** 登録ファイルの入手先 – something with a name whose bytes can be read more than once. */
public interface Source {

    /** The file's name, without folders. */
    String name();

    /** Its bytes from the beginning. */
    InputStream open() throws IOException;

    /** A file on disk. */
    static Source of(Path file) {
        return new Source() {
            @Override
            public String name() {
                return String.valueOf(file.getFileName());
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }

    /** Bytes in memory. */
    static Source of(String name, byte[] bytes) {
        return new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
