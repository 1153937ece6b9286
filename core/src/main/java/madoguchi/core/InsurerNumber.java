package madoguchi.core;

/**
 * 保険者番号 – the number of an insurer: 8 digits (法別2 + 都道府県2 + 保険者別3 + 検証1), or 6 for 国民健康保険 (no 法別番号). For 医療扶助 the 公費負担者番号 stands here.
 *
 * <p>Source: {@code claims-uke.md} §9.2. A number whose check digit does not hold can exist as a value, because peers send such (dummy numbers); {@link #parse} refuses it where a person types it.
 *
 * @param digits 6 or 8 ASCII digits, never padded
 */
public record InsurerNumber(String digits) {

    /** Throws {@link IllegalArgumentException} when not 6 or 8 digits. */
    public InsurerNumber {
        if (!hasShape(digits)) {
            throw new IllegalArgumentException("an insurer number has 6 or 8 digits");
        }
    }

    /** Whether the text has the shape of an insurer number: 6 or 8 ASCII digits. */
    public static boolean hasShape(String text) {
        return Typed.isDigits(text) && (text.length() == 6 || text.length() == 8);
    }

    /**
     * Reads a typed number: full or half width, with spaces or hyphens; an 8-digit text beginning with {@code 00} is a zero-padded 6-digit number.
     *
     * @return faults when the shape or the check digit (検証番号) is wrong
     */
    public static Parsed<InsurerNumber> parse(String place, String typed) {
        String digits = unpadded(Typed.key(typed));
        if (!hasShape(digits)) {
            return Parsed.fault(
                    place,
                    "保険者番号は8桁（国保は6桁）の数字です。桁数を確かめてください。",
                    "An insurer number has 8 digits (6 for National Health Insurance). Check the number of digits.");
        }
        if (!CheckDigit.holds(digits)) {
            return Parsed.fault(
                    place,
                    "保険者番号の検証番号（最後の1桁）が合いません。1桁ずつ見直してください。",
                    "The check digit (the last one) does not fit. Compare the number digit by digit.");
        }
        return Parsed.of(new InsurerNumber(digits));
    }

    private static String unpadded(String digits) {
        return digits.length() == 8 && digits.startsWith("00") ? digits.substring(2) : digits;
    }

    /** Whether the last digit fits. */
    public boolean checkDigitHolds() {
        return CheckDigit.holds(digits);
    }

    /** 法別番号から分かる制度. */
    public Scheme scheme() {
        return digits.length() == 6 ? Scheme.NATIONAL : Scheme.ofCode(digits.substring(0, 2));
    }

    /** 都道府県番号 – two digits, {@code 01} to {@code 47} in practice. */
    public String prefecture() {
        return digits.length() == 6 ? digits.substring(0, 2) : digits.substring(2, 4);
    }

    /** 8 characters, a 6-digit number padded on the left with half-width spaces, as the terminal's files have it ({@code oqs-interface.md} §2, 4.1). */
    public String paddedWithSpaces() {
        return digits.length() == 6 ? "  " + digits : digits;
    }

    /** The digits. */
    @Override
    public String toString() {
        return digits;
    }
}
