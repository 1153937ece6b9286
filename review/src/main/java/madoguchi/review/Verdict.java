package madoguchi.review;

import java.util.List;
import madoguchi.uke.Receipt;

/**
 * 受付の判定 – whether one receipt of a file is taken.
 *
 * @param receipt the receipt
 * @param digest of its bytes without レセプト番号, in hexadecimal
 * @param points that it claims
 * @param checks ids of what is broken in it; empty when it can be taken
 */
record Verdict(Receipt receipt, String digest, long points, List<String> checks) {

    /** Copies the list. */
    Verdict {
        checks = List.copyOf(checks);
    }

    boolean isBroken() {
        return !checks.isEmpty();
    }
}
