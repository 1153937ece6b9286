package madoguchi.desk;

import java.time.YearMonth;
import madoguchi.charge.Accumulator;

/**
 * 管理票の鍵 – which ledger.
 *
 * @param certificate which certificate, by {@link StoredSubsidy#key}
 * @param month 月
 * @param total the kinds that run together
 */
record LedgerKey(String certificate, YearMonth month, Accumulator total) {
    /** Never prints the certificate. */
    @Override
    public String toString() {
        return "LedgerKey[" + month + " " + total.id() + "]";
    }
}
