package madoguchi.stats;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Rule;

/**
 * 区分の判定 – what one tier of the readiness add-on asks for in a month, and whether it is reached.
 *
 * @param tier what it is called
 * @param rule the row that decided
 * @param asked the rate asked for, in percent; empty where the table leaves it to a person
 * @param months the months looked at, the nearest first
 * @param monthsStated whether the row names the months
 * @param best the month with the best known rate, and the rate
 * @param reached empty while no rate of these months is known, or nothing is asked
 */
public record Tier(
        Text tier,
        Rule rule,
        Optional<Integer> asked,
        List<YearMonth> months,
        boolean monthsStated,
        Optional<Map.Entry<YearMonth, Rate>> best,
        Optional<Boolean> reached) {
    /** Copies the list. */
    public Tier {
        months = List.copyOf(months);
    }
}
