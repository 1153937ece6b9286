package madoguchi.core;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * 読取機での回答 – what the holder answered at the card reader beside their eligibility ({@code oqs-interface.md} §3.3 no. 30 to 37, §6.4). What is neither given nor declined was not asked.
 *
 * @param given 同意あり
 * @param declined 同意なし
 * @param subsidies 医療費助成の受給者証を利用する; absent where it was not asked. "No" is not "none": a municipality may not be connected
 * @param link 診察券として使う; absent where it was not asked
 */
public record ReaderAnswers(
        Map<ConsentScope, Given> given,
        Set<ConsentScope> declined,
        Optional<Boolean> subsidies,
        Optional<Boolean> link) {

    /** The answers of somebody who was not asked about the 診察券. */
    public ReaderAnswers(Map<ConsentScope, Given> given, Set<ConsentScope> declined, Optional<Boolean> subsidies) {
        this(given, declined, subsidies, Optional.empty());
    }

    /**
     * 同意.
     *
     * @param at 同意日時
     * @param until 有効期限, the first instant without it; absent where the file names none
     */
    public record Given(Instant at, Optional<Instant> until) {}

    /** Copies; throws {@link IllegalArgumentException} when one scope is in both. */
    public ReaderAnswers {
        given = Map.copyOf(given);
        declined = Set.copyOf(declined);
        Set<ConsentScope> both = EnumSet.noneOf(ConsentScope.class);
        both.addAll(declined);
        both.retainAll(given.keySet());
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("a consent is given or declined, not both");
        }
    }
}
