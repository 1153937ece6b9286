package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Mac;
import madoguchi.core.CheckDigit;
import madoguchi.core.Parsed;
import madoguchi.core.Typed;

/**
 * 個人番号 – the 12-digit My Number, at the only place where it may be seen: the edge of the registration import. It leaves this class as a keyed digest and nothing else.
 */
final class MyNumber {

    private static final String ALGORITHM = "HmacSHA256";

    private static final int DIGITS = 12;

    private final String digits;

    private MyNumber(String digits) {
        this.digits = digits;
    }

    /** Reads the number; the fault never repeats it. */
    static Parsed<MyNumber> parse(String place, String typed) {
        String digits = Typed.key(typed);
        return digits.length() == DIGITS && Typed.isDigits(digits) && CheckDigit.holdsForMyNumber(digits)
                ? Parsed.of(new MyNumber(digits))
                : Parsed.fault(place, "個人番号は検証番号の合う12桁の数字です。", "A My Number has 12 digits and a fitting check digit.");
    }

    /** Whether the characters from one place until another are twelve half-width digits, the last of which fits. */
    static boolean holds(char[] text, int from, int to) {
        boolean digits = to - from == DIGITS;
        for (int i = from; digits && i < to; i++) {
            digits = text[i] >= '0' && text[i] <= '9';
        }
        return digits && CheckDigit.holdsForMyNumber(new String(text, from, DIGITS));
    }

    /** The keyed digest of the number that begins at this place and {@link #holds}. */
    static byte[] digest(char[] text, int from, Mac mac) {
        byte[] ascii = new byte[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            ascii[i] = (byte) text[from + i];
        }
        return mac.doFinal(ascii);
    }

    /** What {@link #digest} needs, made once for many numbers; for one thread at a time. */
    static Mac mac(Key key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The keyed digest that stands for the person, 32 bytes. */
    byte[] digest(Mac mac) {
        return mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "MyNumber[…]";
    }
}
