package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Mac;
import madoguchi.core.Parsed;
import madoguchi.core.Typed;

/**
 * 個人番号 – the 12-digit My Number, at the only place where it may be seen: the edge of the registration import. It leaves this class as a keyed digest and nothing else.
 *
 * <p>Check digit: over the eleven body digits from the right, weights 2…7 then 2…6, 11 minus the remainder by 11, and 0 for a remainder of 0 or 1.
 */
final class MyNumber {

    private static final String ALGORITHM = "HmacSHA256";

    private final String digits;

    private MyNumber(String digits) {
        this.digits = digits;
    }

    /** Reads the number; the fault never repeats it. */
    static Parsed<MyNumber> parse(String place, String typed) {
        String digits = Typed.key(typed);
        return digits.length() == 12 && Typed.isDigits(digits) && checkDigitHolds(digits)
                ? Parsed.of(new MyNumber(digits))
                : Parsed.fault(place, "個人番号は検証番号の合う12桁の数字です。", "A My Number has 12 digits and a fitting check digit.");
    }

    private static boolean checkDigitHolds(String digits) {
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            int weight = n <= 6 ? n + 1 : n - 5;
            sum += (digits.charAt(11 - n) - '0') * weight;
        }
        int remainder = sum % 11;
        return digits.charAt(11) - '0' == (remainder <= 1 ? 0 : 11 - remainder);
    }

    /** The keyed digest that stands for the person. */
    Digest digest(Key key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Digest.of(mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "MyNumber[…]";
    }
}
