package madoguchi.town;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;

/** 資源 – the files of the town, from this module's own resources. A missing file is a broken build, hence an exception. */
final class Resources {

    private Resources() {}

    /** A file under {@code town/} as UTF-8 text. */
    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The registration files named in {@code batches.csv}, in its order. */
    static List<Batch> batches() {
        return text("batches.csv").lines().skip(1).map(Resources::batch).toList();
    }

    private static Batch batch(String line) {
        int comma = line.indexOf(',');
        String fileName = line.substring(0, comma);
        var recordedAt = OffsetDateTime.parse(line.substring(comma + 1)).toInstant();
        return new Batch(fileName, recordedAt, bytes("batches/" + fileName));
    }

    /** The files named in {@code subsidies.csv}, in its order. */
    static List<SubsidyFile> subsidyFiles() {
        return text("subsidies.csv").lines().skip(1).map(Resources::subsidyFile).toList();
    }

    private static SubsidyFile subsidyFile(String line) {
        String[] cells = line.split(",", -1);
        return new SubsidyFile(
                cells[0], cells[1], OffsetDateTime.parse(cells[2]).toInstant(), bytes("subsidies/" + cells[0]));
    }

    static byte[] participants() {
        return bytes("subsidies/participants.csv");
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Town.class.getResourceAsStream("/town/" + name)) {
            if (in == null) {
                throw new NoSuchElementException("the town has no file " + name);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
