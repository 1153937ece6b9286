package madoguchi.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.core.BulkCounts;
import madoguchi.core.Text;
import madoguchi.desk.BulkList.Outcome;

/**
 * 一括照会の1回 – one list that was sent, as its page shows it.
 *
 * @param list the list
 * @param counts how far; absent where nobody tells
 * @param silence why nobody answers at the moment
 * @param rows the results; empty before
 */
public record BulkListView(BulkList list, Optional<BulkCounts> counts, Optional<Text> silence, List<BulkRow> rows) {

    /** Copies the list. */
    public BulkListView {
        rows = List.copyOf(rows);
    }

    /** Whether it is under way. */
    public boolean underWay() {
        return list.outcome().isEmpty();
    }

    /** Whether the results are here. */
    public boolean finished() {
        return list.outcome().filter(Outcome.Finished.class::isInstance).isPresent();
    }

    /** Why there are no results; empty for a list under way or finished. */
    public List<Text> reasons() {
        return list.outcome().stream()
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Finished f -> java.util.stream.Stream.<Text>empty();
                    case Outcome.Refused(var problems) ->
                        problems.stream()
                                .map(problem -> new Text(
                                        problem.place() + ": "
                                                + problem.reason().ja(),
                                        problem.place() + ": "
                                                + problem.reason().en()));
                    case Outcome.Failed(var words) -> java.util.stream.Stream.of(words);
                    case Outcome.Cancelled(var operator) ->
                        java.util.stream.Stream.of(
                                new Text("取り消しました（" + operator + "）。", "Called off (" + operator + ")."));
                })
                .toList();
    }

    /** The rows of one group. */
    public List<BulkRow> rows(BulkRow.Group group) {
        return rows.stream().filter(row -> row.group() == group).toList();
    }

    /** Never prints the persons. */
    @Override
    public String toString() {
        return "BulkListView[" + list.id() + "]";
    }
}
