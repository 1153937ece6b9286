package madoguchi.portal;

import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import madoguchi.charge.HeldLedgers;
import madoguchi.core.SubsidyCertificate;

/**
 * 管理票の欄 – the ledgers of a month on the screen of the certificates.
 *
 * @param month 月
 * @param listing what the hub told
 * @param names the name of a facility, or its code where no name is known
 */
public record LedgerView(YearMonth month, HeldLedgers.Listing listing, UnaryOperator<String> names) {

    /** Those of a certificate. */
    public List<HeldLedgers.Held> of(SubsidyCertificate certificate) {
        return listing instanceof HeldLedgers.Listing.Listed(var ledgers)
                ? ledgers.stream()
                        .filter(held -> held.certificate().equals(certificate))
                        .toList()
                : List.of();
    }

    /** Whether they cannot be shown now. */
    public boolean isDown() {
        return listing instanceof HeldLedgers.Listing.Unreachable;
    }
}
