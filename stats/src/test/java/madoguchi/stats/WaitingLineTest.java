package madoguchi.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.core.InquiryKind;
import madoguchi.core.Text;
import madoguchi.policy.Shown;
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
        ServiceLog log = new ServiceLog(
                ServiceLog.Source.GAPS, Collections.nCopies(30, 40.0), Map.of(), List.of(240.0), 50, 60, 1, 500);
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

    private static final Instant MORNING = Instant.parse("2026-11-20T00:00:00Z");

    private static List<Session> sessions(int count, double seconds, Way way) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Session(way == Way.PHONE ? "B" : "A", MORNING.plusSeconds(60L * i), seconds, way))
                .toList();
    }

    /** A reception by card as the desk's log tells it: what was shown, then the answer. */
    private static Reception byCard(int second) {
        Instant at = MORNING.plusSeconds(second);
        return new Reception(
                "v" + second,
                at,
                List.of(
                        new Happening.Showed(at, Shown.CARD),
                        new Happening.Answered(
                                at,
                                InquiryKind.CARD,
                                false,
                                Happening.Result.ACTIVE,
                                Optional.empty(),
                                false,
                                Set.of())));
    }

    private static ServiceLog log(List<Session> timed, List<Reception> receptions) {
        return ServiceLog.of(timed, receptions, LineSettings.bundled());
    }

    @Test
    void loggedSessionsComeBeforeGapsAndGapsBeforeTheAssumption() {
        List<Reception> queue =
                IntStream.range(0, 31).mapToObj(i -> byCard(50 * i)).toList();

        assertThat(log(List.of(), queue.subList(0, 30)))
                .returns(ServiceLog.Source.ASSUMED, ServiceLog::source)
                .returns(LineSettings.bundled().assumed(), ServiceLog::sessions);
        assertThat(log(sessions(29, 20, Way.FACE), queue))
                .returns(ServiceLog.Source.GAPS, ServiceLog::source)
                .returns(Collections.nCopies(30, 50.0), ServiceLog::sessions)
                .returns(31, ServiceLog::busiestHour);
        assertThat(log(sessions(30, 20, Way.FACE), queue))
                .returns(ServiceLog.Source.SESSIONS, ServiceLog::source)
                .returns(Collections.nCopies(30, 20.0), ServiceLog::sessions)
                .returns(30, ServiceLog::busiestHour);
    }

    /** 40 % visual at 60 s and 60 % face at 20 s hold the reader 36 s on average; without a log of visual ones, 40 % are cut to the assumption. */
    @Test
    void fortyPercentVisualUseTheRealLengthsOfEachWayAndTheAssumptionOnlyWithoutThem() {
        ServiceLog known = log(both(sessions(40, 20, Way.FACE), sessions(10, 60, Way.VISUAL)), List.of());
        ServiceLog unknown = log(both(sessions(40, 50, Way.FACE), sessions(9, 60, Way.VISUAL)), List.of());

        assertThat(meanOf(new LineScenario("visual", new Text("", ""), 1, true, 400), known))
                .isCloseTo(36, within(0.5));
        assertThat(meanOf(new LineScenario("today", new Text("", ""), 1, true, 0), known))
                .isCloseTo(28, within(0.5));
        assertThat(meanOf(new LineScenario("visual", new Text("", ""), 1, true, 400), unknown))
                .isCloseTo(0.6 * 50 + 0.4 * LineSettings.bundled().visual(), within(0.5));
    }

    @Test
    void phonesReadersAndTheBusiestHourAreThoseOfTheLogUntilSomebodySaysOtherwise() {
        ServiceLog log = log(both(sessions(40, 20, Way.FACE), sessions(10, 30, Way.PHONE)), List.of());

        assertThat(LineQuestion.read(Map.of(), log)).isEqualTo(new LineQuestion(50, 2, true, 40));
        assertThat(LineQuestion.read(Map.of("hour", "", "readers", "0", "visual", "x"), log))
                .isEqualTo(new LineQuestion(50, 2, false, 40));
        assertThat(LineQuestion.read(Map.of("hour", "12", "readers", "3", "phones", "on", "visual", "100"), log))
                .isEqualTo(new LineQuestion(12, 3, true, 100));
    }

    private static List<Session> both(List<Session> one, List<Session> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static double meanOf(LineScenario scenario, ServiceLog log) {
        WaitingLine.Service service = scenario.service(log, LineSettings.bundled());
        SplittableRandom dice = new SplittableRandom(1);
        return IntStream.range(0, 100_000)
                .mapToDouble(i -> service.draw(dice))
                .average()
                .orElseThrow();
    }
}
