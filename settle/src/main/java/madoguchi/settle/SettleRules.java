package madoguchi.settle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.uke.Certainty;
import madoguchi.uke.Confirmation;

/** 有効な規則 – the rows in force for the claims of one month, by id. */
public final class SettleRules {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    private static final List<SettleRule> ALL = read();

    private final Map<String, SettleRule> rules = new LinkedHashMap<>();

    private SettleRules(YearMonth claimed) {
        ALL.stream().filter(rule -> rule.holds(claimed)).forEach(rule -> rules.put(rule.id(), rule));
    }

    /** The rules for claims of this month (請求年月). Before the first month of all, nothing is settled: {@link #isEmpty}. */
    public static SettleRules of(YearMonth claimed) {
        return new SettleRules(claimed);
    }

    /** Every row, in force or not, in order. */
    public static List<SettleRule> all() {
        return ALL;
    }

    /** Whether nothing was settled in that month yet. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The row in force; empty where it is not. */
    Optional<SettleRule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** The row that must be in force. */
    SettleRule get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("rule " + id + " is not in force"));
    }

    private static List<SettleRule> read() {
        try (InputStream file = Objects.requireNonNull(SettleRules.class.getResourceAsStream("rules.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> rule(line.split("\\|", -1)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static SettleRule rule(String[] cells) {
        return new SettleRule(
                cells[0],
                YearMonth.parse(cells[1], MONTH),
                Optional.of(cells[2]).filter(text -> !text.isEmpty()).map(text -> YearMonth.parse(text, MONTH)),
                Outcome.valueOf(cells[3]),
                confirmation(cells[4]),
                certainty(cells[5]),
                cells[6],
                cells[7].isEmpty() ? List.of() : List.of(cells[7].split(" ", -1)),
                new Text(cells[8], cells[9]));
    }

    private static Optional<Confirmation> confirmation(String code) {
        return List.of(Confirmation.values()).stream()
                .filter(confirmation -> confirmation.code().equals(code))
                .findFirst();
    }

    private static Certainty certainty(String letter) {
        return switch (letter) {
            case "H" -> Certainty.HIGH;
            case "M" -> Certainty.MIDDLE;
            default -> Certainty.LOW;
        };
    }
}
