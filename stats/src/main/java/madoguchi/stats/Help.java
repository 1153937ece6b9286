package madoguchi.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Text;

/**
 * 役に立ちそうなこと – a means, and which receptions it would have helped (data: {@code helps.csv}).
 *
 * @param id names it
 * @param label what it is
 * @param difficulties words of question 6: any of them
 * @param codes codes of the reader: any of them
 * @param shown names of what lay on the counter: any of them
 * @param how in words, which receptions these are
 */
public record Help(String id, Text label, Set<String> difficulties, Set<String> codes, Set<String> shown, Text how) {

    /** Copies the sets. */
    public Help {
        difficulties = Set.copyOf(difficulties);
        codes = Set.copyOf(codes);
        shown = Set.copyOf(shown);
    }

    /** All means that come with the program. */
    static List<Help> bundled() {
        return Csv.bundled("helps.csv").stream()
                .map(row -> new Help(
                        row.get(0),
                        new Text(row.get(1), row.get(2)),
                        words(row.get(3)),
                        words(row.get(4)),
                        words(row.get(5)),
                        new Text(row.get(6), row.get(7))))
                .toList();
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it would have helped this one: something was difficult, and it is of the right kind. */
    boolean helps(Trouble trouble) {
        return (trouble.isTrouble()
                        || !trouble.codes().isEmpty()
                        || !trouble.handlings().isEmpty())
                && (trouble.difficulties().stream().map(Difficulty::word).anyMatch(difficulties::contains)
                        || trouble.codes().stream().anyMatch(codes::contains)
                        || trouble.shown()
                                .map(Enum::name)
                                .filter(shown::contains)
                                .isPresent());
    }
}
