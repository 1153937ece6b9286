package madoguchi.hub;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** 読み戻す – reads what {@link Packing} wrote, in the same order. */
final class Unpacking {

    private final MemorySegment block;
    private final Optional<Words> words;
    private final long bits;
    private long at;
    private int bitCount;

    /** Reads from the address on, after so many other bytes. */
    Unpacking(Space space, int address, int skipped, Words words) {
        this.block = space.block(address);
        this.at = Space.offset(address) + skipped;
        this.words = Optional.of(words);
        this.bits = number();
    }

    /** Reads bytes that were written without words, from a place on. */
    Unpacking(byte[] bytes, int from) {
        this.block = MemorySegment.ofArray(bytes);
        this.at = from;
        this.words = Optional.empty();
        this.bits = number();
    }

    boolean flag() {
        return bits(1) == 1;
    }

    int bits(int width) {
        int value = (int) ((bits >>> bitCount) & ((1L << width) - 1));
        bitCount += width;
        return value;
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte next = next();
        while (next < 0) {
            value |= (next & 0x7FL) << shift;
            shift += 7;
            next = next();
        }
        return value | ((long) next << shift);
    }

    long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    private byte next() {
        return block.get(ValueLayout.JAVA_BYTE, at++);
    }

    LocalDate day(LocalDate base) {
        return LocalDate.ofEpochDay(base.toEpochDay() + signed());
    }

    <T> Optional<T> optional(Function<Unpacking, T> form) {
        return flag() ? Optional.of(form.apply(this)) : Optional.empty();
    }

    String text() {
        long head = number();
        return switch ((int) (head & 3)) {
            case Packing.DIGITS -> digits(head >>> 2, number());
            case Packing.NARROW -> narrow(length(head >>> 2, 1));
            case Packing.WIDE -> wide(length(head >>> 2, 2));
            default -> words.orElseThrow().text((int) (head >>> 2));
        };
    }

    /** A length that the bytes behind it can fill: damaged bytes must not take all the memory. */
    private int length(long characters, int width) {
        if (characters < 0 || characters > (block.byteSize() - at) / width) {
            throw new IndexOutOfBoundsException("a text is longer than what is left");
        }
        return (int) characters;
    }

    private static String digits(long length, long number) {
        String digits = Long.toString(number);
        if (length > Packing.LONGEST_NUMBER) {
            throw new IndexOutOfBoundsException("a number is longer than any");
        }
        return "0".repeat((int) length - digits.length()) + digits;
    }

    private String narrow(int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            int c = next() & 0xFF;
            text[i] = (char) (c < 0x80 ? c : c + Packing.KANA);
        }
        return new String(text);
    }

    private String wide(int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = (char) (((next() & 0xFF) << Byte.SIZE) | (next() & 0xFF));
        }
        return new String(text);
    }

    /** Two texts that were shared together. */
    String[] pair() {
        if (words.isEmpty()) {
            return new String[] {text(), text()};
        }
        String both = text();
        if (both.charAt(0) == 0) {
            return new String[] {text(), text()};
        }
        int middle = both.charAt(0);
        return new String[] {both.substring(1, middle), both.substring(middle)};
    }

    /** The address behind what was read. */
    int end(int start) {
        long bytes = at - Space.offset(start);
        return start + (int) ((bytes + Space.UNIT - 1) / Space.UNIT);
    }
}
