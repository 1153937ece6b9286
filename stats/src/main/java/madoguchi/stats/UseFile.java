package madoguchi.stats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/*
 * The nation's month does not fit into memory as objects, and a database is a slow way to read all of it once. So the ledger of a month can stand in one file of
 * fixed records, little-endian:
 *
 *   8 bytes  "MDGUSE1\n"
 *   4 bytes  month as YYYYMM        4 bytes  number of facilities
 *   8 bytes  number of records
 *   10 bytes for each facility: its code in ASCII; then zeros to a multiple of 4
 *   12 bytes for each record: index of the facility · person (0: nobody told) · second of the day (17 bits, high) and cell (10 bits)
 *
 * 274,605,299 records are 3.3 GB. The file is mapped, not read: the system decides what of it is in memory, and every thread takes its own stretch.
 */

/** 利用記録ファイル – one month of the ledger in a compact form, read at the speed of memory. */
final class UseFile {

    static final int RECORD = 12;

    /** What one thread takes at a time, in bytes. */
    private static final long STRETCH = (long) RECORD << 18;

    private static final byte[] MAGIC = "MDGUSE1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 24;
    private static final int CODE = 10;
    private static final int CELL_BITS = 10;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int MONTHS = 100;

    private UseFile() {}

    /** 作り手 – fills records in order; {@code record} is positioned at the record to write, 12 bytes. */
    interface Source {
        /** Puts record {@code number} (from 0) by {@link #put}. */
        void write(long number, ByteBuffer record);
    }

    static void put(ByteBuffer record, int facility, int person, int second, int cell) {
        record.putInt(facility).putInt(person).putInt((second << CELL_BITS) | cell);
    }

    /** Writes a file of {@code records} records. */
    static void write(Path file, YearMonth month, List<String> facilities, long records, Source source)
            throws IOException {
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            flush(out, head(month, facilities, records));
            ByteBuffer block = ByteBuffer.allocateDirect(RECORD << 16).order(ByteOrder.LITTLE_ENDIAN);
            for (long number = 0; number < records; number++) {
                source.write(number, block);
                if (!block.hasRemaining()) {
                    flush(out, block);
                }
            }
            flush(out, block);
        }
    }

    /** The bytes before the records, to be flushed. */
    static ByteBuffer head(YearMonth month, List<String> facilities, long records) {
        ByteBuffer head = ByteBuffer.allocate(body(facilities.size())).order(ByteOrder.LITTLE_ENDIAN);
        head.put(MAGIC)
                .putInt(month.getYear() * MONTHS + month.getMonthValue())
                .putInt(facilities.size())
                .putLong(records);
        facilities.forEach(code -> head.put(code.getBytes(StandardCharsets.US_ASCII)));
        return head.position(head.capacity());
    }

    private static int body(int facilities) {
        return (HEAD + facilities * CODE + 3) / 4 * 4;
    }

    static void flush(FileChannel out, ByteBuffer block) throws IOException {
        block.flip();
        while (block.hasRemaining()) {
            out.write(block);
        }
        block.clear();
    }

    /** 読み手 – sees every record of a stretch. */
    interface Reader {
        /** One record; the person is -1 where nobody was told. */
        void read(int facility, long person, int second, int cell);
    }

    /** 見出し – what a file says of itself. */
    record Head(YearMonth month, List<String> facilities, long records) {}

    /** The head of a file; throws {@link IOException} when it is no use file, or cut short. */
    static Head head(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel in = FileChannel.open(file)) {
            return head(file, in.map(FileChannel.MapMode.READ_ONLY, 0, in.size(), arena));
        }
    }

    private static Head head(Path file, MemorySegment bytes) throws IOException {
        if (bytes.byteSize() < HEAD
                || MemorySegment.mismatch(bytes, 0, MAGIC.length, MemorySegment.ofArray(MAGIC), 0, MAGIC.length) >= 0) {
            throw broken(file, "利用記録ファイルではありません / this is no use file");
        }
        int month = bytes.get(INT, 8);
        int facilities = bytes.get(INT, 12);
        long records = bytes.get(LONG, 16);
        if (month % MONTHS < 1 || month % MONTHS > 12 || month / MONTHS < 1) {
            throw broken(file, "利用記録ファイルの月が読めません / the month of the use file cannot be read");
        }
        if (facilities < 0 || records < 0 || bytes.byteSize() != body(facilities) + records * RECORD) {
            throw broken(file, "利用記録ファイルの長さが合いません / the use file is cut short");
        }
        // One copy for all: a month of day files names every facility thirty times.
        byte[] digits = bytes.asSlice(HEAD, (long) facilities * CODE).toArray(ValueLayout.JAVA_BYTE);
        List<String> codes = new ArrayList<>(facilities);
        for (int i = 0; i < facilities; i++) {
            codes.add(new String(digits, i * CODE, CODE, StandardCharsets.US_ASCII));
        }
        return new Head(YearMonth.of(month / MONTHS, month % MONTHS), codes, records);
    }

    /** 畳み込み – folds a whole file by several threads; people are counted with bounded memory, beside the file. */
    static UsageMonth fold(Path file, Counting counting, int threads, Path spill) throws IOException {
        return fold(List.of(file), head(file).month(), counting, threads, spill);
    }

    /** 区間 – a stretch of records of one file, with the numbers of its facilities in the whole. */
    @SuppressWarnings("ArrayRecordComponent") // Read by one thread, never compared.
    private record Stretch(MemorySegment records, int[] numbers) {}

    /** Folds files of one month, each with a list of facilities of its own. Throws {@link IOException} when one is broken or of another month. */
    static UsageMonth fold(List<Path> files, YearMonth month, Counting counting, int threads, Path spill)
            throws IOException {
        try (Arena arena = Arena.ofShared();
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Map<String, Integer> numbers = new LinkedHashMap<>();
            Queue<Stretch> waiting = new ConcurrentLinkedQueue<>();
            for (Path file : files) {
                waiting.addAll(stretches(file, month, arena, numbers));
            }
            List<UsageFold> folds = new ArrayList<>();
            try {
                List<Callable<Void>> work = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    UsageFold fold = new UsageFold(month, counting, spill);
                    folds.add(fold);
                    work.add(() -> {
                        for (Stretch next = waiting.poll(); next != null; next = waiting.poll()) {
                            lay(next, fold);
                        }
                        return null;
                    });
                }
                finish(pool.invokeAll(work));
                return UsageMonth.of(month, List.copyOf(numbers.keySet()), folds);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } finally {
                folds.forEach(UsageFold::close);
            }
        }
    }

    private static List<Stretch> stretches(Path file, YearMonth month, Arena arena, Map<String, Integer> numbers)
            throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            MemorySegment bytes = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size(), arena);
            Head head = head(file, bytes);
            if (!head.month().equals(month)) {
                throw broken(file, "別の月の利用記録ファイルです / a use file of another month");
            }
            int[] mine = new int[head.facilities().size()];
            for (int i = 0; i < mine.length; i++) {
                mine[i] = numbers.computeIfAbsent(head.facilities().get(i), code -> numbers.size());
            }
            List<Stretch> stretches = new ArrayList<>();
            long first = body(mine.length);
            for (long at = first; at < bytes.byteSize(); at += STRETCH) {
                stretches.add(new Stretch(bytes.asSlice(at, Math.min(STRETCH, bytes.byteSize() - at)), mine));
            }
            return stretches;
        }
    }

    private static IOException broken(Path file, String why) {
        return new IOException(file.getFileName() + ": " + why);
    }

    private static void finish(List<Future<Void>> running) throws IOException, InterruptedException {
        for (Future<Void> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new IOException("利用記録ファイルが壊れています / the use file is broken", failed);
            }
        }
    }

    private static void lay(Stretch stretch, UsageFold fold) {
        MemorySegment records = stretch.records();
        int[] numbers = stretch.numbers();
        for (long at = 0; at < records.byteSize(); at += RECORD) {
            long person = Integer.toUnsignedLong(records.get(INT, at + Integer.BYTES));
            fold.add(
                    numbers[records.get(INT, at)],
                    person == 0 ? -1 : person,
                    records.get(INT, at + 2 * Integer.BYTES) & (Cell.COUNT - 1));
        }
    }

    /** Tells every record in order, for a check by other means. */
    static void each(Path file, Reader reader) throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel in = FileChannel.open(file)) {
            MemorySegment bytes = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size(), arena);
            Head head = head(file, bytes);
            for (long at = body(head.facilities().size()); at < bytes.byteSize(); at += RECORD) {
                long person = Integer.toUnsignedLong(bytes.get(INT, at + Integer.BYTES));
                int packed = bytes.get(INT, at + 2 * Integer.BYTES);
                reader.read(
                        bytes.get(INT, at), person == 0 ? -1 : person, packed >>> CELL_BITS, packed & (Cell.COUNT - 1));
            }
        }
    }
}
