package madoguchi.hub;

import java.util.List;
import java.util.Optional;
import madoguchi.core.BulkQuestion;
import madoguchi.core.Problem;

/**
 * 一括照会の1行 – a question, or why there is none.
 *
 * @param identifier 任意の識別子, where it could be read
 * @param question the question; absent when the line was not understood
 * @param problems why not; empty with a question
 */
record BulkLine(Optional<String> identifier, Optional<BulkQuestion> question, List<Problem> problems) {

    BulkLine {
        problems = List.copyOf(problems);
    }

    static BulkLine of(BulkQuestion question) {
        return new BulkLine(question.identifier(), Optional.of(question), List.of());
    }

    static BulkLine faulty(Optional<String> identifier, List<Problem> problems) {
        return new BulkLine(identifier, Optional.empty(), problems);
    }

    /** Never prints the person asked about. */
    @Override
    public String toString() {
        return "BulkLine[problems=" + problems.size() + "]";
    }
}
