package madoguchi.stats;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * 返戻などの一件 – one receipt behind a figure, without name, birth date, symbol or number.
 *
 * @param reference names it among all, such as {@code 202605-000000012/17}: where the next page begins
 * @param reception 受付番号 of its claim file
 * @param ordinal which receipt of the file, from 1
 * @param chart カルテ番号等 by which the facility finds it; empty where the agency tells, or where there is none
 * @param care 診療年月, {@code YYYY-MM}; empty where unreadable or not told
 * @param claimed 保険者番号 on the claim; empty where none
 * @param found 保険者番号 of those billed, joined by spaces; empty where none
 * @param points 点 claimed; empty where not told
 * @param done whether a clerk is done with it; empty at the agency
 */
public record ReturnedReceipt(
        String reference,
        String reception,
        long ordinal,
        String chart,
        String care,
        String claimed,
        String found,
        OptionalLong points,
        Optional<Boolean> done) {

    /** The place only: a chart number leads to a patient. */
    @Override
    public String toString() {
        return "ReturnedReceipt[" + reference + "]";
    }
}
