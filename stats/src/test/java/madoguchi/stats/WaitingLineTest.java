package madoguchi.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 8, part 4: the simulation against the M/M/c formula. */
final class WaitingLineTest {

    /**
     * Waits of neighbours depend on each other, so the standard error is taken from the means of batches far longer than a busy period: 50 batches of 20,000 patients.
     * Four standard errors: a right simulation fails once in 16,000 seeds, and the seed is fixed. A formula that was 5 % off would be found at every load here.
     */
    @ParameterizedTest
    @CsvSource({"60, 30, 1", "90, 30, 1", "150, 36, 2", "300, 36, 4", "20, 60, 1"})
    void theMeanWaitIsThatOfErlangCWithinFourStandardErrors(double perHour, double service, int servers) {
        int batches = 50;
        int size = 20_000;
        double[] waits = WaitingLine.waits(
                perHour, servers, dice -> WaitingLine.exponential(dice, service), (batches + 1) * size, 1917);
        double[] means = new double[batches];
        for (int batch = 0; batch < batches; batch++) {
            means[batch] = Arrays.stream(waits, (batch + 1) * size, (batch + 2) * size)
                    .average()
                    .orElseThrow();
        }
        double mean = Arrays.stream(means).average().orElseThrow();
        double variance = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / (batches - 1);
        double standardError = Math.sqrt(variance / batches);

        double formula = ErlangC.meanWait(perHour, service, servers);

        assertThat(mean).isCloseTo(formula, within(4 * standardError));
        assertThat(4 * standardError).isLessThan(0.05 * formula);
    }

    /** One server: C = ρ; two servers, a = 1: C = 1/3 (textbook values). */
    @Test
    void erlangsFormulaGivesTheTextbookValues() {
        assertThat(ErlangC.chanceToWait(0.5, 1)).isCloseTo(0.5, within(1e-12));
        assertThat(ErlangC.chanceToWait(1, 2)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(ErlangC.meanWait(60, 30, 1)).isCloseTo(30, within(1e-9));
        assertThatThrownBy(() -> ErlangC.chanceToWait(2, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecondReaderShortensTheLineAndTooManyPatientsHaveNoSteadyWait() {
        ServiceLog log = new ServiceLog(Collections.nCopies(30, 40.0), false, List.of(240.0), 50, 60, 500);
        LineSettings settings = LineSettings.bundled();
        List<LineScenario> all = LineScenario.usual(1, false, 400);

        Optional<WaitingLine.Result> today = all.getFirst().simulate(70, log, settings);

        assertThat(all)
                .extracting(LineScenario::id)
                .containsExactly("today", "second-reader", "phone-reader", "visual");
        assertThat(all.stream().skip(1))
                .allSatisfy(other -> assertThat(
                                other.simulate(70, log, settings).orElseThrow().mean())
                        .isLessThan(today.orElseThrow().mean()));
        assertThat(today.orElseThrow().p95()).isGreaterThan(today.orElseThrow().mean());
        assertThat(all.getFirst().simulate(200, log, settings)).isEmpty();
    }
}
