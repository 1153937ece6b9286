package madoguchi.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/*
 * How many different people used their card at each facility in a month is a count of distinct pairs. A nation's month has a hundred million uses, too many for a
 * set on the heap. So every pair becomes one number (24 bits facility, 40 bits person) and goes, by its facility, into one of 64 parts; what is in memory is bounded,
 * the rest lies in one file for each part. At the end each part alone is read, sorted and counted: all pairs of a facility are in the same part.
 */

/** 人と施設の組 – counts distinct people by facility, with bounded memory. */
final class Pairs implements AutoCloseable {

    private static final int PARTS = 64;
    private static final int PERSON_BITS = 40;
    private static final int FIRST_ROOM = 1 << 10;

    /** Pairs in memory before they are written away: 64 MB. */
    static final int LIMIT = 1 << 23;

    private final int limit;
    private final long[][] memory = new long[PARTS][FIRST_ROOM];
    private final int[] used = new int[PARTS];
    private int total;
    private Path folder;
    private boolean spilled;

    /** Writes into {@code folder} (made when needed, emptied at the end) when more than {@code limit} pairs are in memory. */
    Pairs(Path folder, int limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** A use; throws {@link IllegalArgumentException} when a number is too large for its bits. */
    void add(int facility, long person) {
        if (person < 0 || person >>> PERSON_BITS != 0 || facility >>> (Long.SIZE - PERSON_BITS) != 0) {
            throw new IllegalArgumentException("a number is too large to be counted");
        }
        int part = facility & (PARTS - 1);
        if (used[part] == memory[part].length) {
            memory[part] = Arrays.copyOf(memory[part], used[part] * 2);
        }
        memory[part][used[part]++] = ((long) facility << PERSON_BITS) | person;
        if (++total >= limit) {
            spill();
        }
    }

    private void spill() {
        try {
            if (!spilled) {
                folder = Files.createTempDirectory(Files.createDirectories(folder), "pairs-");
                spilled = true;
            }
            for (int part = 0; part < PARTS; part++) {
                ByteBuffer bytes = ByteBuffer.allocate(used[part] * Long.BYTES).order(ByteOrder.nativeOrder());
                bytes.asLongBuffer().put(memory[part], 0, used[part]);
                try (FileChannel file = FileChannel.open(
                        file(part), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                }
                used[part] = 0;
            }
            total = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int part) {
        return folder.resolve(Integer.toString(part));
    }

    /** 数 – the distinct people of each facility, over the pairs of several collectors; the array's length is the number of facilities. Counts the parts side by side. */
    static long[] people(List<Pairs> all, int facilities) {
        long[] people = new long[facilities];
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            long[] keys = all.stream()
                    .map(one -> one.part(part))
                    .reduce(Pairs::joined)
                    .orElseGet(() -> new long[0]);
            Arrays.sort(keys);
            for (int i = 0; i < keys.length; i++) {
                if (i == 0 || keys[i] != keys[i - 1]) {
                    people[(int) (keys[i] >>> PERSON_BITS)]++;
                }
            }
        });
        return people;
    }

    private static long[] joined(long[] one, long[] other) {
        long[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private long[] part(int part) {
        try {
            long onDisk = spilled ? Files.size(file(part)) / Long.BYTES : 0;
            long[] keys = new long[Math.toIntExact(onDisk) + used[part]];
            if (onDisk > 0) {
                ByteBuffer.wrap(Files.readAllBytes(file(part)))
                        .order(ByteOrder.nativeOrder())
                        .asLongBuffer()
                        .get(keys, 0, (int) onDisk);
            }
            System.arraycopy(memory[part], 0, keys, (int) onDisk, used[part]);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the files away. */
    @Override
    public void close() {
        if (!spilled) {
            return;
        }
        try {
            for (int part = 0; part < PARTS; part++) {
                Files.deleteIfExists(file(part));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
