package madoguchi.stats;

import java.time.YearMonth;
import java.util.OptionalLong;
import madoguchi.core.Text;

/**
 * 返戻などの件数 – how many receipts of a claim month came to an outcome by one rule. Names nobody.
 *
 * @param claimed 請求年月
 * @param rule id of the rule, such as {@code S-07}
 * @param reason the rule's own sentence; its id where the rule is not known here
 * @param outcome what it is called, such as 振替
 * @param fate whether they came back
 * @param receipts how many, 1 or more
 * @param points 点 that they claimed; empty where the letters do not say
 */
public record ReturnFigure(
        YearMonth claimed, String rule, Text reason, Text outcome, Fate fate, long receipts, OptionalLong points) {

    /** 行方. */
    public enum Fate {
        /** 返戻. */
        RETURNED,
        /** 請求済み、ただし直された（振替・分割など）. */
        CHANGED,
        /** 変更なし. */
        UNCHANGED
    }
}
