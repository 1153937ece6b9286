package madoguchi.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Kind;

/**
 * ほかの扱いの画面.
 *
 * @param row the reception
 * @param reasons what may be chosen
 * @param chosen the word of what was chosen; empty before
 * @param note what was typed
 * @param refusal why it cannot be done this way; absent before
 */
public record LeaveView(Row row, List<Kind> reasons, String chosen, String note, Optional<Text> refusal) {

    /** Copies the list. */
    public LeaveView {
        reasons = List.copyOf(reasons);
    }
}
