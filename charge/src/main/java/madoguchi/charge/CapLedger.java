package madoguchi.charge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 上限額管理 – the ledger of one certificate, month and {@link Accumulator}, as it stands: a fold over its facts ({@code pmh.md} §5.4).
 *
 * @param ceilingYen the monthly ceiling it runs up to; absent where the certificate has none
 * @param lines the entries that stand, by day and then as they were written
 */
public record CapLedger(Optional<Long> ceilingYen, List<Line> lines) {

    /**
     * 行.
     *
     * @param no the place of its fact in the ledger, from 1
     * @param entry what was written
     * @param runningYen 自己負担の累積額（月額）with this line
     * @param reachedHere whether the ceiling was reached with this line: from here on nothing is collected
     */
    public record Line(int no, LedgerEntry entry, long runningYen, boolean reachedHere) {}

    /** Copies the list. */
    public CapLedger {
        lines = List.copyOf(lines);
    }

    /** The ledger after these facts. A strike of what is not there, or of what was struck before, changes nothing. */
    public static CapLedger of(List<LedgerFact> facts, Optional<Long> ceilingYen) {
        Set<Integer> struck = new HashSet<>();
        facts.forEach(fact -> {
            if (fact instanceof LedgerFact.Struck(int no)) {
                struck.add(no);
            }
        });
        List<Line> standing = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i) instanceof LedgerFact.Entered(var entry) && !struck.contains(i + 1)) {
                standing.add(new Line(i + 1, entry, 0, false));
            }
        }
        standing.sort(Comparator.comparing(line -> line.entry().day()));
        return new CapLedger(ceilingYen, running(standing, ceilingYen));
    }

    private static List<Line> running(List<Line> standing, Optional<Long> ceilingYen) {
        List<Line> lines = new ArrayList<>();
        long running = 0;
        for (Line line : standing) {
            long before = running;
            running += line.entry().paidYen();
            long now = running;
            boolean reached =
                    ceilingYen.map(most -> before < most && now >= most).orElse(false);
            lines.add(new Line(line.no(), line.entry(), running, reached));
        }
        return lines;
    }

    /** 自己負担の累積額 – what was paid this month. */
    public long runningYen() {
        return lines.isEmpty() ? 0 : lines.getLast().runningYen();
    }

    /** 医療費総額の月の合計 – kept on after the ceiling is reached: 高額かつ長期 and 軽症高額 are counted on it. */
    public long totalYen() {
        return lines.stream().mapToLong(line -> line.entry().totalYen()).sum();
    }

    /** What can still be collected; empty where there is no ceiling. */
    public Optional<Long> leftYen() {
        return ceilingYen.map(most -> Math.max(0, most - runningYen()));
    }

    /** 上限額到達 – whether nothing more is collected this month. */
    public boolean reached() {
        return leftYen().map(left -> left == 0).orElse(false);
    }

    /** What was paid, for reckoning what is left. */
    public List<Paid> paid() {
        return lines.stream().map(line -> line.entry().paid()).toList();
    }
}
