package madoguchi.portal;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * ポータルの条件 – lengths, from {@code portal.csv}, where each has its source. Hardly any is published officially.
 *
 * @param idle a log-in ends after this long without a request by hand
 * @param longest and after this long in any case
 * @param live how long the code of a live screen serves
 * @param pdf how long the code of a PDF serves
 * @param childUntilAge a child's delegation ends at the latest on the day before this birthday
 * @param elder how long an elder's delegation may last
 * @param guardian how long a legal guardian's may last before it is proved anew
 * @param challenge how long a browser may take to answer with a passkey
 * @param passkeys how many a person may have at once
 */
public record PortalTerms(
        Duration idle,
        Duration longest,
        Duration live,
        Duration pdf,
        int childUntilAge,
        Duration elder,
        Duration guardian,
        Duration challenge,
        int passkeys) {

    /** Those of this program's own file. */
    public static PortalTerms bundled() {
        Map<String, String> values = Csv.rows("portal.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("setting"), row -> row.getField("value")));
        return new PortalTerms(
                Duration.ofSeconds(number(values, "idle-seconds")),
                Duration.ofSeconds(number(values, "longest-seconds")),
                Duration.ofSeconds(number(values, "live-code-seconds")),
                Duration.ofDays(number(values, "pdf-code-days")),
                number(values, "child-until-age"),
                Duration.ofDays(number(values, "elder-longest-days")),
                Duration.ofDays(number(values, "guardian-longest-days")),
                Duration.ofSeconds(number(values, "passkey-challenge-seconds")),
                number(values, "passkeys-most"));
    }

    private static int number(Map<String, String> values, String name) {
        return Integer.parseInt(Objects.requireNonNull(values.get(name), name));
    }
}
