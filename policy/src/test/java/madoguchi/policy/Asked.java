package madoguchi.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 問い – asks a bundled table in the words of the rule files. */
final class Asked {

    private static final RuleBook BOOK = RuleBook.bundled();

    private Asked() {}

    /** The row that decides; one word for each facet, in the order of the file. */
    static Rule rule(String table, String day, String... words) {
        List<Facet> facets = BOOK.table(table).facets();
        Map<String, String> situation = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i++) {
            situation.put(facets.get(i).name(), words[i]);
        }
        return BOOK.table(table)
                .decide(LocalDate.parse(day), BOOK.table(table).read(situation).orElseThrow());
    }

    /** Its verdict. */
    static String verdict(String table, String day, String... words) {
        return rule(table, day, words).verdict();
    }
}
