package madoguchi.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.Part;

/** 電子レセプトのファイル – opens a claim file, reads it part by part, and shows on standard error how far a long one has come. */
final class UkeFile implements AutoCloseable {

    private static final long LONG = 64 << 20;
    private static final long STEP = 16 << 20;

    private final InputStream in;
    private final ClaimReader reader;
    private final long length;
    private long told;

    UkeFile(Path path) throws IOException {
        length = Files.size(path);
        in = Files.newInputStream(path);
        reader = isDpc(path) ? new ClaimReader(in, FileKind.DPC) : new ClaimReader(in);
    }

    /* RECEIPTD is DPC even if its first receipts are not bundled. */
    private static boolean isDpc(Path path) {
        return String.valueOf(path.getFileName()).toUpperCase(Locale.ROOT).startsWith("RECEIPTD");
    }

    Optional<Part> next() {
        if (!reader.hasNext()) {
            progress(true);
            return Optional.empty();
        }
        Part part = reader.next();
        progress(false);
        return Optional.of(part);
    }

    FileKind kind() {
        return reader.kind();
    }

    long bytes() {
        return reader.position();
    }

    private void progress(boolean last) {
        if (length >= LONG && (last || reader.position() - told >= STEP)) {
            told = reader.position();
            System.err.printf("\r  %,d / %,d MB%s", told >> 20, length >> 20, last ? "\n" : "");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
