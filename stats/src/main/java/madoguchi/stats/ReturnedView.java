package madoguchi.stats;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * 返戻の内訳の画面.
 *
 * @param path where these pages are
 * @param agency whether they are the agency's
 * @param figures what the rule came to in the month: one for each outcome
 * @param month 請求年月
 * @param rule id
 * @param receipts a page of them
 * @param next where the next page begins
 */
public record ReturnedView(
        String path,
        boolean agency,
        List<ReturnFigure> figures,
        YearMonth month,
        String rule,
        List<ReturnedReceipt> receipts,
        Optional<String> next) {

    /** Copies the lists. */
    public ReturnedView {
        figures = List.copyOf(figures);
        receipts = List.copyOf(receipts);
    }

    /** How many the figures say there are. */
    public long count() {
        return figures.stream().mapToLong(ReturnFigure::receipts).sum();
    }
}
