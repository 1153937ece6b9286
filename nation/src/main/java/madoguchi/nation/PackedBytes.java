package madoguchi.nation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import madoguchi.core.Period;

/*
 * Whole numbers take seven bits a byte, the lowest first, the top bit says that more follow; signed ones are folded (0, -1, 1, -2 …). Days are counted from a reference day near the ones that occur. A
 * text says its form in the lowest two bits of its length: digits as one number, katakana and ASCII one byte a letter, windows-31j where it holds the text, else UTF-8.
 */

/** 詰めて書く – writes the values of a snapshot in few bytes. {@link PackedView} reads them. */
final class PackedBytes {

    static final int DIGITS = 0;
    static final int KANA = 1;
    static final int CP932 = 2;
    static final int UTF_8 = 3;
    static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    static final char FIRST_KANA = '゠';
    static final int KANA_BYTE = 0x80;
    private static final int KANAS = 0x60;
    private static final int LONGEST_NUMBER = 18;

    /** Days are counted from here. */
    static final long REFERENCE = LocalDate.of(2000, 1, 1).toEpochDay();

    private byte[] bytes = new byte[1 << 12];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    byte[] array() {
        return bytes;
    }

    PackedBytes one(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
        return this;
    }

    PackedBytes number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            one((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return one((int) rest);
    }

    PackedBytes signed(long value) {
        return number((value << 1) ^ (value >> 63));
    }

    PackedBytes day(LocalDate day) {
        return signed(day.toEpochDay() - REFERENCE);
    }

    /** First day, and how long, 0 for open: an end on the first day is 1. */
    PackedBytes period(Period period) {
        day(period.from());
        return number(period.end()
                .map(end -> end.toEpochDay() - period.from().toEpochDay() + 1)
                .orElse(0L));
    }

    PackedBytes text(String text) {
        if (!text.isEmpty() && text.length() <= LONGEST_NUMBER && isAll(text, '0', '9')) {
            return form(text.length(), DIGITS).number(Long.parseLong(text));
        }
        if (isKana(text)) {
            form(text.length(), KANA);
            text.chars().forEach(letter -> one(letter < KANA_BYTE ? letter : letter - FIRST_KANA + KANA_BYTE));
            return this;
        }
        byte[] narrow = text.getBytes(WINDOWS_31J);
        boolean fits = new String(narrow, WINDOWS_31J).equals(text);
        byte[] encoded = fits ? narrow : text.getBytes(StandardCharsets.UTF_8);
        form(encoded.length, fits ? CP932 : UTF_8);
        for (byte each : encoded) {
            one(each);
        }
        return this;
    }

    private PackedBytes form(int count, int form) {
        return number((long) count << 2 | form);
    }

    private static boolean isKana(String text) {
        return text.chars()
                .allMatch(letter -> letter < KANA_BYTE || (letter >= FIRST_KANA && letter < FIRST_KANA + KANAS));
    }

    private static boolean isAll(String text, char from, char to) {
        return text.chars().allMatch(letter -> letter >= from && letter <= to);
    }
}
