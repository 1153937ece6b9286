package madoguchi.stats;

import java.time.YearMonth;
import java.util.List;

/** 返戻の口 – the port through which it is known what became of claims: at a facility by the letters that it took in, at the agency by its own runs. */
public interface Returns {

    /**
     * 件数 – of claim months (請求年月, both ends included), one figure for each month, rule and outcome that any receipt came to. A facility's letters are silent about plainly unchanged receipts, the agency counts them.
     *
     * @return empty where nothing came; the order does not matter
     */
    List<ReturnFigure> between(YearMonth from, YearMonth through);

    /**
     * 内訳 – the receipts behind a figure, in a fixed order.
     *
     * @param claimed 請求年月
     * @param rule id of the rule that decided
     * @param after {@link ReturnedReceipt#reference} of the last one seen; empty to begin
     * @param most how many at most, 1 or more
     */
    List<ReturnedReceipt> receipts(YearMonth claimed, String rule, String after, int most);
}
