package madoguchi.terminal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** 半角カナ – the form of 氏名カナ in OQS files ({@code oqs-interface.md} §3.3, 10). Stored kana is never changed; only what is written passes through here. */
final class HalfWidthKana {

    private static final Map<Integer, String> HALF = table();

    private HalfWidthKana() {}

    /** Katakana, hiragana, full-width ASCII and the full-width space in half width; anything else stays. {@code "カクウ　ガイコ"} becomes {@code "ｶｸｳ ｶﾞｲｺ"}. */
    static String of(String kana) {
        StringBuilder out = new StringBuilder(kana.length());
        kana.codePoints().forEach(c -> out.append(half(c)));
        return out.toString();
    }

    private static String half(int codePoint) {
        int katakana = codePoint >= 'ぁ' && codePoint <= 'ゖ' ? codePoint + ('ァ' - 'ぁ') : codePoint;
        if (katakana >= '！' && katakana <= '～') {
            return Character.toString(katakana - '！' + '!');
        }
        return HALF.getOrDefault(katakana, Character.toString(codePoint));
    }

    private static Map<Integer, String> table() {
        Map<Integer, String> half = new HashMap<>();
        for (int c = '｡'; c <= 'ﾝ'; c++) {
            half.put(
                    Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                            .codePointAt(0),
                    Character.toString(c));
        }
        half.putAll(Map.of((int) 'ヮ', "ﾜ", (int) 'ヰ', "ｲ", (int) 'ヱ', "ｴ", (int) 'ヵ', "ｶ", (int) 'ヶ', "ｹ"));
        half.putAll(Map.of((int) '　', " ", (int) '゛', "ﾞ", (int) '゜', "ﾟ"));
        for (int c = 'ァ'; c <= 'ヺ'; c++) {
            String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            if (parts.length() == 2) {
                half.put(c, half.get((int) parts.charAt(0)) + (parts.charAt(1) == '\u3099' ? "ﾞ" : "ﾟ"));
            }
        }
        return Map.copyOf(half);
    }
}
