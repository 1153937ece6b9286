package madoguchi.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/*
 * The texts lie one after the other outside the heap; their address is their reference. Only the writer ever looks for a text, in a table on the heap that is
 * not kept: it is made again by reading the texts. A register that names everybody differently would turn the table into a burden, so there is a limit, and a
 * text that comes later is kept by whoever has it.
 */

/** 語 – texts that many values share, such as family names, towns and insurers. Every text stands here once. One thread writes, any number read. */
final class Words {

    private static final int MOST = 1 << 22;
    private static final int FIRST = 1;

    private final Space space;
    private int[] references = new int[1 << 12];
    private int[] hashes = new int[1 << 12];
    private int count;

    Words() {
        space = new Space();
    }

    private Words(Space space) {
        this.space = space;
    }

    /** The words that lie in a space. */
    static Words in(Space space) {
        Words words = new Words(space);
        long end = space.used() / Space.UNIT;
        int at = FIRST;
        while (Integer.toUnsignedLong(at) < end) {
            Unpacking word = words.read(at);
            if (word.flag()) {
                words.enter(word.text(), at);
                at = word.end(at);
            } else {
                at = Space.nextBlock(at);
            }
        }
        return words;
    }

    private Unpacking read(int reference) {
        return new Unpacking(space, reference, 0, this);
    }

    String text(int reference) {
        return read(reference).text();
    }

    /** The reference of a text; empty when it is new and there are too many. */
    Optional<Integer> of(String text) {
        int hash = text.hashCode();
        int mask = references.length - 1;
        for (int i = spread(hash) & mask; references[i] != 0; i = (i + 1) & mask) {
            if (hashes[i] == hash && text(references[i]).equals(text)) {
                return Optional.of(references[i]);
            }
        }
        return count == MOST ? Optional.empty() : Optional.of(add(text));
    }

    private int add(String text) {
        Packing packing = new Packing(this);
        packing.flag(true);
        packing.text(text);
        int reference = space.add(packing.bytes());
        enter(text, reference);
        return reference;
    }

    private void enter(String text, int reference) {
        if (++count * 2 > references.length) {
            List<int[]> before = new ArrayList<>(List.of(references, hashes));
            references = new int[before.get(0).length * 2];
            hashes = new int[references.length];
            for (int i = 0; i < before.get(0).length; i++) {
                if (before.get(0)[i] != 0) {
                    put(before.get(1)[i], before.get(0)[i]);
                }
            }
        }
        put(text.hashCode(), reference);
    }

    private void put(int hash, int reference) {
        int mask = references.length - 1;
        int i = spread(hash) & mask;
        while (references[i] != 0) {
            i = (i + 1) & mask;
        }
        references[i] = reference;
        hashes[i] = hash;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    int count() {
        return count;
    }

    /** Bytes taken from the system, the writer's table included. */
    long taken() {
        return space.taken() + 2L * Integer.BYTES * references.length;
    }

    Space space() {
        return space;
    }
}
