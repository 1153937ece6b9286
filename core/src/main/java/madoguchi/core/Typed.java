package madoguchi.core;

import java.text.Normalizer;
import java.util.Locale;

/**
 * 入力の寛容 – forgives what hands type: full and half width, kinds of hyphen and space.
 *
 * <p>Only for identifiers, dates and match keys. Stored names are never passed through here (they keep their code points; domain file {@code characters.md}).
 */
public final class Typed {

    private Typed() {}

    /** Half-width letters, digits and signs (NFKC), one kind of hyphen, outer spaces removed. {@code "１２−３４ "} becomes {@code "12-34"}. */
    public static String halfWidth(String typed) {
        return isPlain(typed) ? typed : forgiven(typed);
    }

    /** Whether the text is ASCII without a space at an end: then there is nothing to forgive. Nearly every cell of a large file is. */
    private static boolean isPlain(String typed) {
        int length = typed.length();
        for (int i = 0; i < length; i++) {
            if (typed.charAt(i) > '~' || typed.charAt(i) < ' ') {
                return false;
            }
        }
        return length == 0 || (typed.charAt(0) != ' ' && typed.charAt(length - 1) != ' ');
    }

    private static String forgiven(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        StringBuilder text = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            text.append(isHyphen(c) ? '-' : c);
        }
        return text.toString().strip();
    }

    private static boolean isHyphen(char c) {
        return (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\u30fc' || c == '\uff70' || c == '\uff0d';
    }

    /** {@link #halfWidth} without any space or hyphen, upper case: two spellings of the same symbol or number become equal. */
    public static String key(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return folded(typed);
            }
        }
        return typed;
    }

    private static String folded(String typed) {
        String text = halfWidth(typed);
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '-' && c != ' ' && (c < '\t' || c > '\r')) {
                key.append(c);
            }
        }
        return key.toString().toUpperCase(Locale.ROOT);
    }

    /** {@link #key} without leading zeros; an all-zero text stays {@code "0"}. */
    public static String numberKey(String typed) {
        String key = key(typed);
        int first = 0;
        while (first < key.length() - 1 && key.charAt(first) == '0') {
            first++;
        }
        return key.substring(first);
    }

    /** Whether the text is one or more ASCII digits. */
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
