package madoguchi.hub;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * 医療費助成を尋ねる条件.
 *
 * @param patience how long an answer about the insurance waits for the one about subsidies
 * @param most how many questions may be under way at once; more are not asked
 * @param overdue when so many are late already, nobody waits for the next one
 * @param byNumber whether subsidies are asked for when somebody is looked up by number: officially consent is given at the reader only ({@code pmh.md} §1), so usually not. Asked for each question, because an operator may change it; it must not wait
 */
public record SubsidyTerms(Duration patience, int most, int overdue, BooleanSupplier byNumber) {

    /** The usual terms. */
    public static SubsidyTerms usual() {
        return new SubsidyTerms(Duration.ofMillis(800), 64, 4, () -> false);
    }

    /** The same, for a hub that answers about subsidies by number while that is set. */
    public SubsidyTerms byNumberWhile(BooleanSupplier set) {
        return new SubsidyTerms(patience, most, overdue, set);
    }
}
