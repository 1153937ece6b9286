package madoguchi.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/*
 * Open addressing over the first 16 bytes of the keyed digest, which is as good as random: no two persons are ever expected to share them. Three numbers a slot.
 */

/** 人の表 – ids of persons by their keyed digest, in memory: 24 bytes a slot, at most two thirds of them taken. */
final class PersonTable {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final int PARTS = 3;

    private long[] slots;
    private int size;

    /** A table for about so many persons; it grows when there are more. */
    PersonTable(long persons) {
        slots = new long[slotsFor(persons) * PARTS];
    }

    private static int slotsFor(long persons) {
        return Math.toIntExact(Math.max(16, Long.highestOneBit(persons * 3 / 2) * 2));
    }

    /** The id of a person; 0 for nobody known. */
    long id(byte[] digest) {
        return slots[place((long) LONG.get(digest, 0), (long) LONG.get(digest, Long.BYTES)) + 2];
    }

    /** Enters a person, or gives one another id. */
    void put(byte[] digest, long id) {
        if ((size + 1L) * PARTS * 3 > slots.length * 2L) {
            grow();
        }
        put((long) LONG.get(digest, 0), (long) LONG.get(digest, Long.BYTES), id);
    }

    private void put(long high, long low, long id) {
        int place = place(high, low);
        size += slots[place + 2] == 0 ? 1 : 0;
        slots[place] = high;
        slots[place + 1] = low;
        slots[place + 2] = id;
    }

    /** Where the digest stands or may be put. */
    private int place(long high, long low) {
        int count = slots.length / PARTS;
        int slot = (int) low & (count - 1);
        while (slots[slot * PARTS + 2] != 0 && (slots[slot * PARTS] != high || slots[slot * PARTS + 1] != low)) {
            slot = (slot + 1) & (count - 1);
        }
        return slot * PARTS;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[Math.multiplyExact(before.length, 2)];
        size = 0;
        for (int i = 0; i < before.length; i += PARTS) {
            if (before[i + 2] != 0) {
                put(before[i], before[i + 1], before[i + 2]);
            }
        }
    }

    int size() {
        return size;
    }
}
