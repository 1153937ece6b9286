package madoguchi.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/*
 * How many records there are and which facilities occur is known only at the end, but stands at the beginning of the file. So the records go to a file beside it, and
 * the end puts head and records together and gives the file its name: it is there whole or not at all.
 */

/** 利用記録ファイルの書き手 – writes verifications one by one into a use file. In memory are one block and the codes of the facilities. */
final class UseWriter implements Consumer<Use>, AutoCloseable {

    private static final int BLOCK = UseFile.RECORD << 14;

    private final Path file;
    private final YearMonth month;
    private final Path records;
    private final FileChannel out;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private long written;

    /** Begins to write; what a broken-off try left is overwritten. */
    UseWriter(Path file, YearMonth month) throws IOException {
        this.file = file;
        this.month = month;
        records = file.resolveSibling(file.getFileName() + ".records");
        out = FileChannel.open(
                records,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Writes one; throws {@link IllegalArgumentException} for one of another month, or when the person's number has no room in 32 bits. */
    @Override
    public void accept(Use use) {
        long person = use.person().orElse(0);
        if (!YearMonth.from(use.day()).equals(month) || person < 0 || person >>> Integer.SIZE != 0) {
            throw new IllegalArgumentException("a verification that this file cannot hold");
        }
        Integer facility = numbers.computeIfAbsent(use.facility(), code -> numbers.size());
        UseFile.put(
                block,
                facility,
                (int) person,
                use.at().atZone(Use.TOKYO).toLocalTime().toSecondOfDay(),
                Cell.of(use));
        written++;
        if (!block.hasRemaining()) {
            flush();
        }
    }

    private void flush() {
        try {
            UseFile.flush(out, block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the file and gives it its name; returns how many records it holds. */
    long end() throws IOException {
        flush();
        Path whole = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel to = FileChannel.open(
                whole, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            UseFile.flush(to, UseFile.head(month, new ArrayList<>(numbers.keySet()), written));
            for (long at = 0; at < out.size(); ) {
                at += out.transferTo(at, out.size() - at, to);
            }
            to.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return written;
    }

    /** Takes the file of records away. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(records);
    }
}
