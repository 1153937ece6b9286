package madoguchi.hub;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;

/** 人ごとの先頭 – for each person the address of their latest record, 0 for nobody. One thread writes, any number read; who reads an address sees the record behind it. */
final class Heads {

    private static final VarHandle ADDRESS = ValueLayout.JAVA_INT.varHandle();
    private static final int BLOCK = 1 << 18;

    /** Stands for every block without a person. */
    private static final MemorySegment NOBODY =
            Arena.global().allocate((long) BLOCK * Integer.BYTES, Long.BYTES).asReadOnly();

    private volatile MemorySegment[] blocks = {};
    private long limit;

    Heads() {}

    /** Heads of the persons below {@code limit}, to be filled through {@link #memory}. */
    Heads(long limit) {
        this.limit = limit;
        reach(limit);
        for (int i = 0; i < blocks.length; i++) {
            own(i);
        }
    }

    /** Bytes that the heads of the persons below {@code limit} have in {@link #memory}. */
    static long bytes(long limit) {
        return (limit + BLOCK - 1) / BLOCK * BLOCK * Integer.BYTES;
    }

    private void reach(long wanted) {
        int count = Math.toIntExact((wanted + BLOCK - 1) / BLOCK);
        int before = blocks.length;
        if (count > before) {
            MemorySegment[] more = Arrays.copyOf(blocks, count);
            Arrays.fill(more, before, count, NOBODY);
            blocks = more;
        }
    }

    private MemorySegment own(int block) {
        MemorySegment[] present = blocks;
        if (present[block].isReadOnly()) {
            MemorySegment[] changed = present.clone();
            changed[block] = Arena.ofAuto().allocate((long) BLOCK * Integer.BYTES, Long.BYTES);
            blocks = changed;
        }
        return blocks[block];
    }

    int of(int person) {
        long index = Integer.toUnsignedLong(person);
        MemorySegment[] present = blocks;
        int block = (int) (index / BLOCK);
        return block < present.length ? (int) ADDRESS.getAcquire(present[block], index % BLOCK * Integer.BYTES) : 0;
    }

    void set(int person, int address) {
        long index = Integer.toUnsignedLong(person);
        limit = Math.max(limit, index + 1);
        reach(limit);
        ADDRESS.setRelease(own((int) (index / BLOCK)), index % BLOCK * Integer.BYTES, address);
    }

    /** The person after the last one with a head. */
    long limit() {
        return limit;
    }

    /** Bytes taken from the system. */
    long taken() {
        return Arrays.stream(blocks).filter(block -> !block.isReadOnly()).count() * BLOCK * Integer.BYTES;
    }

    /** Every block, in order. */
    List<MemorySegment> memory() {
        return List.of(blocks);
    }
}
