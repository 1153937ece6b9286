package madoguchi.stats;

import java.util.Map;

/**
 * 待ち行列への問い – as typed on the page; what is missing or out of bounds is taken as the usual.
 *
 * @param perHour patients in the hour asked about, 1 to 600; 0 when not given: the busiest of the log
 * @param readers 1 to 20
 * @param phones whether phones can be read here
 * @param visual patients of a hundred for the third scenario, 1 to 100
 */
public record LineQuestion(int perHour, int readers, boolean phones, int visual) {

    private static final int MOST_PATIENTS = 600;
    private static final int MOST_READERS = 20;
    private static final int HUNDRED = 100;
    private static final int USUAL_VISUAL = 40;

    static LineQuestion read(Map<String, String> typed) {
        return new LineQuestion(
                number(typed, "hour", 0, MOST_PATIENTS, 0),
                number(typed, "readers", 1, MOST_READERS, 1),
                typed.containsKey("phones"),
                number(typed, "visual", 1, HUNDRED, USUAL_VISUAL));
    }

    private static int number(Map<String, String> typed, String name, int least, int most, int usual) {
        String text = typed.getOrDefault(name, "");
        if (!text.matches("[0-9]{1,4}")) {
            return usual;
        }
        int value = Integer.parseInt(text);
        return value < least || value > most ? usual : value;
    }
}
