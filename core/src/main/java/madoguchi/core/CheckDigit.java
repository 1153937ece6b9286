package madoguchi.core;

/**
 * 検証番号 – the last digit of insurer, public payer and recipient numbers and of the 10-digit medical institution code.
 *
 * <p>From the right-most body digit multiply by 2, 1, 2, 1 …, add the digits of each product, and take what is missing to the next ten ({@code claims-uke.md} §9.1).
 */
public final class CheckDigit {

    private CheckDigit() {}

    /** The check digit for a body of ASCII digits. Throws {@link IllegalArgumentException} on anything else. */
    public static int of(String body) {
        if (!Typed.isDigits(body)) {
            throw new IllegalArgumentException("a check digit is computed over digits only");
        }
        int sum = 0;
        int weight = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            int product = (body.charAt(i) - '0') * weight;
            sum += product / 10 + product % 10;
            weight = 3 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    /** Whether the last digit of {@code digits} (two or more) fits the ones before it. */
    public static boolean holds(String digits) {
        int last = digits.length() - 1;
        return last > 0 && Typed.isDigits(digits) && of(digits.substring(0, last)) == digits.charAt(last) - '0';
    }

    /**
     * Whether the last of twelve ASCII digits fits as that of a 個人番号. Here only to recognise the number where it must not be: {@code core} has no type for it.
     *
     * <p>Over the eleven body digits from the right, weights 2…7 then 2…6, 11 minus the remainder by 11, and 0 for a remainder of 0 or 1.
     */
    public static boolean holdsForMyNumber(String twelveDigits) {
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            int weight = n <= 6 ? n + 1 : n - 5;
            sum += (twelveDigits.charAt(11 - n) - '0') * weight;
        }
        int remainder = sum % 11;
        return twelveDigits.charAt(11) - '0' == (remainder <= 1 ? 0 : 11 - remainder);
    }
}
