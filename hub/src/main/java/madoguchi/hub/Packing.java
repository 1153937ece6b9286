package madoguchi.hub;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;

/*
 * Small numbers take one byte, each further seven bits one more. What is true or false, or one of a few, is collected as bits and stands in front. A text says
 * how long it is and in which of four forms it is: a run of digits as a number, ASCII and half-width kana with one byte a character, anything else with two, or
 * the reference of a word that stands elsewhere, once for all who share it. Every text of Java comes back as it was, also one that is no valid Unicode.
 */

/** 詰める – writes values into few bytes; {@link Unpacking} reads them in the same order. */
final class Packing {

    static final int DIGITS = 0;
    static final int NARROW = 1;
    static final int WIDE = 2;
    static final int WORD = 3;

    /** Half-width kana in one byte, as JIS X 0201 has them. */
    static final int KANA = 0xFF61 - 0xA1;

    static final int LONGEST_NUMBER = 18;

    private static final int LONGEST_WORD = 48;

    private final Optional<Words> words;
    private byte[] bytes = new byte[256];
    private char[] characters = new char[64];
    private int size;
    private long bits;
    private int bitCount;

    /** Writes with words that stand elsewhere. */
    Packing(Words words) {
        this.words = Optional.of(words);
    }

    /** Writes what can be read without anything else: every text stands where it belongs. */
    Packing() {
        this.words = Optional.empty();
    }

    /** Forgets what was written, to begin again with the same room. */
    void clear() {
        size = 0;
        bits = 0;
        bitCount = 0;
    }

    void flag(boolean value) {
        bits(value ? 1 : 0, 1);
    }

    /** A number below two to the power of {@code width}. All bits together are at most 63. */
    void bits(int value, int width) {
        bits |= (long) value << bitCount;
        bitCount += width;
        if (bitCount >= Long.SIZE) {
            throw new IllegalStateException("too many bits");
        }
    }

    /** Any number; small ones that are not negative take least room. */
    void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            put(((int) rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    /** Any number; those near zero take least room. */
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    private void put(int value) {
        bytes = size == bytes.length ? Arrays.copyOf(bytes, size * 2) : bytes;
        bytes[size++] = (byte) value;
    }

    /** A day, told by its distance from another one. */
    void day(LocalDate base, LocalDate day) {
        signed(day.toEpochDay() - base.toEpochDay());
    }

    <T> void optional(Optional<T> value, BiConsumer<Packing, T> form) {
        flag(value.isPresent());
        value.ifPresent(present -> form.accept(this, present));
    }

    /** A text that belongs to this value alone. */
    void text(String text) {
        int length = text.length();
        characters = length > characters.length ? new char[length * 2] : characters;
        text.getChars(0, length, characters, 0);
        text(characters, 0, length);
    }

    /** The text of the characters from one place until another. */
    void text(char[] text, int from, int to) {
        int length = to - from;
        switch (form(text, from, to)) {
            case DIGITS -> {
                number(((long) length << 2) | DIGITS);
                digits(text, from, to);
            }
            case NARROW -> {
                number(((long) length << 2) | NARROW);
                narrow(text, from, to);
            }
            default -> {
                number(((long) length << 2) | WIDE);
                wide(text, from, to);
            }
        }
    }

    private static int form(char[] text, int from, int to) {
        int form = to > from && to - from <= LONGEST_NUMBER ? DIGITS : NARROW;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c >= 0x80 && (c < 0xFF61 || c > 0xFF9F)) {
                return WIDE;
            }
            form = c < '0' || c > '9' ? NARROW : form;
        }
        return form;
    }

    private void digits(char[] text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text[i] - '0';
        }
        number(value);
    }

    private void narrow(char[] text, int from, int to) {
        room(to - from);
        for (int i = from; i < to; i++) {
            char c = text[i];
            bytes[size++] = (byte) (c < 0x80 ? c : c - KANA);
        }
    }

    private void wide(char[] text, int from, int to) {
        room((to - from) * 2);
        for (int i = from; i < to; i++) {
            bytes[size++] = (byte) (text[i] >> Byte.SIZE);
            bytes[size++] = (byte) text[i];
        }
    }

    private void room(int more) {
        bytes = bytes.length - size < more ? Arrays.copyOf(bytes, (size + more) * 2) : bytes;
    }

    /** A text that many values share; a long one shares its room with nobody. */
    void shared(String text) {
        Optional<Integer> word =
                text.length() > LONGEST_WORD ? Optional.empty() : words.flatMap(shared -> shared.of(text));
        word.ifPresentOrElse(reference -> number((Integer.toUnsignedLong(reference) << 2) | WORD), () -> text(text));
    }

    /** Two texts that are shared together. */
    void shared(String first, String second) {
        if (words.isEmpty()) {
            text(first);
            text(second);
        } else if (first.length() > LONGEST_WORD) {
            text("\0");
            text(first);
            text(second);
        } else {
            shared((char) (first.length() + 1) + first + second);
        }
    }

    /** The bits, and behind them everything else; free room of so many bytes in front of it all. */
    byte[] bytes(int front) {
        int room = front + (Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(bits)) + 6) / 7;
        byte[] all = new byte[room + size];
        System.arraycopy(bytes, 0, all, room, size);
        long rest = bits;
        for (int i = front; i < room; i++) {
            all[i] = (byte) ((rest & 0x7F) | (i == room - 1 ? 0 : 0x80));
            rest >>>= 7;
        }
        return all;
    }

    /** The bits, and behind them everything else. */
    byte[] bytes() {
        return bytes(0);
    }
}
