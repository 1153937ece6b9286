package madoguchi.nation;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import madoguchi.core.Coverage;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;

/*
 * People come one by one and are written at once; what they are looked up by goes into 256 files by the first byte of the fingerprint. At the end each of those is read, sorted and written behind the records:
 * sorting one after the other sorts all. So the memory needed is that of one of the 256, whatever the size of the country. Everything is written beside its place and moved there whole.
 */

/** 写しを作る – writes a {@link Snapshot} of people that are handed in one by one, in any order, each once. Hidden people (不開示) must not be handed in. Not for several threads. */
public final class SnapshotBuilder implements AutoCloseable {

    private static final int FILES = 256;
    private static final int LEAST_BITS = 8;
    private static final int ENTRY = 2 * Long.BYTES;

    private final Path target;
    private final Path folder;
    private final Payers payers = new Payers();
    private final PackedBytes packed = new PackedBytes();
    private final CountedOutput near;
    private final OutputStream far;
    private final DataOutputStream[] keys = new DataOutputStream[FILES];
    private final Set<Long> own = new HashSet<>();
    private long people;
    private long farLength;
    private long entries;

    /** A snapshot yet to be written; its parts lie beside the target until {@link #finish}. */
    public SnapshotBuilder(Path target) throws IOException {
        this.target = target;
        this.folder = Files.createTempDirectory(target.toAbsolutePath().getParent(), "snapshot");
        this.near = new CountedOutput(Files.newOutputStream(folder.resolve("near")));
        this.far = new BufferedOutputStream(Files.newOutputStream(folder.resolve("far")), 1 << 16);
        for (int i = 0; i < FILES; i++) {
            keys[i] = new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(folder.resolve("keys" + i)), 1 << 14));
        }
    }

    /** One more person. */
    public void add(Timeline person) throws IOException {
        long place = near.written;
        own.clear();
        for (Stay stay : person.stays()) {
            Coverage coverage = stay.coverage();
            key(
                    Keys.number(
                            coverage.id().insurer(),
                            coverage.id().numberKey(),
                            coverage.holder().birth()),
                    place);
            key(Keys.reading(Needed.readingKey(coverage), coverage.holder().birth()), place);
        }
        packed.clear();
        PackedPerson.writeNear(person, farLength, payers, packed);
        near.write(packed.array(), 0, packed.length());
        packed.clear();
        PackedPerson.writeFar(person, packed);
        far.write(packed.array(), 0, packed.length());
        farLength += packed.length();
        people++;
    }

    private void key(long key, long place) throws IOException {
        if (own.add(key)) {
            DataOutputStream file = keys[(int) (key >>> (Long.SIZE - 8))];
            file.writeLong(key);
            file.writeLong(place);
            entries++;
        }
    }

    /** Puts the parts together and in place. Returns the snapshot, mapped. */
    public Snapshot finish() throws IOException {
        far.close();
        for (DataOutputStream file : keys) {
            file.close();
        }
        long farFrom = near.written;
        near.flush();
        Files.copy(folder.resolve("far"), near);
        packed.clear();
        payers.write(packed);
        long payersFrom = near.written;
        near.write(packed.array(), 0, packed.length());
        long entriesFrom = near.written;
        int bits = Math.max(LEAST_BITS, Long.SIZE - Long.numberOfLeadingZeros(entries) - 1);
        entries(bits);
        long bucketsFrom = near.written;
        Files.copy(folder.resolve("buckets"), near);
        for (long value : new long[] {
            Snapshot.FORM, people, farFrom, payersFrom, entriesFrom, bucketsFrom, bits, PackedPerson.FORM, near.sum()
        }) {
            near.number(value, Long.BYTES);
        }
        near.close();
        forItsOwner(folder.resolve("near"));
        Files.move(folder.resolve("near"), target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return Snapshot.open(target);
    }

    /** Only its owner reads it, where the file system knows owners. */
    private static void forItsOwner(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Writes the entries in order, and beside them where each bucket begins, and where the last one ends. */
    private void entries(int bits) throws IOException {
        try (CountedOutput buckets = new CountedOutput(Files.newOutputStream(folder.resolve("buckets")))) {
            long next = 0;
            long written = 0;
            for (int i = 0; i < FILES; i++) {
                ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("keys" + i)));
                for (int index : sorted(file, file.limit() / ENTRY)) {
                    long key = file.getLong(index * ENTRY);
                    for (; next <= key >>> (Long.SIZE - bits); next++) {
                        buckets.number(written, Integer.BYTES);
                    }
                    near.number(
                            Snapshot.mark(key) << Snapshot.PLACE_BITS | file.getLong(index * ENTRY + Long.BYTES),
                            Long.BYTES);
                    written++;
                }
            }
            for (; next <= 1L << bits; next++) {
                buckets.number(written, Integer.BYTES);
            }
        }
    }

    /** The order of the keys of one file: by key, then as they came. */
    private static int[] sorted(ByteBuffer file, int count) {
        return IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> {
                    int byKey = Long.compareUnsigned(file.getLong(a * ENTRY), file.getLong(b * ENTRY));
                    return byKey == 0 ? Integer.compare(a, b) : byKey;
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Removes what is left of the parts; without {@link #finish} nothing stands at the target. */
    @Override
    public void close() throws IOException {
        near.close();
        far.close();
        for (DataOutputStream file : keys) {
            file.close();
        }
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** 書いた量を知る – counts, and writes numbers in the order of this machine's bytes, as the mapped file is read. */
    private static final class CountedOutput extends OutputStream {
        private final OutputStream out;
        private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        private final CRC32C sum = new CRC32C();
        private long written;

        CountedOutput(OutputStream out) {
            this.out = new BufferedOutputStream(out, 1 << 16);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            sum.update(value);
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            sum.update(bytes, from, length);
            written += length;
        }

        /** Of what was written so far. */
        long sum() {
            return sum.getValue();
        }

        void number(long value, int length) throws IOException {
            number.clear();
            if (length == Long.BYTES) {
                number.putLong(value);
            } else {
                number.putInt((int) value);
            }
            write(number.array(), 0, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
