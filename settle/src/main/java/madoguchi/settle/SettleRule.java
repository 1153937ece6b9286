package madoguchi.settle;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.uke.Certainty;
import madoguchi.uke.Confirmation;

/**
 * 振替・分割の規則 – one row of {@code rules.csv}.
 *
 * @param id such as {@code S-04}; exclusions begin with {@code X-}
 * @param from first claim month (請求年月) it holds for
 * @param until first claim month it no longer holds for; absent while it is in force
 * @param outcome what becomes of the receipt
 * @param confirmation 確認区分 written into SN; absent where none is
 * @param certainty how sure the rule is
 * @param source section of {@code claims-uke.md}
 * @param values codes the rule speaks of, such as special remarks; empty for most
 * @param reason for the facility: what was found
 */
public record SettleRule(
        String id,
        YearMonth from,
        Optional<YearMonth> until,
        Outcome outcome,
        Optional<Confirmation> confirmation,
        Certainty certainty,
        String source,
        List<String> values,
        Text reason) {

    /** Copies the list. */
    public SettleRule {
        values = List.copyOf(values);
    }

    /** Whether it is in force for claims of this month. */
    public boolean holds(YearMonth claimed) {
        return !claimed.isBefore(from) && until.map(claimed::isBefore).orElse(true);
    }
}
