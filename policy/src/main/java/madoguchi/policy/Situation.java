package madoguchi.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * 状況 – one point of the finite space that the rows of a table must cover.
 *
 * @param kinds one for each facet of the table, in their order
 */
public record Situation(List<Kind> kinds) {

    /** Copies the list. */
    public Situation {
        kinds = List.copyOf(kinds);
    }

    /** The words of the rule files, for reports. */
    @Override
    public String toString() {
        return kinds.stream().map(Kind::word).collect(Collectors.joining(" × "));
    }
}
