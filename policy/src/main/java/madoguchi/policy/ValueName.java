package madoguchi.policy;

import java.util.Set;
import madoguchi.core.Text;

/**
 * 値の名 – a whole number that rows with certain verdicts carry.
 *
 * @param name lower case with hyphens
 * @param label its name and unit on screens
 * @param verdicts the words of the verdicts whose rows carry it, every one of them
 */
public record ValueName(String name, Text label, Set<String> verdicts) {

    /** Copies the set. */
    public ValueName {
        verdicts = Set.copyOf(verdicts);
    }
}
