package madoguchi.desk;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.charge.CapLedger;
import madoguchi.core.Text;

/**
 * 読んだ管理票 – a ledger as this desk can know it now: the one that all facilities share, or this facility's own.
 *
 * @param ledger what counts
 * @param shared whether it is the shared one
 * @param ours the lines this facility can take back
 * @param here lines that stand at this facility alone, while the shared ledger counts; empty otherwise
 * @param totals 医療費総額 by month, for what is counted over a year
 * @param trouble why the shared one is not known; absent where it is, and where there is none
 */
public record LedgerRead(
        CapLedger ledger,
        boolean shared,
        Set<Integer> ours,
        CapLedger here,
        Map<YearMonth, Long> totals,
        Optional<Text> trouble) {

    /** Copies the collections. */
    public LedgerRead {
        ours = Set.copyOf(ours);
        totals = Map.copyOf(totals);
    }

    /** Whether a line can be taken back here. */
    public boolean isOurs(CapLedger.Line line) {
        return !shared || ours.contains(line.no());
    }

    /** Whether a line that stands here alone looks like one that is shared already: same day, same amounts. */
    public boolean looksShared(CapLedger.Line alone) {
        return ledger.lines().stream()
                .anyMatch(line -> line.entry().day().equals(alone.entry().day())
                        && line.entry().paidYen() == alone.entry().paidYen()
                        && line.entry().totalYen() == alone.entry().totalYen());
    }
}
