package madoguchi.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.uke.Certainty;

/**
 * 点検の規則 – one row of {@code findings.csv}: something that is told about a receipt before it is sent.
 *
 * @param id such as {@code C-BRANCH}
 * @param trouble its kind
 * @param certainty how sure it is that the agency sees it like that
 * @param source where it comes from
 * @param reason what is wrong
 * @param todo what to do
 * @param phone what to ask the patient; absent where a call does not help
 */
public record FindingRule(
        String id, Trouble trouble, Certainty certainty, String source, Text reason, Text todo, Optional<Text> phone) {

    private static final Map<String, FindingRule> ALL = read();

    /** Every row, in order. */
    public static List<FindingRule> all() {
        return List.copyOf(ALL.values());
    }

    static FindingRule of(String id) {
        return Objects.requireNonNull(ALL.get(id), id);
    }

    private static Map<String, FindingRule> read() {
        Map<String, FindingRule> rules = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(FindingRule.class.getResourceAsStream("findings.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> rule(line.split("\\|", -1)))
                    .forEach(rule -> rules.put(rule.id(), rule));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return rules;
    }

    private static FindingRule rule(String[] cells) {
        return new FindingRule(
                cells[0],
                Trouble.valueOf(cells[1]),
                certainty(cells[2]),
                cells[3],
                new Text(cells[4], cells[5]),
                new Text(cells[6], cells[7]),
                cells[8].isEmpty() ? Optional.empty() : Optional.of(new Text(cells[8], cells[9])));
    }

    private static Certainty certainty(String letter) {
        return switch (letter) {
            case "H" -> Certainty.HIGH;
            case "M" -> Certainty.MIDDLE;
            default -> Certainty.LOW;
        };
    }
}
