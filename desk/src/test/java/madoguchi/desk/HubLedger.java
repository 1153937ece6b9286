package madoguchi.desk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.charge.CapLedger;
import madoguchi.charge.LedgerFact;
import madoguchi.charge.LedgerOf;
import madoguchi.charge.SharedLedgers;
import madoguchi.core.Text;

/** A hub with one ledger, in memory: kept, not kept, or out of reach, as the test says. */
final class HubLedger implements SharedLedgers {

    enum Way {
        KEPT,
        NOT_KEPT,
        DOWN
    }

    private static final Text SILENT = new Text("共有の上限額管理票に届きません。", "The shared ledger cannot be reached.");

    private final List<LedgerFact> facts = new ArrayList<>();
    private final Set<Integer> ours = new HashSet<>();
    private Way way = Way.NOT_KEPT;
    private int readings;

    void begin() {
        facts.clear();
        ours.clear();
        readings = 0;
        way = Way.NOT_KEPT;
    }

    void is(Way now) {
        way = now;
    }

    /** What another facility wrote. */
    void elsewhere(LedgerFact fact) {
        facts.add(fact);
    }

    /** How often it was read, or tried to be. */
    int readings() {
        return readings;
    }

    @Override
    public Told read(LedgerOf ledger) {
        readings++;
        return switch (way) {
            case KEPT -> now();
            case NOT_KEPT -> new Told.NotKept();
            case DOWN -> new Told.Unreachable(SILENT, false);
        };
    }

    private Told.Kept now() {
        return new Told.Kept(
                facts,
                ours,
                Map.of(
                        YearMonth.of(2026, 5),
                        CapLedger.of(facts, Optional.empty()).totalYen()));
    }

    @Override
    public Told write(LedgerOf ledger, long seenYen, List<LedgerFact> entered, String operator) {
        if (way != Way.KEPT) {
            return read(ledger);
        }
        if (CapLedger.of(facts, Optional.empty()).runningYen() != seenYen) {
            return new Told.Overtaken(now());
        }
        entered.forEach(fact -> {
            facts.add(fact);
            ours.add(facts.size());
        });
        return now();
    }
}
