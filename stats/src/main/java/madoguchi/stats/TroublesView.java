package madoguchi.stats;

import java.util.List;

/**
 * つまずきの画面.
 *
 * @param span {@code week} or {@code month}
 * @param report its figures
 * @param helps what would help
 * @param chart minutes by difficulty, SVG; empty where nothing happened
 * @param returns what came back of the claims of the last months
 */
public record TroublesView(String span, TroubleReport report, List<Help> helps, String chart, ReturnReport returns) {
    /** Copies the list. */
    public TroublesView {
        helps = List.copyOf(helps);
    }
}
