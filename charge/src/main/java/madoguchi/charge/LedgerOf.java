package madoguchi.charge;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * 共有の上限額管理票の名 – which ledger a facility means, as it can say it: what is printed on the certificate, and the holder's birth date, without which nobody is told anything.
 *
 * @param payer 公費負担者番号, as on the certificate
 * @param recipient 公費受給者番号, as on the certificate
 * @param subKey 受給者証サブキー; absent for most
 * @param birth 生年月日 of the holder
 * @param month 月
 * @param total {@link Accumulator#id}
 */
public record LedgerOf(
        String payer, String recipient, Optional<String> subKey, LocalDate birth, YearMonth month, String total) {
    /** Never prints the certificate or the birth date. */
    @Override
    public String toString() {
        return "LedgerOf[" + month + " " + total + "]";
    }
}
