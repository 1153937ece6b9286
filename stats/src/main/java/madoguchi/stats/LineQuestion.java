package madoguchi.stats;

import java.util.Map;
import java.util.Optional;

/**
 * 待ち行列への問い – as typed on the page; what is missing or out of bounds is taken as the usual.
 *
 * @param perHour patients in the hour asked about, 1 to 600; the busiest of the log when not given
 * @param readers 1 to 20; as many as the log knows when not given
 * @param phones whether phones can be read here; whether the log knows phones when nothing was asked yet
 * @param visual patients of a hundred for the third scenario, 1 to 100
 */
public record LineQuestion(int perHour, int readers, boolean phones, int visual) {

    private static final int MOST_PATIENTS = 600;
    private static final int MOST_READERS = 20;
    private static final int HUNDRED = 100;
    private static final int USUAL_VISUAL = 40;

    static LineQuestion read(Map<String, String> typed, ServiceLog log) {
        boolean asked = typed.containsKey("hour");
        return new LineQuestion(
                number(typed, "hour", MOST_PATIENTS).orElse(Math.max(1, log.busiestHour())),
                number(typed, "readers", MOST_READERS).orElse(log.readers()),
                asked ? typed.containsKey("phones") : log.readings(Way.PHONE) > 0,
                number(typed, "visual", HUNDRED).orElse(USUAL_VISUAL));
    }

    private static Optional<Integer> number(Map<String, String> typed, String name, int most) {
        return Optional.of(typed.getOrDefault(name, ""))
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(value -> value >= 1 && value <= most);
    }
}
