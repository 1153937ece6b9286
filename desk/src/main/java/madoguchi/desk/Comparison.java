package madoguchi.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.Text;

/**
 * 見比べ – the coverage of today against the one it is compared with.
 *
 * @param against which one that is, in words
 * @param differences item by item; empty when nothing differs
 */
public record Comparison(Text against, List<Difference> differences) {

    /** Copies the list. */
    public Comparison {
        differences = List.copyOf(differences);
    }

    /** What the reception rested on until the hub confirmed it: an earlier answer of its own, else the last reception of the person. Empty when nothing is known of either. */
    static Optional<Comparison> of(Visit visit, Optional<Visit> before) {
        return visit.coverage()
                .flatMap(now -> ownBefore(visit)
                        .map(used ->
                                new Comparison(new Text("はじめの回答", "the first answer"), Difference.between(used, now)))
                        .or(() -> before.flatMap(Visit::coverage)
                                .map(used -> new Comparison(
                                        Detail.line(before.orElseThrow()), Difference.between(used, now)))));
    }

    private static Optional<Coverage> ownBefore(Visit visit) {
        return visit.answer() instanceof Answer.Active
                ? visit.replies().stream()
                        .filter(reply -> !(reply.answer() instanceof Answer.Active))
                        .flatMap(reply -> reply.answer().coverages().stream())
                        .reduce((earlier, later) -> later)
                : Optional.empty();
    }
}
