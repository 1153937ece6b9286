package madoguchi.bundle;

import java.util.List;
import madoguchi.policy.RuleSource;

/**
 * 規則の束 – all rule files together, to be used whole or not at all.
 *
 * @param head what it says about itself
 * @param files all rule files, in the order in which they are read
 */
public record RuleBundle(Head head, List<RuleSource> files) {

    /** Copies the list; refuses a bundle without files. */
    public RuleBundle {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a bundle without files");
        }
    }
}
