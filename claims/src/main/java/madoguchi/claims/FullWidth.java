package madoguchi.claims;

import java.text.Normalizer;
import madoguchi.uke.Letters;

/** 全角 – free text of a remark as the file wants it: full-width letters of JIS X 0208 only ({@code claims-uke.md} §1). */
final class FullWidth {

    private static final int SHIFT = 0xFEE0;
    private static final String HALF_KANA = "[\uFF61-\uFF9F]+";

    private FullWidth() {}

    /** ASCII, half-width katakana and kinds of space and hyphen in full width; what the character set has not becomes ？. */
    static String of(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        java.util.regex.Pattern.compile(HALF_KANA)
                .matcher(text.strip())
                .replaceAll(kana -> Normalizer.normalize(kana.group(), Normalizer.Form.NFKC))
                .codePoints()
                .forEach(letter -> wide.appendCodePoint(wide(letter)));
        return Letters.official(wide.toString());
    }

    private static int wide(int letter) {
        if (letter > ' ' && letter < 127) {
            return letter + SHIFT;
        }
        return switch (letter) {
            case ' ', '\t', 0xA0 -> '　';
            case '‐', '‑', '–' -> '－';
            case 0xA5 -> '￥';
            default -> letter;
        };
    }
}
