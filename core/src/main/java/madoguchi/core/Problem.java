package madoguchi.core;

/**
 * 誤り – what is wrong with one piece of input, and where.
 *
 * @param place the place a person can find again: a column name, a form field, an element path, a line number
 * @param reason what is wrong and what to do now; never carries the offending value of a person's data
 */
public record Problem(String place, Text reason) {

    /** A problem with a reason in both languages. */
    public static Problem at(String place, String ja, String en) {
        return new Problem(place, new Text(ja, en));
    }

    /** Place and reason on one line, for reports. */
    @Override
    public String toString() {
        return place + ": " + reason;
    }
}
