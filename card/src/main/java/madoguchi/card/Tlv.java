package madoguchi.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * TLV – one data object of a card's file (BER: tags of one or two bytes, lengths of up to three). A certificate's outermost SEQUENCE is one, too.
 *
 * @param tag as in the file, such as {@code 0x30} or {@code 0xDF27}
 * @param start where the value begins
 * @param length bytes of the value
 */
record Tlv(int tag, int start, int length) {

    /** No header is longer. */
    static final int HEADER_MAX = 6;

    /** Where the next object begins. */
    int end() {
        return start + length;
    }

    byte[] value(byte[] file) {
        return Arrays.copyOfRange(file, start, end());
    }

    /** Reads the header at {@code from}; the value may lie beyond the end of {@code bytes}. Empty where there is no such header. */
    static Optional<Tlv> header(byte[] bytes, int from) {
        int at = from;
        if (at >= bytes.length) {
            return Optional.empty();
        }
        int tag = bytes[at++] & 0xFF;
        if ((tag & 0x1F) == 0x1F) {
            if (at >= bytes.length || (bytes[at] & 0x80) != 0) {
                return Optional.empty();
            }
            tag = tag << 8 | (bytes[at++] & 0xFF);
        }
        if (at >= bytes.length) {
            return Optional.empty();
        }
        int length = bytes[at++] & 0xFF;
        int more = length - 0x80;
        if (more == 0 || more > 3 || (more > 0 && at + more > bytes.length)) {
            return Optional.empty();
        }
        if (more > 0) {
            length = 0;
            for (int i = 0; i < more; i++) {
                length = length << 8 | (bytes[at++] & 0xFF);
            }
        }
        return Optional.of(new Tlv(tag, at, length));
    }

    /** The objects between {@code from} and {@code until}; empty when they do not fill it exactly. */
    static Optional<List<Tlv>> all(byte[] file, int from, int until) {
        List<Tlv> found = new ArrayList<>();
        int at = from;
        while (at < until) {
            Optional<Tlv> next = header(file, at).filter(object -> object.end() <= until);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found.add(next.get());
            at = next.get().end();
        }
        return Optional.of(found);
    }

    /** Writes one object. */
    static byte[] of(int tag, byte[]... values) {
        byte[] value = Apdu.joined(values);
        String header = tag > 0xFF ? "%04X".formatted(tag) : "%02X".formatted(tag);
        return Apdu.joined(HexFormat.of().parseHex(header + lengthOf(value.length)), value);
    }

    private static String lengthOf(int length) {
        if (length < 0x80) {
            return "%02X".formatted(length);
        }
        return length < 0x100
                ? "81%02X".formatted(length)
                : length < 0x1_0000 ? "82%04X".formatted(length) : "83%06X".formatted(length);
    }
}
