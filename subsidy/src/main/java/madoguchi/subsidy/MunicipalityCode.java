package madoguchi.subsidy;

import madoguchi.core.Parsed;
import madoguchi.core.Typed;

/**
 * 全国地方公共団体コード – names a prefecture or municipality: 都道府県2 + 市区町村3 + 検査数字1 (weights 6 to 2 from the left, what is missing to 11, last digit; 総務省「全国地方公共団体コード仕様」).
 *
 * @param digits 6 ASCII digits whose check digit fits
 */
public record MunicipalityCode(String digits) {

    private static final int BODY = 5;

    /** Throws {@link IllegalArgumentException} for anything else. */
    public MunicipalityCode {
        if (!isCode(digits)) {
            throw new IllegalArgumentException("a municipality code has 6 digits and a fitting check digit");
        }
    }

    /** Reads a typed code; the fault names length or check digit. */
    public static Parsed<MunicipalityCode> parse(String place, String typed) {
        String digits = Typed.key(typed);
        return isCode(digits)
                ? Parsed.of(new MunicipalityCode(digits))
                : Parsed.fault(
                        place,
                        "全国地方公共団体コードは、検査数字の合う6桁の数字です。",
                        "A municipality code has 6 digits and a fitting check digit.");
    }

    /** The check digit of five ASCII digits. */
    static int check(String body) {
        int sum = 0;
        for (int i = 0; i < BODY; i++) {
            sum += (body.charAt(i) - '0') * (BODY + 1 - i);
        }
        return (11 - sum % 11) % 10;
    }

    private static boolean isCode(String digits) {
        return digits.length() == BODY + 1 && Typed.isDigits(digits) && check(digits) == digits.charAt(BODY) - '0';
    }

    /** 都道府県番号, 01 to 47. */
    public String prefecture() {
        return digits.substring(0, 2);
    }
}
