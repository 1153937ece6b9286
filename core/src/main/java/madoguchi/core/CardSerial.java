package madoguchi.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * 利用者証明用電子証明書の番号 – what names one certificate on a card or phone: the key that signed it and its serial number. The certificate itself names nobody.
 *
 * <p>All generations of the authority share one distinguished name and count serial numbers anew, so the serial number alone names nothing.
 *
 * @param issuer 発行者 – the generation of the authority's key, 1 to 64 of {@code A–Z 0–9 -}, such as its key identifier in hexadecimal
 * @param serial シリアル番号 – hexadecimal digits in upper case without leading zeros, 1 to 40 (RFC 5280: up to 20 bytes)
 */
public record CardSerial(String issuer, String serial) {

    private static final int LONGEST_ISSUER = 64;
    private static final int LONGEST_SERIAL = 40;

    /** Throws {@link IllegalArgumentException} on a part that is not in its one form; {@link #parse} forgives how it was written. */
    public CardSerial {
        if (!isIssuer(issuer) || !isSerial(serial)) {
            throw new IllegalArgumentException("a certificate is named by its issuer's key and a serial number");
        }
    }

    /** Reads both parts as written: any case, blanks and colons between the digits, leading zeros. Every fault of both at once, at places {@code issuer} and {@code serial}. */
    public static Parsed<CardSerial> parse(String issuer, String serial) {
        String key = Typed.halfWidth(issuer).replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
        String number = Typed.key(serial).replace(":", "").replaceFirst("^0+(?=.)", "");
        List<Problem> problems = new ArrayList<>();
        if (!isIssuer(key)) {
            problems.add(Problem.at(
                    "issuer", "発行者は英数字とハイフンの1〜64文字です。", "The issuer has 1 to 64 letters, digits or hyphens."));
        }
        if (!isSerial(number)) {
            problems.add(
                    Problem.at("serial", "シリアル番号は16進の1〜40桁です。", "A serial number has 1 to 40 hexadecimal digits."));
        }
        return problems.isEmpty() ? Parsed.of(new CardSerial(key, number)) : new Parsed.Faults<>(problems);
    }

    private static boolean isIssuer(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_ISSUER
                && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    }

    private static boolean isSerial(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_SERIAL
                && (text.length() == 1 || text.charAt(0) != '0')
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'));
    }

    /** Never prints the number: this value may end in a log line. */
    @Override
    public String toString() {
        return "CardSerial[…]";
    }
}
