package madoguchi.hub;

import java.text.Normalizer;

/*
 * Two insurers write one reading in two ways: half or full width, ﾊﾝｶﾞｸ with or without its voicing marks, small letters large, a long vowel by a bar or not at
 * all, hiragana. The key folds all of that away, so that it never tells two spellings of one reading apart; the price is that a few different readings meet
 * (ｶｷﾞ and ｶｷ), and birth and sex must tell those people apart.
 */

/** カナの鍵 – a reading without the differences between spellings, for comparison only; never shown or stored. */
final class Reading {

    private static final char FIRST = 0x3041;
    private static final char LAST = 0x30FF;
    private static final char HALF_FIRST = 0xFF66;
    private static final char HALF_LAST = 0xFF9F;
    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final char NOTHING = 0;
    private static final char[] FULL = full();
    private static final char[] HALF = half();

    private Reading() {}

    /** The key of a whole reading; spaces are not compared. */
    static String key(String kana) {
        return folded(kana, 0);
    }

    /** The key of what follows the first space: the given name. The whole key where there is no space. */
    static String givenKey(String kana) {
        int space = space(kana);
        return folded(kana, space < 0 ? 0 : space + 1);
    }

    private static int space(String kana) {
        for (int i = 0; i < kana.length(); i++) {
            if (kana.charAt(i) == ' ' || kana.charAt(i) == '　') {
                return i;
            }
        }
        return -1;
    }

    private static String folded(String kana, int from) {
        StringBuilder key = new StringBuilder(kana.length());
        for (int i = from; i < kana.length(); i++) {
            char c = folded(kana.charAt(i));
            if (c != NOTHING) {
                key.append(c);
            }
        }
        return key.toString();
    }

    private static char folded(char c) {
        if (c >= HALF_FIRST && c <= HALF_LAST) {
            return HALF[c - HALF_FIRST];
        }
        if (c >= FIRST && c <= LAST) {
            return FULL[c - FIRST];
        }
        boolean unheard = Character.isWhitespace(c) || c == '　' || c == '-' || c == '‐' || c == '－' || c == '・';
        return unheard ? NOTHING : Character.toUpperCase(c);
    }

    private static char[] full() {
        char[] table = new char[LAST - FIRST + 1];
        for (char c = FIRST; c <= LAST; c++) {
            table[c - FIRST] = katakana(c);
        }
        return table;
    }

    private static char[] half() {
        char[] table = new char[HALF_LAST - HALF_FIRST + 1];
        for (char c = HALF_FIRST; c <= HALF_LAST; c++) {
            char wide = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                    .charAt(0);
            table[c - HALF_FIRST] = wide < FIRST ? NOTHING : katakana(wide);
        }
        return table;
    }

    /** Large, unvoiced katakana of a kana; nothing for voicing marks, the long-vowel bar and the middle dot. */
    private static char katakana(char kana) {
        boolean hiragana = kana <= 'ゖ';
        char wide = hiragana ? (char) (kana + ('ァ' - 'ぁ')) : kana;
        if (wide == 'ー' || wide == '・' || (kana >= 0x3097 && kana <= 0x30A0 && kana != 'ゝ' && kana != 'ゞ')) {
            return NOTHING;
        }
        char plain = Normalizer.normalize(Character.toString(wide), Normalizer.Form.NFD)
                .charAt(0);
        int small = SMALL.indexOf(plain);
        return small < 0 ? plain : LARGE.charAt(small);
    }
}
