package madoguchi.hub;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/*
 * Open addressing, twelve bytes a slot: the fingerprint, 0 for a free slot, and what it stands for. When nine tenths are used, the table is made
 * anew with a third more slots than entries, so a fingerprint takes between 13.3 and 16 bytes. The high bits of the fingerprint, which is a part of a digest and so already mixed, say where to begin.
 *
 * One thread writes. A slot never changes its fingerprint: what is taken out stays as a fingerprint that stands for nothing until the table is made larger. A
 * new entry sets the value before the fingerprint. So a reader needs no lock: it meets the old value or the new one.
 */

/** 指紋の表 – what a fingerprint of 64 bits stands for, outside the heap. Two things with one fingerprint are the writer's care. */
final class Fingerprints {

    /** 調べ直し – the value of a fingerprint about which this table cannot tell everything: whoever meets it asks the database. */
    static final int ASK = 0;

    /** Nobody has this value: 32 bits, all set. */
    static final int NOTHING = -1;

    private static final VarHandle KEY = ValueLayout.JAVA_LONG.varHandle();
    private static final VarHandle VALUE = ValueLayout.JAVA_INT.varHandle();
    private static final long FREE = 0;
    private static final int FEWEST = 1 << 10;

    /** Both arrays of one size; replaced as a whole. */
    private record Table(long size, MemorySegment keys, MemorySegment values) {

        static Table of(long size) {
            Arena arena = Arena.ofAuto();
            return new Table(
                    size,
                    arena.allocate(size * Long.BYTES, Long.BYTES),
                    arena.allocate(size * Integer.BYTES, Long.BYTES));
        }

        long start(long key) {
            return Math.unsignedMultiplyHigh(key, size);
        }

        long after(long slot) {
            return slot + 1 == size ? 0 : slot + 1;
        }

        long keyAt(long slot) {
            return (long) KEY.getAcquire(keys, slot * Long.BYTES);
        }

        int valueAt(long slot) {
            return (int) VALUE.getAcquire(values, slot * Integer.BYTES);
        }

        /** The slot of a key, or the free one where it would stand. */
        long find(long key) {
            long slot = start(key);
            for (long there = keyAt(slot); there != key && there != FREE; there = keyAt(slot)) {
                slot = after(slot);
            }
            return slot;
        }

        void set(long slot, long key, int value) {
            VALUE.setRelease(values, slot * Integer.BYTES, value);
            KEY.setRelease(keys, slot * Long.BYTES, key);
        }
    }

    private volatile Table table = Table.of(FEWEST);
    private long used;
    private volatile long entries;

    /** The fingerprint of a digest: its first eight bytes. */
    static long of(Digest digest) {
        long bits = ByteBuffer.wrap(digest.bytes()).getLong();
        return bits == FREE ? 1 : bits;
    }

    /** Whether nothing stands here, for whoever would have to compute a fingerprint to ask. */
    boolean isEmpty() {
        return entries == 0;
    }

    /** What the fingerprint stands for; {@link #NOTHING} when it is not there. */
    int get(long key) {
        Table present = table;
        long slot = present.find(key);
        return present.keyAt(slot) == FREE ? NOTHING : present.valueAt(slot);
    }

    /** Lets the fingerprint stand for something else, or for {@link #NOTHING}. */
    void put(long key, int value) {
        int before = get(key);
        if (before == value) {
            return;
        }
        long standing = entries + (value == NOTHING ? 0 : 1) - (before == NOTHING ? 0 : 1);
        entries = standing;
        if ((used + 1) * 10 > table.size() * 9) {
            grow();
        }
        long slot = table.find(key);
        used += table.keyAt(slot) == FREE ? 1 : 0;
        table.set(slot, key, value);
    }

    private void grow() {
        Table old = table;
        Table larger = Table.of(Math.max(FEWEST, entries * 4 / 3));
        used = 0;
        for (long slot = 0; slot < old.size(); slot++) {
            long key = old.keyAt(slot);
            int value = old.valueAt(slot);
            if (key != FREE && value != NOTHING) {
                larger.set(larger.find(key), key, value);
                used++;
            }
        }
        table = larger;
    }

    /** How many stand for something. */
    long entries() {
        return entries;
    }

    /** Bytes taken from the system. */
    long taken() {
        return table.size() * (Long.BYTES + Integer.BYTES);
    }
}
