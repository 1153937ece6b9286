package madoguchi.nation;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Period;

/** 詰めたものを読む – reads from a place of the mapped file on what {@link PackedBytes} wrote. */
final class PackedView {

    private final MemorySegment bytes;
    private long at;

    PackedView(MemorySegment bytes, long at) {
        this.bytes = bytes;
        this.at = at;
    }

    int one() {
        return bytes.get(ValueLayout.JAVA_BYTE, at++) & 0xff;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = one();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }

    long signed() {
        long folded = number();
        return (folded >>> 1) ^ -(folded & 1);
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(signed() + PackedBytes.REFERENCE);
    }

    Period period() {
        LocalDate from = day();
        long length = number();
        return new Period(from, length == 0 ? Optional.empty() : Optional.of(from.plusDays(length - 1)));
    }

    String text() {
        long head = number();
        int count = (int) (head >>> 2);
        return switch ((int) (head & 3)) {
            case PackedBytes.DIGITS -> digits(count);
            case PackedBytes.KANA -> kana(count);
            case PackedBytes.CP932 -> new String(raw(count), PackedBytes.WINDOWS_31J);
            default -> new String(raw(count), StandardCharsets.UTF_8);
        };
    }

    @SuppressWarnings(
            "deprecation") // The constructor for ASCII bytes: what it is deprecated for, letters beyond, is not here.
    private String digits(int count) {
        byte[] ascii = new byte[count];
        long value = number();
        for (int i = count - 1; i >= 0; i--) {
            ascii[i] = (byte) ('0' + value % 10);
            value /= 10;
        }
        return new String(ascii, 0, 0, count);
    }

    private String kana(int count) {
        char[] letters = new char[count];
        for (int i = 0; i < count; i++) {
            int each = one();
            letters[i] = (char)
                    (each < PackedBytes.KANA_BYTE ? each : each - PackedBytes.KANA_BYTE + PackedBytes.FIRST_KANA);
        }
        return new String(letters);
    }

    private byte[] raw(int count) {
        byte[] raw = new byte[count];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, raw, 0, count);
        at += count;
        return raw;
    }
}
