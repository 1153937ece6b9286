package madoguchi.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import madoguchi.core.CoverageHistory;
import madoguchi.core.Timeline;
import madoguchi.fixture.ListedRegister;
import madoguchi.uke.FileKind;
import madoguchi.uke.InventedClaims;
import madoguchi.uke.Part.Head;
import madoguchi.uke.Receipt;
import org.junit.jupiter.api.Test;

/** 保存則 – receipts with every trouble that settling knows, by the thousand; {@code -Dmadoguchi.receipts=1000000} for the proof. */
class ConservationTest {

    private static final long RECEIPTS = Long.getLong("madoguchi.receipts", 3_000);
    private static final int FILE = 250;
    private static final YearMonth[] MONTHS = {YearMonth.of(2022, 9), YearMonth.of(2024, 2), YearMonth.of(2026, 4)};
    private static final FileKind[] KINDS = {
        FileKind.MEDICAL, FileKind.MEDICAL, FileKind.MEDICAL, FileKind.DENTAL, FileKind.DPC, FileKind.DISPENSING
    };

    private final Map<String, Long> seen = new TreeMap<>();
    private long done;

    @Test
    void nothingIsLostOrInventedAndTheTableWrittenTwiceDecidesTheSame() {
        for (long seed = 1; done < RECEIPTS; seed++) {
            int kind = (int) (seed % KINDS.length);
            file(seed, MONTHS[(int) ((seed + seed / KINDS.length) % MONTHS.length)], KINDS[kind]);
        }
        System.out.println(done + " receipts: " + seen);
        assertThat(seen.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        SettleRules.all().stream().map(SettleRule::id).toList());
    }

    private void file(long seed, YearMonth month, FileKind kind) {
        InventedClaims claims = new InventedClaims(kind, seed, month);
        InventedHistories histories = new InventedHistories(seed, month, 800);
        YearMonth claimed = month.plusMonths(1);
        List<Head> head = new ArrayList<>();
        new TroubledReceipts(claims, seed).each(FILE, part -> {
            if (part instanceof Head first) {
                head.add(first);
            } else if (part instanceof Receipt receipt) {
                proven(head.getFirst(), receipt, claimed, histories);
            }
        });
    }

    private void proven(Head head, Receipt receipt, YearMonth claimed, InventedHistories histories) {
        long index = receipt.ordinal() - 1;
        List<Timeline> people = new ArrayList<>(histories.people(index));
        people.addAll(histories.people(index + 1));
        CoverageHistory register = new ListedRegister(people);
        Settle settle = new Settle(SettleRules.of(claimed), register);
        byte[] before = receipt.lines().bytes();
        Disposition disposition = settle.of(receipt);
        String rule = disposition.rule().id();
        try {
            assertThat(verdict(disposition)).isEqualTo(new NaiveSettle(claimed, register, receipt).verdict());
            new Conserved(head, receipt, disposition).hold();
            assertThat(Conserved.same(disposition, settle.of(receipt))).isTrue();
            assertThat(receipt.lines().bytes()).isEqualTo(before);
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    rule + " claimed " + claimed + ", " + people.size() + " people\n" + Receipts.text(receipt)
                            + disposition.bills().stream()
                                    .map(bill -> Receipts.text(bill.receipt()))
                                    .toList(),
                    broken);
        }
        seen.merge(rule, 1L, Long::sum);
        done++;
    }

    private static NaiveSettle.Verdict verdict(Disposition disposition) {
        Map<String, List<Integer>> bills = new LinkedHashMap<>();
        boolean split = disposition.rule().outcome() == Outcome.SPLIT;
        for (Bill bill : disposition.bills()) {
            List<Integer> days = split ? days(bill.receipt()) : List.of();
            String name = bill.insured().map(NaiveSettle::name).orElse("");
            bills.put(split ? name + "@" + days.getFirst() : name, days);
        }
        return new NaiveSettle.Verdict(disposition.rule().id(), bills);
    }

    private static List<Integer> days(Receipt part) {
        int mask = part.visitDays();
        return java.util.stream.IntStream.rangeClosed(1, 31)
                .filter(day -> (mask & (1 << (day - 1))) != 0)
                .boxed()
                .toList();
    }
}
