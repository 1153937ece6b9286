package madoguchi.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CapLedgerTest {

    private static LedgerFact entered(int day, long total, long paid) {
        return new LedgerFact.Entered(new LedgerEntry(
                LocalDate.of(2026, 5, day),
                "架空薬局",
                Service.PHARMACY,
                total,
                paid,
                LedgerEntry.Source.PAPER_TRANSCRIBED));
    }

    @Test
    void theLineThatReachesTheCeilingIsMarkedAndTheTotalCostRunsOn() {
        CapLedger ledger = CapLedger.of(
                List.of(entered(2, 15_000, 3_000), entered(9, 20_000, 2_000), entered(20, 18_000, 0)),
                Optional.of(5_000L));
        assertThat(ledger.lines()).extracting(CapLedger.Line::runningYen).containsExactly(3_000L, 5_000L, 5_000L);
        assertThat(ledger.lines()).extracting(CapLedger.Line::reachedHere).containsExactly(false, true, false);
        assertThat(ledger.reached()).isTrue();
        assertThat(ledger.leftYen()).contains(0L);
        assertThat(ledger.totalYen()).isEqualTo(53_000);
    }

    @Test
    void aLineWrittenLateStandsOnItsDay() {
        CapLedger ledger =
                CapLedger.of(List.of(entered(9, 10_000, 2_000), entered(2, 10_000, 1_000)), Optional.of(5_000L));
        assertThat(ledger.lines()).extracting(CapLedger.Line::no).containsExactly(2, 1);
        assertThat(ledger.lines()).extracting(CapLedger.Line::runningYen).containsExactly(1_000L, 3_000L);
    }

    @Test
    void aStruckLineIsGoneAndTheOthersKeepTheirNumbers() {
        List<LedgerFact> facts = new ArrayList<>(
                List.of(entered(2, 10_000, 1_000), entered(3, 10_000, 2_000), new LedgerFact.Struck(1)));
        assertThat(CapLedger.of(facts, Optional.empty()).lines())
                .extracting(CapLedger.Line::no)
                .containsExactly(2);
        facts.add(new LedgerFact.Struck(1));
        facts.add(new LedgerFact.Struck(17));
        assertThat(CapLedger.of(facts, Optional.empty()).runningYen()).isEqualTo(2_000);
    }

    @Test
    void withoutACeilingNothingIsReached() {
        CapLedger ledger = CapLedger.of(List.of(entered(2, 10_000, 1_000)), Optional.empty());
        assertThat(ledger.reached()).isFalse();
        assertThat(ledger.leftYen()).isEmpty();
    }

    @Test
    void aPaymentOverTheTotalCostIsNone() {
        assertThatThrownBy(() -> entered(2, 100, 101)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void threeMonthsOver33330YenAndSixOver50000YenAreTold() {
        Map<YearMonth, Long> totals = new HashMap<>();
        YearMonth now = YearMonth.of(2026, 12);
        totals.put(now, 33_331L);
        totals.put(now.minusMonths(11), 50_001L);
        totals.put(now.minusMonths(12), 90_000L);
        totals.put(now.minusMonths(1), 33_330L);
        assertThat(CostAlert.of(totals, now))
                .extracting(
                        alert -> alert.row().id() + " " + alert.months() + "/" + alert.needed() + " " + alert.isDue())
                .containsExactly("A-LIGHT 2/3 false", "A-LONG 1/6 false");
        for (int i = 2; i < 7; i++) {
            totals.put(now.minusMonths(i), 50_001L);
        }
        assertThat(CostAlert.of(totals, now)).allMatch(CostAlert::isDue);
    }
}
