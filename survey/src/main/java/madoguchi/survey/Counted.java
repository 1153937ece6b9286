package madoguchi.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 有効回答 – which of all forms are counted: blank ones are not, and of several from the same facility the one that came last (R-SVY-02; the source says 「重複回答等を除く」 and not which one stays: decision 37). What is not counted is kept
 * and listed.
 *
 * @param received all that came (回答総数)
 * @param valid those counted, in order of arrival
 * @param duplicates not counted: the same facility answered again later
 * @param blanks not counted: nothing is ticked or written
 */
public record Counted(int received, List<Response> valid, List<Response> duplicates, List<Response> blanks) {

    /** Copies the lists. */
    public Counted {
        valid = List.copyOf(valid);
        duplicates = List.copyOf(duplicates);
        blanks = List.copyOf(blanks);
    }

    /** 重複等の除外. */
    public static Counted of(List<Response> all) {
        List<Response> sorted = all.stream()
                .sorted(Comparator.comparing(Response::receivedAt).thenComparingLong(Response::id))
                .toList();
        Map<String, Long> last = new HashMap<>();
        sorted.stream()
                .filter(one -> !one.answers().isBlank() && !one.respondent().isEmpty())
                .forEach(one -> last.put(one.respondent(), one.id()));
        List<Response> valid = new ArrayList<>();
        List<Response> duplicates = new ArrayList<>();
        List<Response> blanks = new ArrayList<>();
        for (Response one : sorted) {
            if (one.answers().isBlank()) {
                blanks.add(one);
            } else if (last.getOrDefault(one.respondent(), one.id()) != one.id()) {
                duplicates.add(one);
            } else {
                valid.add(one);
            }
        }
        return new Counted(all.size(), valid, duplicates, blanks);
    }
}
