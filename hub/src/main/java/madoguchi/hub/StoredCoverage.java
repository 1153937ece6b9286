package madoguchi.hub;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.NoSuchElementException;
import madoguchi.core.Coverage;

/*
 * The first byte says which form follows. Form 1 is PackedCoverage written without shared words: every text stands where it belongs, so that a row can be read
 * by itself. It rests on the order of the code lists (PackedCoverage.FORM). When a list or the order of fields changes, a new first byte begins, and a reader of
 * the old one stays: rows are never rewritten.
 */

/** 保管された資格 – a coverage as the database keeps it, in some hundred bytes, without loss. Equal coverages have equal bytes. */
final class StoredCoverage {

    private static final byte FORM = 1;

    private final byte[] bytes;

    private StoredCoverage(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Bytes as the database has them. They are not copied. */
    static StoredCoverage of(byte[] bytes) {
        return new StoredCoverage(bytes);
    }

    /** 書き手. One serves one thread. */
    static final class Writer {
        private final Packing packing = new Packing();

        StoredCoverage write(Coverage coverage) {
            packing.clear();
            PackedCoverage.write(packing, coverage);
            return of(packing);
        }
    }

    /** What was packed, as {@link PackedCoverage#write} does it. */
    static StoredCoverage of(Packing packing) {
        byte[] bytes = packing.bytes(1);
        bytes[0] = FORM;
        return new StoredCoverage(bytes);
    }

    /** Not copied: to be stored, not changed. */
    byte[] bytes() {
        return bytes;
    }

    /** Throws {@link IllegalStateException} when the bytes are of a form that this edition does not know, or damaged; the message holds nothing of them. */
    Coverage coverage() {
        if (bytes.length == 0) {
            throw new IllegalStateException("a fact has no bytes");
        }
        if (bytes[0] != FORM) {
            throw new IllegalStateException("a fact is of a newer form: " + bytes[0]);
        }
        try {
            return PackedCoverage.read(new Unpacking(bytes, 1));
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | DateTimeException
                | ArithmeticException
                | NoSuchElementException damaged) {
            // Not passed on: its message may repeat what was read.
            throw new IllegalStateException(
                    "the bytes of a fact are damaged: " + damaged.getClass().getSimpleName());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredCoverage that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "StoredCoverage[…]";
    }
}
