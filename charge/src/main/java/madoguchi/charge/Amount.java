package madoguchi.charge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 額の式 – an amount of a limit: {@code 57600}, or {@code 80100+(total-267000)*1%}.
 *
 * @param base 円
 * @param threshold 円 of the total cost from which the percent is added
 * @param percent of what lies above the threshold; 0 for a fixed amount
 */
public record Amount(long base, long threshold, int percent) {

    private static final Pattern FORM = Pattern.compile("(\\d+)(?:\\+\\(total-(\\d+)\\)\\*(\\d+)%)?");

    /** Reads a cell; throws {@link IllegalArgumentException} for any other form. */
    static Amount read(String cell) {
        Matcher form = FORM.matcher(cell);
        if (!form.matches()) {
            throw new IllegalArgumentException("no amount: " + cell);
        }
        return form.group(2) == null
                ? new Amount(Long.parseLong(form.group(1)), 0, 0)
                : new Amount(
                        Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), Integer.parseInt(form.group(3)));
    }

    /** The amount in yen for a total cost; the percentage is rounded to the yen, half up (健康保険法施行令第42条). */
    public long yen(long totalYen) {
        return base + Yen.percent(Math.max(0, totalYen - threshold), percent);
    }
}
