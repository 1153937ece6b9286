package madoguchi.stats;

import java.util.List;

/**
 * つまずきの画面.
 *
 * @param span {@code week} or {@code month}
 * @param report its figures
 * @param helps what would help
 * @param chart minutes by difficulty, SVG; empty where nothing happened
 */
public record TroublesView(String span, TroubleReport report, List<Help> helps, String chart) {
    /** Copies the list. */
    public TroublesView {
        helps = List.copyOf(helps);
    }
}
