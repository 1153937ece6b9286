package madoguchi.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * 待ち行列の前提 – what the simulation assumes where the log is silent (data: {@code line.csv}; ours, not official).
 *
 * @param shortest seconds: a shorter gap between two results is no session
 * @param longest seconds: a longer gap means that nobody waited
 * @param leastSessions how many logged sessions, or gaps, are needed
 * @param leastOfWay how many logged sessions of one way of identifying are needed to know its length
 * @param longestSession seconds: a session that was longer counts as so long
 * @param assumed seconds of sessions, where fewer are logged
 * @param longestTrouble seconds: whoever waits longer sits down and no longer blocks the line
 * @param phoneShare patients of a thousand with a phone only, who today take a trouble's time where no phone can be read
 * @param visual seconds of a session in visual confirmation mode, where too few are logged
 */
record LineSettings(
        int shortest,
        int longest,
        int leastSessions,
        int leastOfWay,
        int longestSession,
        List<Double> assumed,
        int longestTrouble,
        int phoneShare,
        int visual) {

    /** Copies the list. */
    LineSettings {
        assumed = List.copyOf(assumed);
    }

    static LineSettings bundled() {
        Map<String, String> values =
                Csv.bundled("line.csv").stream().collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
        return new LineSettings(
                number(values, "shortest"),
                number(values, "longest"),
                number(values, "least-sessions"),
                number(values, "least-of-a-way"),
                number(values, "longest-session"),
                Arrays.stream(value(values, "assumed").split(" "))
                        .map(Double::valueOf)
                        .toList(),
                number(values, "longest-trouble"),
                number(values, "phone-share"),
                number(values, "visual"));
    }

    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static int number(Map<String, String> values, String name) {
        return Integer.parseInt(value(values, name));
    }
}
