package madoguchi.hub;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/*
 * The marks of a nation do not fit into memory, and comparing all with all is out of the question. Each mark is written to one of 64 files by its key; marks of one
 * key meet in one file. One file after the other is then read, its marks are sorted by key and person, and each group of one key is handed on. Memory is a buffer
 * for each file while writing, and one file (about a 64th of all marks) while reading. The files are deleted as soon as they are read or the run ends.
 */

/** 目印の並べ替え – puts marks of the same key together, with bounded memory. */
final class MarkFiles implements AutoCloseable {

    private static final int FILES = 64;
    private static final int BUFFER = 32 * 1024;
    private static final int BYTES = QualityMark.LONGS * Long.BYTES;

    private final List<Part> parts = new ArrayList<>();

    /** Marks are written below {@code folder}, readable by the owner only. */
    MarkFiles(Path folder) {
        for (int i = 0; i < FILES; i++) {
            parts.add(new Part(folder));
        }
    }

    void add(QualityMark mark) {
        parts.get((int) (mark.key() >>> 58)).add(mark);
    }

    /** Hands on each group of two or more marks with one key, sorted by person and fact. */
    void eachGroup(Consumer<List<QualityMark>> groups) {
        parts.forEach(part -> part.eachGroup(groups));
    }

    @Override
    public void close() {
        parts.forEach(Part::close);
    }

    private static final class Part {
        private final Path folder;
        private ByteBuffer buffer = ByteBuffer.allocate(0);
        private Optional<FileChannel> file = Optional.empty();

        Part(Path folder) {
            this.folder = folder;
        }

        synchronized void add(QualityMark mark) {
            if (buffer.capacity() == 0) {
                buffer = ByteBuffer.allocate(BUFFER / BYTES * BYTES);
            }
            if (!buffer.hasRemaining()) {
                write();
            }
            mark.put(buffer.slice().asLongBuffer());
            buffer.position(buffer.position() + BYTES);
        }

        /** A small run needs no file. The file goes with the process, whatever happens. */
        private void write() {
            try {
                if (file.isEmpty()) {
                    file = Optional.of(FileChannel.open(
                            Files.createTempFile(folder, "marks", ".tmp"),
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
                }
                buffer.flip();
                while (buffer.hasRemaining()) {
                    file.get().write(buffer);
                }
                buffer.clear();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private List<QualityMark> sorted() {
            try {
                long written = file.isEmpty() ? 0 : file.get().size();
                long[] longs = new long[Math.toIntExact((written + buffer.position()) / Long.BYTES)];
                int read = Math.toIntExact(written / Long.BYTES);
                buffer.flip().asLongBuffer().get(longs, read, longs.length - read);
                if (file.isPresent()) {
                    read(file.get(), longs, read);
                }
                return sorted(longs);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void read(FileChannel file, long[] longs, int count) throws IOException {
            ByteBuffer some = ByteBuffer.allocate(BUFFER);
            file.position(0);
            for (int at = 0; at < count; ) {
                if (file.read(some) < 0) {
                    throw new EOFException("a file of marks is shorter than what was written");
                }
                some.flip();
                int whole = some.remaining() / Long.BYTES;
                some.asLongBuffer().get(longs, at, whole);
                at += whole;
                some.position(whole * Long.BYTES);
                some.compact();
            }
        }

        /** Keys that occur once are left out before anything becomes an object. */
        private static List<QualityMark> sorted(long[] longs) {
            int count = longs.length / QualityMark.LONGS;
            long[] keys = new long[count];
            for (int i = 0; i < count; i++) {
                keys[i] = longs[i * QualityMark.LONGS];
            }
            Arrays.sort(keys);
            List<QualityMark> marks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int found = Arrays.binarySearch(keys, longs[i * QualityMark.LONGS]);
                boolean shared = (found > 0 && keys[found - 1] == keys[found])
                        || (found + 1 < count && keys[found + 1] == keys[found]);
                if (shared) {
                    marks.add(QualityMark.read(longs, i * QualityMark.LONGS));
                }
            }
            marks.sort(java.util.Comparator.comparingLong(QualityMark::key)
                    .thenComparingLong(QualityMark::person)
                    .thenComparingLong(QualityMark::fact));
            return marks;
        }

        void eachGroup(Consumer<List<QualityMark>> groups) {
            List<QualityMark> marks = sorted();
            close();
            int from = 0;
            for (int i = 1; i <= marks.size(); i++) {
                if (i == marks.size() || marks.get(i).key() != marks.get(from).key()) {
                    groups.accept(marks.subList(from, i));
                    from = i;
                }
            }
        }

        void close() {
            try {
                if (file.isPresent()) {
                    file.get().close();
                }
                file = Optional.empty();
                buffer = ByteBuffer.allocate(0);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
