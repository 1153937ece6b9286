package madoguchi.core;

/**
 * 公費負担者番号 – 8 digits: 法別2 + 都道府県2 + 実施機関3 + 検証1 ({@code claims-uke.md} §9.2).
 *
 * @param digits 8 ASCII digits whose check digit holds
 */
public record PublicPayerNumber(String digits) {

    /** Throws {@link IllegalArgumentException} when not 8 digits with a fitting check digit. */
    public PublicPayerNumber {
        if (digits.length() != 8 || !CheckDigit.holds(digits)) {
            throw new IllegalArgumentException("a public payer number has 8 digits and a fitting check digit");
        }
    }

    /** Reads a typed number; faults name the wrong length or check digit. */
    public static Parsed<PublicPayerNumber> parse(String place, String typed) {
        String digits = Typed.key(typed);
        if (digits.length() != 8 || !Typed.isDigits(digits)) {
            return Parsed.fault(place, "公費負担者番号は8桁の数字です。", "A public payer number has 8 digits.");
        }
        if (!CheckDigit.holds(digits)) {
            return Parsed.fault(
                    place, "公費負担者番号の検証番号が合いません。", "The check digit of the public payer number does not fit.");
        }
        return Parsed.of(new PublicPayerNumber(digits));
    }

    /** 法別番号 – the scheme's two digits, such as 54 難病 or 52 小児慢性. */
    public String schemeCode() {
        return digits.substring(0, 2);
    }
}
