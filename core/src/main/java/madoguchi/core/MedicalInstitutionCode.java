package madoguchi.core;

import java.util.Optional;

/**
 * 医療機関コード – 10 digits: 都道府県2 + 点数表1 (1 医科, 3 歯科, 4 調剤, 6 訪問看護) + 7 (郡市区2 + 番号4 + 検証1).
 *
 * <p>The check digit runs over all ten. Official dummy codes (…9999913) do not satisfy it: {@link #warning()} says so, nothing refuses it ({@code claims-uke.md} §9.2).
 *
 * @param digits 10 ASCII digits
 */
public record MedicalInstitutionCode(String digits) {

    /** Throws {@link IllegalArgumentException} when not 10 digits. */
    public MedicalInstitutionCode {
        if (digits.length() != 10 || !Typed.isDigits(digits)) {
            throw new IllegalArgumentException("a medical institution code has 10 digits");
        }
    }

    /** Reads a typed code; only the shape is a fault. */
    public static Parsed<MedicalInstitutionCode> parse(String place, String typed) {
        String digits = Typed.key(typed);
        return digits.length() == 10 && Typed.isDigits(digits)
                ? Parsed.of(new MedicalInstitutionCode(digits))
                : Parsed.fault(
                        place,
                        "医療機関コードは10桁（都道府県2・点数表1・コード7）の数字です。",
                        "A medical institution code has 10 digits (prefecture 2, fee table 1, code 7).");
    }

    /** A hint when the check digit does not fit; the code may still be a dummy code in official use. */
    public Optional<Problem> warning() {
        return CheckDigit.holds(digits)
                ? Optional.empty()
                : Optional.of(Problem.at(
                        "facility",
                        "医療機関コードの検証番号が合いません（試験用のコードなら問題ありません）。",
                        "The check digit does not fit (fine for a dummy code)."));
    }

    /** The digits. */
    @Override
    public String toString() {
        return digits;
    }
}
