package madoguchi.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.Text;

/**
 * 表の頭 – what a table asks, by what it tells situations apart, and what it can answer.
 *
 * @param name lower case with hyphens
 * @param title in a few words
 * @param question in one sentence
 * @param facets in the order of the file
 * @param verdicts all words its rows may give
 * @param values all numbers its rows may carry
 */
record TableHead(
        String name, Text title, Text question, List<Facet> facets, List<Kind> verdicts, List<ValueName> values) {

    /** A verdict that leaves something open: buttons follow. */
    static final String NEEDS_EVIDENCE = "needs-evidence";

    /** A verdict that leaves it to a person: buttons may follow. */
    static final String ASK_STAFF = "ask-staff";

    /** A verdict that settles a reception at the desk. */
    static final String ACCEPTED = "accepted";

    /** The table whose accepting rows say by which means eligibility was verified. */
    static final String INSURANCE = "insurance";

    TableHead {
        facets = List.copyOf(facets);
        verdicts = List.copyOf(verdicts);
        values = List.copyOf(values);
    }

    Optional<Kind> verdict(String word) {
        return verdicts.stream().filter(kind -> kind.word().equals(word)).findFirst();
    }

    String verdictWords() {
        return verdicts.stream().map(Kind::word).collect(Collectors.joining(", "));
    }
}
