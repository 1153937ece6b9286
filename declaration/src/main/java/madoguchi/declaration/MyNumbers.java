package madoguchi.declaration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.core.CheckDigit;
import madoguchi.core.Typed;

/** 個人番号の混入 – finds a 12-digit My Number in typed text, so that it is neither kept nor shown again. The form copies the face of the card, and the number is on its back. */
final class MyNumbers {

    private static final int DIGITS = 12;
    private static final Pattern ALONE_OR_IN_FOURS =
            Pattern.compile("(?<!\\d)(\\d{12}|\\d{4}([ -])\\d{4}\\2\\d{4})(?!\\d)");

    private MyNumbers() {}

    /** Whether twelve digits with a fitting check digit stand in the text, in any width, together or in groups of four, or as the whole text however they are separated. */
    static boolean isIn(String typed) {
        return fits(Typed.key(typed)) || groupFits(Typed.halfWidth(typed));
    }

    private static boolean groupFits(String text) {
        Matcher group = ALONE_OR_IN_FOURS.matcher(text);
        while (group.find()) {
            if (fits(Typed.key(group.group()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String digits) {
        return digits.length() == DIGITS && Typed.isDigits(digits) && CheckDigit.holdsForMyNumber(digits);
    }
}
