package madoguchi.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** 問い合わせ – asks one table of the bundled rules in the words of its file. */
record Asking(Table table) {

    private static final RuleBook BOOK = RuleBook.bundled();

    /** The bundled table of this name. */
    static Asking the(String table) {
        return new Asking(BOOK.table(table));
    }

    /** The row that decides on a day; one word for each facet, in their order. */
    Rule on(String day, String... words) {
        List<Facet> facets = table.facets();
        if (words.length != facets.size()) {
            throw new IllegalArgumentException(facets.size() + " words are asked for: " + Arrays.toString(words));
        }
        Kind[] kinds = IntStream.range(0, words.length)
                .mapToObj(i -> facets.get(i).kind(words[i]).orElseThrow())
                .toArray(Kind[]::new);
        return table.decide(LocalDate.parse(day), kinds);
    }

    /** What that row answers, in a word. */
    String verdict(String day, String... words) {
        return on(day, words).verdict();
    }
}
