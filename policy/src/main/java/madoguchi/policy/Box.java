package madoguchi.policy;

import java.util.List;
import java.util.Set;

/**
 * 区分の組 – a set of kinds for each facet of a table; a situation lies in it when each of its kinds is in the set.
 *
 * @param kinds in the order of the facets
 */
public record Box(List<Set<Kind>> kinds) {

    /** Copies the sets. */
    public Box {
        kinds = kinds.stream().map(Set::copyOf).toList();
    }

    /** 該当 – whether the situation lies in it. */
    public boolean contains(Situation situation) {
        for (int i = 0; i < kinds.size(); i++) {
            if (!kinds.get(i).contains(situation.kinds().get(i))) {
                return false;
            }
        }
        return true;
    }
}
