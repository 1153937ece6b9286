package madoguchi.paper;

import java.text.Normalizer;

/** 文字 – what can be drawn of a text. Only for paper: stored names keep every code point ({@code characters.md}). */
final class Letters {

    private Letters() {}

    /** 〓, which printers have always set where a letter is missing. */
    static final String MISSING = "〓";

    /**
     * The text without variation selectors, which choose a shape our fonts do not have (辻󠄀 is drawn as 辻), and without code points that XML forbids; a letter of somebody's private use (外字) becomes {@link #MISSING} and does not vanish.
     */
    static String drawable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> !isSelector(point) && isXml(point))
                .map(Letters::drawn)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static int drawn(int point) {
        if (point >= 0x2F00 && point <= 0x2FDF) {
            // A radical is drawn as the character it looks like; our fonts have one glyph for both ({@code
            // tools/paper-font.py}).
            return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                    .codePointAt(0);
        }
        return Character.getType(point) == Character.PRIVATE_USE ? MISSING.codePointAt(0) : point;
    }

    private static boolean isSelector(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    }

    /** {@code Char} of XML 1.0: no control character except tab and line ends, no half of a surrogate pair. */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
