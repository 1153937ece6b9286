package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/** 平易な JSON – writes the pieces of a JSON text in UTF-8 as our mapper does. What needs an escape, or is no usual day, makes the whole text not plain; what is written of it then means nothing. */
final class PlainJson {

    private static final int NANOS_DIGITS = 9;
    private static final int GROUP = 1000;
    private static final int LAST_YEAR = 9999;

    private byte[] bytes = new byte[1024];
    private int size;
    private boolean plain = true;

    /** For {@link #raw}. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether everything so far could be written. */
    boolean isPlain() {
        return plain;
    }

    /** Bytes as they are. */
    void raw(byte[] written) {
        room(written.length);
        System.arraycopy(written, 0, bytes, size, written.length);
        size += written.length;
    }

    /** A text in quotation marks. */
    void text(String text) {
        int length = text.length();
        room(3 * length + 2);
        bytes[size++] = '"';
        for (int i = 0; i < length; i++) {
            character(text.charAt(i));
        }
        bytes[size++] = '"';
    }

    private void character(char c) {
        if (c < 0x80) {
            plain &= c >= ' ' && c != '"' && c != '\\';
            bytes[size++] = (byte) c;
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | (c >> 6));
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
        } else {
            plain &= !Character.isSurrogate(c);
            bytes[size++] = (byte) (0xE0 | (c >> 12));
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    /** A number that is not negative. */
    void number(long number) {
        plain &= number >= 0;
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        digits(number, digits);
    }

    /** A truth. */
    void flag(boolean flag) {
        raw(flag ? Word.TRUE : Word.FALSE);
    }

    /** A day, YYYY-MM-DD. */
    void day(LocalDate day) {
        room(12);
        bytes[size++] = '"';
        date(day);
        bytes[size++] = '"';
    }

    /** An instant in UTC, with as many groups of three digits behind the second as it needs. */
    void instant(Instant instant) {
        long seconds = instant.getEpochSecond();
        int second = (int) Math.floorMod(seconds, 86_400L);
        room(40);
        bytes[size++] = '"';
        date(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        bytes[size++] = 'T';
        digits(second / 3600, 2);
        bytes[size++] = ':';
        digits(second / 60 % 60, 2);
        bytes[size++] = ':';
        digits(second % 60, 2);
        fraction(instant.getNano());
        bytes[size++] = 'Z';
        bytes[size++] = '"';
    }

    private void fraction(int nanos) {
        int digits = nanos == 0 ? 0 : NANOS_DIGITS;
        int value = nanos;
        while (digits > 0 && value % GROUP == 0) {
            value /= GROUP;
            digits -= 3;
        }
        if (digits > 0) {
            bytes[size++] = '.';
            digits(value, digits);
        }
    }

    private void date(LocalDate day) {
        plain &= day.getYear() >= 0 && day.getYear() <= LAST_YEAR;
        digits(day.getYear(), 4);
        bytes[size++] = '-';
        digits(day.getMonthValue(), 2);
        bytes[size++] = '-';
        digits(day.getDayOfMonth(), 2);
    }

    private void digits(long number, int count) {
        room(count);
        long rest = number;
        for (int i = size + count - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    private void room(int more) {
        bytes = bytes.length - size < more ? Arrays.copyOf(bytes, (size + more) * 2) : bytes;
    }

    /** What was written. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private static final class Word {
        static final byte[] TRUE = ascii("true");
        static final byte[] FALSE = ascii("false");
    }
}
