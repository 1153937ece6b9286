package madoguchi.jpki;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * 認証局の世代 – one row of {@code simulated-generations.csv}.
 *
 * @param number 1, 2, … in order of their beginning
 * @param profile of keys and signatures
 * @param from first day
 * @param lastDay last day
 */
record Generation(int number, CardProfile profile, LocalDate from, LocalDate lastDay) {

    /** All of them. */
    static List<Generation> all() {
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Generation.class.getResourceAsStream("simulated-generations.csv")),
                StandardCharsets.UTF_8))) {
            return rows.lines()
                    .filter(row -> !row.startsWith("#"))
                    .map(Generation::read)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The newest of a profile. */
    static Generation newest(CardProfile profile) {
        return all().stream()
                .filter(generation -> generation.profile() == profile)
                .max(Comparator.comparing(Generation::from))
                .orElseThrow();
    }

    private static Generation read(String row) {
        String[] cells = row.split(",", -1);
        return new Generation(
                Integer.parseInt(cells[0]),
                CardProfile.valueOf(cells[1]),
                LocalDate.parse(cells[2]),
                LocalDate.parse(cells[3]));
    }
}
