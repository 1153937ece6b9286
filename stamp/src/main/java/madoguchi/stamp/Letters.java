package madoguchi.stamp;

import java.util.Locale;
import java.util.Optional;
import madoguchi.core.Typed;

/*
 * Digits and capital letters only, without I, L, O and U: a scanner that acts as a keyboard sends them right under every keyboard layout and input method, a QR code keeps them in its short alphanumeric form, and
 * whoever types one takes O for 0 and I or l for 1.
 */

/** 文字の形 – bytes as letters of the alphabet of Crockford, five bits each, the first bit first; the last letter is filled up with zeros. */
final class Letters {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;

    private Letters() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte octet : bytes) {
            held = (held << Byte.SIZE) | (octet & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((held >> bits) & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((held << (BITS - bits)) & 31));
        }
        return text.toString();
    }

    /** The whole bytes of a text as {@link #forgiven} returns it; empty when a letter is none of the alphabet, is one too many, or a bit that fills up is set. */
    static Optional<byte[]> bytes(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            held = (held << BITS) | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return held == 0 && bits < BITS ? Optional.of(bytes) : Optional.empty();
    }

    /** What was typed or scanned, in one form: any width and case, without blanks and hyphens, O as 0, I and L as 1. */
    static String forgiven(String typed) {
        return Typed.key(typed)
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
