package madoguchi.core;

/**
 * 黒丸文字 – compares a name that lost characters with one that did not.
 *
 * <p>A ● stands for exactly one character (one code point, with its variation selector), on either side. Source: {@code oqs-interface.md} §3.4.
 */
public final class BlackCircle {

    private static final int CIRCLE = '●';

    private BlackCircle() {}

    /** Whether the two names could be the same: equal code point by code point, ● matching any one; spaces and variation selectors are not compared. */
    public static boolean mayEqual(String one, String other) {
        int[] a = comparable(one);
        int[] b = comparable(other);
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i] && a[i] != CIRCLE && b[i] != CIRCLE) {
                return false;
            }
        }
        return true;
    }

    private static int[] comparable(String name) {
        return name.codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '　' && !isVariationSelector(c))
                .toArray();
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
