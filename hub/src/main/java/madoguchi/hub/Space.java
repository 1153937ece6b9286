package madoguchi.hub;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** 詰めた記憶 – memory outside the heap that only grows. What was written stays where it is, so that it can be read without a lock. One thread writes. */
final class Space {

    /** Everything begins at a multiple of this many bytes; an address counts in these units and is an unsigned integer, which reaches 16 GiB. Address 0 is nowhere. */
    static final int UNIT = 4;

    private static final int BLOCK = 1 << 22;
    private static final long MOST = (1L << 32) * UNIT;

    private volatile MemorySegment[] blocks = {};
    private long used = UNIT;

    Space() {
        grow();
    }

    /** A space of which so many bytes are used, to be filled through {@link #memory}. */
    Space(long used) {
        this.used = used;
        grow();
    }

    private void grow() {
        int wanted = Math.toIntExact((used + BLOCK - 1) / BLOCK);
        int first = blocks.length;
        MemorySegment[] more = Arrays.copyOf(blocks, Math.max(wanted, first));
        for (int i = first; i < more.length; i++) {
            more[i] = Arena.ofAuto().allocate(BLOCK, Long.BYTES);
        }
        blocks = more;
    }

    /** The address of as many unused bytes as asked for, in one block. Throws {@link IllegalStateException} when there is no such room. */
    int allocate(int bytes) {
        long room = (bytes + UNIT - 1L) / UNIT * UNIT;
        long at = used % BLOCK + room > BLOCK ? (used / BLOCK + 1) * BLOCK : used;
        if (room > BLOCK || at + room > MOST) {
            throw new IllegalStateException("no room for " + room + " bytes");
        }
        used = at + room;
        grow();
        return (int) (at / UNIT);
    }

    /** Writes the bytes somewhere; returns where. */
    int add(byte[] bytes) {
        int address = allocate(bytes.length);
        MemorySegment.copy(bytes, 0, block(address), ValueLayout.JAVA_BYTE, offset(address), bytes.length);
        return address;
    }

    MemorySegment block(int address) {
        return blocks[(int) (Integer.toUnsignedLong(address) * UNIT / BLOCK)];
    }

    /** Where in its block the address lies, in bytes. */
    static long offset(int address) {
        return Integer.toUnsignedLong(address) * UNIT % BLOCK;
    }

    /** Bytes used, counted from the beginning; the first of them lie at no address. */
    long used() {
        return used;
    }

    /** Bytes taken from the system. */
    long taken() {
        return (long) blocks.length * BLOCK;
    }

    /** The first address behind this one that begins a block. */
    static int nextBlock(int address) {
        return (int) ((Integer.toUnsignedLong(address) * UNIT / BLOCK + 1) * BLOCK / UNIT);
    }

    /** Everything used, in order. */
    List<MemorySegment> memory() {
        List<MemorySegment> memory = new ArrayList<>();
        for (long at = 0; at < used; at += BLOCK) {
            memory.add(blocks[(int) (at / BLOCK)].asSlice(0, Math.min(BLOCK, used - at)));
        }
        return memory;
    }
}
