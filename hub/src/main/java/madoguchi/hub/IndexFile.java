package madoguchi.hub;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import madoguchi.hub.FactIndex.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * The file is the index's memory as it is, four parts one after the other (records, heads, words, slots), and a tail of fixed length: the form, the last fact,
 * the sizes, a checksum of each part and one of the tail. It is written beside its place and moved there whole, so it is there or not. A file that is damaged,
 * or was written by another edition of this program, is as good as none: everything in it can be read from the database again.
 *
 * It is written while the index answers, beside the log of verifications on the same disk. So every piece is on disk before the next one is begun: a commit of the
 * log never waits behind more than one piece. And whoever had it written is asked before each piece whether the index is still the same; if not, the draft is thrown away.
 *
 * It holds the same personal data as the database, and belongs to the same owner only.
 */

/** 索引の控え – an index on disk, for a fast start. */
final class IndexFile {

    /**
     * 控えの中身.
     *
     * @param index the index
     * @param last digest of the last fact it took, by which its database can be told from another
     */
    record Saved(FactIndex index, Digest last) {}

    /**
     * 控えるもの – an index as it was at one moment: where its memory lies, not a copy of it.
     *
     * @param last digest of the last fact it took
     * @param sizes as the tail has them
     * @param parts its memory, in the order of the file
     */
    record Snapshot(Digest last, List<Long> sizes, List<List<MemorySegment>> parts) {

        /** The index as it is now; nobody may be changing it at this moment. */
        static Snapshot of(FactIndex index, Digest last) {
            return new Snapshot(last, IndexFile.sizes(index), IndexFile.parts(index));
        }
    }

    /** 書き込みの完了 – makes a piece that was written last; a test's disk is slower. */
    interface Disk {
        void force(FileChannel channel) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(IndexFile.class);
    private static final long PIECE = 1L << 20;
    private static final int PARTS = 4;
    private static final int SIZES = 8;
    private static final int TAIL = 32 + 32 + SIZES * Long.BYTES + PARTS * Integer.BYTES + Integer.BYTES;
    private static final byte[] FORM = Digest.of(
                    "index 1", PackedCoverage.FORM, ByteOrder.nativeOrder().toString())
            .bytes();

    private final Path path;
    private final Path folder;
    private final Disk disk;

    IndexFile(Path path) {
        this(path, channel -> channel.force(false));
    }

    /** A file on a disk of one's own. */
    IndexFile(Path path, Disk disk) {
        this.path = path;
        this.disk = disk;
        this.folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    }

    // Writing.

    /** Writes the index, which must not change meanwhile, in place of what was there. */
    void write(FactIndex index, Digest last) throws IOException {
        write(Snapshot.of(index, last), () -> true);
    }

    /**
     * Writes an index in place of what was there, unless it changes meanwhile: then what was there stays.
     *
     * @param unchanged whether the memory is still that of the snapshot; asked before each piece and before the last step
     * @return whether it was written
     */
    boolean write(Snapshot snapshot, BooleanSupplier unchanged) throws IOException {
        Files.createDirectories(folder);
        Path draft = path.resolveSibling(path.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        if (!written(draft, snapshot, unchanged)) {
            Files.delete(draft);
            return false;
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        return true;
    }

    private boolean written(Path draft, Snapshot snapshot, BooleanSupplier unchanged) throws IOException {
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer tail =
                    ByteBuffer.allocate(TAIL).put(FORM).put(snapshot.last().bytes());
            snapshot.sizes().forEach(tail::putLong);
            for (List<MemorySegment> part : snapshot.parts()) {
                CRC32C checksum = new CRC32C();
                for (MemorySegment piece : pieces(part)) {
                    if (!unchanged.getAsBoolean()) {
                        return false;
                    }
                    write(channel, piece, checksum);
                }
                tail.putInt((int) checksum.getValue());
            }
            tail.putInt(checksum(tail.array(), tail.position()));
            writeFully(channel, tail.flip());
            disk.force(channel);
            return unchanged.getAsBoolean();
        }
    }

    private static List<Long> sizes(FactIndex index) {
        Tally tally = index.tally();
        return List.of(
                index.records().used(),
                index.heads().limit(),
                index.words().space().used(),
                (long) index.slots().size(),
                (long) index.slots().used(),
                tally.published(),
                tally.entries(),
                tally.replaced());
    }

    private static List<List<MemorySegment>> parts(FactIndex index) {
        return List.of(
                index.records().memory(),
                index.heads().memory(),
                index.words().space().memory(),
                index.slots().memory());
    }

    private void write(FileChannel channel, MemorySegment piece, CRC32C checksum) throws IOException {
        checksum.update(piece.asByteBuffer());
        writeFully(channel, piece.asByteBuffer());
        disk.force(channel);
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Makes the new name last, not only the new bytes. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    // Reading.

    /** The index as it was written; empty when there is none that can be used, for a reason that is logged. */
    Optional<Saved> read() {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return read(channel);
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return ignored("it cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private Optional<Saved> ignored(String reason) {
        LOG.warn("the saved index {} is not used: {}", path, reason);
        return Optional.empty();
    }

    private Optional<Saved> read(FileChannel channel) throws IOException {
        if (channel.size() < TAIL) {
            return ignored("it is too short");
        }
        ByteBuffer tail = ByteBuffer.allocate(TAIL);
        readFully(channel, tail, channel.size() - TAIL);
        if (tail.getInt(TAIL - Integer.BYTES) != checksum(tail.array(), TAIL - Integer.BYTES)) {
            return ignored("its tail is damaged");
        }
        tail.flip();
        if (!digest(tail).equals(Digest.of(FORM))) {
            return ignored("it was written by another edition");
        }
        Digest last = digest(tail);
        if (!fits(tail, channel.size() - TAIL)) {
            return ignored("its sizes are not those of its parts");
        }
        Space records = new Space(tail.getLong());
        Heads heads = new Heads(tail.getLong());
        Space words = new Space(tail.getLong());
        Slots slots = new Slots((int) tail.getLong(), (int) tail.getLong());
        Tally tally = new Tally(tail.getLong(), tail.getLong(), tail.getLong());
        long at = 0;
        for (List<MemorySegment> part : List.of(records.memory(), heads.memory(), words.memory(), slots.memory())) {
            long length = part.stream().mapToLong(MemorySegment::byteSize).sum();
            if (at + length > channel.size() - TAIL || fill(channel, part, at) != tail.getInt()) {
                return ignored("a part is damaged");
            }
            at += length;
        }
        return at == channel.size() - TAIL
                ? Optional.of(new Saved(new FactIndex(records, heads, Words.in(words), slots, tally), last))
                : ignored("it is too long");
    }

    /** Whether the sizes that follow add up to so many bytes: no memory is taken for what is not there. */
    private static boolean fits(ByteBuffer tail, long bytes) {
        long records = tail.getLong(tail.position());
        long heads = tail.getLong(tail.position() + Long.BYTES);
        long words = tail.getLong(tail.position() + 2 * Long.BYTES);
        long slots = tail.getLong(tail.position() + 3 * Long.BYTES);
        long used = tail.getLong(tail.position() + 4 * Long.BYTES);
        return LongStream.of(records, heads, words, slots).allMatch(size -> size >= 0 && size <= bytes)
                && slots <= Integer.MAX_VALUE
                && used >= 0
                && used < slots
                && records + Heads.bytes(heads) + words + slots * (1 + Integer.BYTES) == bytes;
    }

    private static Digest digest(ByteBuffer from) {
        byte[] bytes = new byte[32];
        from.get(bytes);
        return Digest.of(bytes);
    }

    private static int fill(FileChannel channel, List<MemorySegment> part, long start) throws IOException {
        CRC32C checksum = new CRC32C();
        long at = start;
        for (MemorySegment piece : pieces(part)) {
            readFully(channel, piece.asByteBuffer(), at);
            checksum.update(piece.asByteBuffer());
            at += piece.byteSize();
        }
        return (int) checksum.getValue();
    }

    private static void readFully(FileChannel channel, ByteBuffer into, long start) throws IOException {
        long at = start;
        while (into.hasRemaining()) {
            int count = channel.read(into, at);
            if (count < 0) {
                throw new java.io.EOFException();
            }
            at += count;
        }
    }

    /** Pieces small enough for the checksum to find them still in the processor's cache, and for a disk to take one between two commits. */
    private static List<MemorySegment> pieces(List<MemorySegment> part) {
        return part.stream()
                .flatMap(memory -> Stream.iterate(0L, at -> at < memory.byteSize(), at -> at + PIECE)
                        .map(at -> memory.asSlice(at, Math.min(PIECE, memory.byteSize() - at))))
                .toList();
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
