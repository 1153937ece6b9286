package madoguchi.hub;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;

/*
 * Open addressing with two arrays: a byte that says whether the slot is used and tells most keys apart, and the person. Nearly every look-up of a key that is
 * not there ends in the bytes, which lie side by side. The high bits of the hash say where to begin, the low ones make the byte. A slot may speak about a key
 * that only shares the hash: who looks up compares what is registered.
 *
 * One thread writes. It sets the person before the byte. A reader may meet a slot that was given to another person in the meantime; the index then starts the
 * reading over, because a slot is given away only after something was published.
 */

/** 索引の枠 – which persons may be registered under a key, by the key's hash. Its size is fixed; the index makes a larger one. */
final class Slots {

    private static final VarHandle TAG = ValueLayout.JAVA_BYTE.varHandle();
    private static final VarHandle PERSON = ValueLayout.JAVA_INT.varHandle();
    private static final byte FREE = 0;
    private static final byte GONE = 1;

    private final int size;
    private final MemorySegment tags;
    private final MemorySegment persons;
    private int used;

    /** Slots for that many entries at most; they get slow long before they are full. */
    Slots(int size) {
        this(size, 0);
    }

    /** Slots of which so many are used, to be filled through {@link #memory}. */
    Slots(int size, int used) {
        this.size = size;
        this.used = used;
        this.tags = Arena.ofAuto().allocate(size, Long.BYTES);
        this.persons = Arena.ofAuto().allocate((long) size * Integer.BYTES, Long.BYTES);
    }

    private int start(int hash) {
        return (int) ((Integer.toUnsignedLong(hash) * size) >>> Integer.SIZE);
    }

    private static byte tag(int hash) {
        return (byte) (2 + (hash & 0xFF) % 254);
    }

    private byte tagAt(int slot) {
        return (byte) TAG.getAcquire(tags, (long) slot);
    }

    private int personAt(int slot) {
        return (int) PERSON.get(persons, (long) slot * Integer.BYTES);
    }

    private int after(int slot) {
        return slot + 1 == size ? 0 : slot + 1;
    }

    /** The persons that may be registered under a key with this hash. */
    int[] of(int hash) {
        int[] found = {};
        byte wanted = tag(hash);
        int slot = start(hash);
        for (byte tag = tagAt(slot); tag != FREE; tag = tagAt(slot)) {
            if (tag == wanted) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = personAt(slot);
            }
            slot = after(slot);
        }
        return found;
    }

    /** Enters a person; nothing happens when they are there. */
    void add(int hash, int person) {
        int free = -1;
        int slot = start(hash);
        for (byte tag = tagAt(slot); tag != FREE; tag = tagAt(slot)) {
            if (tag == tag(hash) && personAt(slot) == person) {
                return;
            }
            free = tag == GONE && free < 0 ? slot : free;
            slot = after(slot);
        }
        if (free < 0) {
            free = slot;
            used++;
            if (used == size) {
                throw new IllegalStateException("the slots are full");
            }
        }
        PERSON.set(persons, (long) free * Integer.BYTES, person);
        TAG.setRelease(tags, (long) free, tag(hash));
    }

    /** Takes a person out; nothing happens when they are not there. */
    void remove(int hash, int person) {
        int slot = start(hash);
        for (byte tag = tagAt(slot); tag != FREE; tag = tagAt(slot)) {
            if (tag == tag(hash) && personAt(slot) == person) {
                TAG.setRelease(tags, (long) slot, GONE);
                return;
            }
            slot = after(slot);
        }
    }

    int size() {
        return size;
    }

    /** Slots that are taken, by an entry or by one that is gone. */
    int used() {
        return used;
    }

    /** Bytes taken from the system. */
    long taken() {
        return (long) size * (1 + Integer.BYTES);
    }

    /** Both arrays. */
    List<MemorySegment> memory() {
        return List.of(tags, persons);
    }
}
