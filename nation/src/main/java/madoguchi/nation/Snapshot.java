package madoguchi.nation;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageHistory;
import madoguchi.core.InsuredId;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;
import madoguchi.core.Typed;

/*
 * The file, one part after the other: the near records of all people, the far ones (PackedPerson), the payers, the entries, the buckets, and a tail of fixed length.
 *
 * An entry is a long: 24 bits of a key's fingerprint and the 40 bits of a place among the near records. A person has one for each different number and reading. Entries are sorted by the whole fingerprint;
 * its first bits are the bucket, and the bucket says where its entries begin. So a look-up reads one bucket, the few entries in it, and the record of nearly always one person, which is compared in full.
 */

/**
 * 資格の経過の写し – every timeline of the registers as of a moment, with only what settling needs, in a file that is mapped: outside the heap, in the memory of the operating system, shared by processes. Made by {@link
 * SnapshotBuilder}. Safe for any number of threads until it is closed.
 *
 * <p>{@link #of} leaves out readings and addresses (only the search for unidentified claims asks for them); both leave out everything that {@code settle} does not ask for. It holds personal data: its file is for its owner alone.
 */
public final class Snapshot implements CoverageHistory, AutoCloseable {

    static final long FORM = 0x4d41444f53455432L;
    static final int TAIL = 9 * Long.BYTES;
    static final int PLACE_BITS = 40;
    static final long PLACE = (1L << PLACE_BITS) - 1;

    private final Arena arena;
    private final MemorySegment file;
    private final long people;
    private final long far;
    private final Payers payers;
    private final MemorySegment entries;
    private final MemorySegment buckets;
    private final int shift;

    private Snapshot(Arena arena, MemorySegment file) throws IOException {
        long tail = file.byteSize() - TAIL;
        if (tail < 0
                || file.get(ValueLayout.JAVA_LONG_UNALIGNED, tail) != FORM
                || file.get(ValueLayout.JAVA_LONG_UNALIGNED, tail + 7L * Long.BYTES) != PackedPerson.FORM) {
            throw new IOException("not a snapshot of the registers, or of another edition of this program");
        }
        this.arena = arena;
        this.file = file;
        this.people = tail(1);
        this.far = tail(2);
        this.payers = Payers.read(new PackedView(file, tail(3)));
        this.entries = file.asSlice(tail(4), tail(5) - tail(4));
        this.buckets = file.asSlice(tail(5), tail - tail(5));
        this.shift = Long.SIZE - (int) tail(6);
    }

    private long tail(int index) {
        return file.get(ValueLayout.JAVA_LONG_UNALIGNED, file.byteSize() - TAIL + (long) index * Long.BYTES);
    }

    /**
     * Maps a snapshot; takes no time, pages come as they are asked for.
     *
     * @throws IOException when there is none, or it is no snapshot of this edition
     */
    public static Snapshot open(Path path) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new Snapshot(arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException | RuntimeException broken) {
            arena.close();
            throw broken;
        }
    }

    /** How many people it holds. */
    public long people() {
        return people;
    }

    /** 指紋 – tells snapshots of different content apart: people and a sum over their records. */
    public String fingerprint() {
        return people + "-" + Long.toHexString(tail(8));
    }

    /** How many bytes the file has. */
    public long bytes() {
        return file.byteSize();
    }

    @Override
    public List<Timeline> of(InsuredId insured, LocalDate birth) {
        String number = insured.numberKey();
        return found(
                Keys.number(insured.insurer(), number, birth),
                false,
                coverage -> coverage.id().insurer().equals(insured.insurer())
                        && coverage.id().numberKey().equals(number)
                        && coverage.holder().birth().equals(birth));
    }

    @Override
    public List<Timeline> named(String kana, LocalDate birth) {
        String reading = Typed.key(kana);
        return found(
                Keys.reading(reading, birth),
                true,
                coverage -> coverage.holder().birth().equals(birth)
                        && Needed.readingKey(coverage).equals(reading));
    }

    private List<Timeline> found(long key, boolean full, Predicate<Coverage> wanted) {
        long bucket = (key >>> shift) * Integer.BYTES;
        int from = buckets.get(ValueLayout.JAVA_INT_UNALIGNED, bucket);
        int to = buckets.get(ValueLayout.JAVA_INT_UNALIGNED, bucket + Integer.BYTES);
        List<Timeline> found = new ArrayList<>(1);
        for (int i = from; i < to; i++) {
            long entry = entries.get(ValueLayout.JAVA_LONG_UNALIGNED, (long) i * Long.BYTES);
            if (entry >>> PLACE_BITS == mark(key)) {
                Timeline person =
                        full ? fully(entry & PLACE) : PackedPerson.read(new PackedView(file, entry & PLACE), payers);
                if (has(person, wanted)) {
                    found.add(person);
                }
            }
        }
        return found;
    }

    private static boolean has(Timeline person, Predicate<Coverage> wanted) {
        for (Stay stay : person.stays()) {
            if (wanted.test(stay.coverage())) {
                return true;
            }
        }
        return false;
    }

    private Timeline fully(long place) {
        long distant = far + new PackedView(file, place).number();
        return PackedPerson.read(new PackedView(file, place), new PackedView(file, distant), payers);
    }

    /** The bits of a fingerprint that an entry keeps: the lowest, the highest are the bucket. */
    static long mark(long key) {
        return key & ((1L << (Long.SIZE - PLACE_BITS)) - 1);
    }

    /** Gives the memory back; no look-up may be under way. */
    @Override
    public void close() {
        arena.close();
    }
}
