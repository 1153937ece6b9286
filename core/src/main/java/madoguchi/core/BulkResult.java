package madoguchi.core;

import java.util.List;
import java.util.Optional;

/**
 * 一括照会の結果の1件.
 *
 * @param place which question, from 1
 * @param identifier 任意の識別子 of the question, echoed; absent when it had none
 * @param question the question as it was understood; absent when it was not
 * @param reply the answer; 処理結果状況 2 (エラー) is {@link Answer.Unreachable} with {@link Answer.Cause#REFUSED} and says nothing about the person
 * @param problems what was wrong with the question, each with place and reason; empty for an answered one
 * @param change against the last time
 * @param limitMayHaveChanged 限度額情報変更有無 (OQSCD014): false means unchanged, true means changed or cannot be told
 * @param differences in what the answer differs, where it has changed; absent where the peer does not tell (the official interface does not)
 */
public record BulkResult(
        int place,
        Optional<String> identifier,
        Optional<BulkQuestion> question,
        Reply reply,
        List<Problem> problems,
        BulkChange change,
        boolean limitMayHaveChanged,
        Optional<List<BulkDifference>> differences) {

    /** Copies the list. */
    public BulkResult {
        problems = List.copyOf(problems);
        differences = differences.map(List::copyOf);
    }

    /** A result of a peer that does not tell in what it differs. */
    public BulkResult(
            int place,
            Optional<String> identifier,
            Optional<BulkQuestion> question,
            Reply reply,
            List<Problem> problems,
            BulkChange change,
            boolean limitMayHaveChanged) {
        this(place, identifier, question, reply, problems, change, limitMayHaveChanged, Optional.empty());
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "BulkResult[place=" + place + ", change=" + change + "]";
    }
}
