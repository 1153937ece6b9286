package madoguchi.claims;

import java.util.List;
import java.util.stream.Collectors;

/**
 * 結果の理由の件数 – how many receipts of a claim month came to an outcome by one rule, as the agency's letters that were taken in say; for statistics. Names nobody.
 *
 * @param month 請求年月, {@code YYYY-MM}
 * @param rule id of the rule
 * @param outcome name of the {@link madoguchi.settle.Outcome}
 * @param receipts how many
 */
public record ReturnReason(String month, String rule, String outcome, long receipts) {

    /** As CSV with a first line of names, CR+LF; no cell can hold a comma. */
    static String csv(List<ReturnReason> reasons) {
        return reasons.stream()
                .map(one -> one.month() + "," + one.rule() + "," + one.outcome() + "," + one.receipts() + "\r\n")
                .collect(Collectors.joining("", "claim_month,rule,outcome,receipts\r\n", ""));
    }
}
