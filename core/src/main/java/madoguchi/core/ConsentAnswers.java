package madoguchi.core;

import java.util.EnumSet;
import java.util.Set;

/**
 * 同意の回答 – what the holder answered at the reader. What was not answered counts as no, so only the two sets are told.
 *
 * @param opening the opening of the card, from {@link Opened.Admitted}
 * @param given はい – may be empty
 * @param declined いいえ – takes back what was given before; may be empty
 * @param subsidies 医療費助成の受給者証を利用するか: decides what the answer tells, and is kept nowhere
 * @param caller who may see
 */
public record ConsentAnswers(
        String opening, Set<ConsentScope> given, Set<ConsentScope> declined, SubsidyUse subsidies, Caller caller) {

    /** The answers of somebody who was not asked about subsidies. */
    public ConsentAnswers(String opening, Set<ConsentScope> given, Set<ConsentScope> declined, Caller caller) {
        this(opening, given, declined, SubsidyUse.NOT_ASKED, caller);
    }

    /** Copies the sets; throws {@link IllegalArgumentException} when one scope is in both. */
    public ConsentAnswers {
        given = Set.copyOf(given);
        declined = Set.copyOf(declined);
        EnumSet<ConsentScope> both = EnumSet.noneOf(ConsentScope.class);
        both.addAll(given);
        both.retainAll(declined);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("a consent is given or declined, not both");
        }
    }
}
