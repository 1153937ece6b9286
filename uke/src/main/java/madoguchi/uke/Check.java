package madoguchi.uke;

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
import madoguchi.core.Text;

/**
 * 検査項目 – one thing that is looked for, as {@code checks.csv} has it.
 *
 * @param id such as {@code U-320}
 * @param severity what it means for the claim
 * @param firstClaimOnly whether it is looked for only in files that a facility sends for the first time
 * @param certainty how sure the rule is
 * @param source section of {@code claims-uke.md}
 * @param reason what is wrong, and what to do
 */
public record Check(
        String id, Severity severity, boolean firstClaimOnly, Certainty certainty, String source, Text reason) {

    private static final Map<String, Check> ALL = read();

    /** Every check, in order. */
    public static List<Check> all() {
        return List.copyOf(ALL.values());
    }

    static Check of(String id) {
        return Objects.requireNonNull(ALL.get(id), id);
    }

    private static Map<String, Check> read() {
        Map<String, Check> checks = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(Check.class.getResourceAsStream("checks.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\\|", -1);
                checks.put(
                        cells[0],
                        new Check(
                                cells[0],
                                Severity.valueOf(cells[1]),
                                cells[2].equals("yes"),
                                Certainty.of(cells[3]),
                                cells[4],
                                new Text(cells[5], cells[6])));
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return checks;
    }
}
