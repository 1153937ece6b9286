package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import madoguchi.json.CoreJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

    private static final int PERSONS = 2000;
    private static final int RATE = 20;

    @Test
    void everyAnswerOfABenchmarkIsInTheVerificationLogAndEveryFigureIsReported(@TempDir Path data) throws Exception {
        Duration second = Duration.ofSeconds(1);
        BenchPlan plan = new BenchPlan(PERSONS, List.of(RATE), second, second, second, 4, true, data, true);

        BenchReport report = new Bench(plan, Clock.system(Server.TOKYO), progress -> {}).run();

        assertThat(report.log().recorded()).isEqualTo(report.log().answered()).isGreaterThan(RATE);
        assertThat(report.log().unanswered()).isZero();
        assertThat(report.intake().persons()).isEqualTo(PERSONS);
        assertThat(report.intake().perSecond()).isPositive();
        assertThat(report.intake().personBytesEach()).isPositive();
        assertThat(report.intake().factBytesEach()).isPositive();
        assertThat(report.log().bytesEach()).isPositive();
        assertThat(report.memory().residentAfter()).isPositive();
        assertThat(report.memory().heapAfter()).isPresent();
        assertThat(report.steps())
                .extracting(BenchReport.Step::rate)
                .containsExactly(Optional.of(RATE), Optional.empty());
        assertThat(report.steps()).allSatisfy(BenchTest::hasItsFigures);
        assertThat(report.limits().orElseThrow().server().perSecond()).isPositive();
        assertThat(report.limits().orElseThrow().lookUpsPerSecond()).isPositive();
        assertThat(BenchTable.of(report)).contains("照会記録", "verification log", "飽和", "p99.9", "JDBC");
        assertThat(CoreJson.mapper()
                        .readTree(CoreJson.mapper().writeValueAsString(report))
                        .at("/steps/0/rate")
                        .asInt())
                .isEqualTo(RATE);
    }

    private static void hasItsFigures(BenchReport.Step step) {
        assertThat(step.perSecond()).isPositive();
        assertThat(step.active()).isPositive();
        assertThat(List.of(step.p50(), step.p99(), step.p999(), step.max()))
                .isSorted()
                .allMatch(micros -> micros > 0);
        assertThat(step.wrong() + step.errors() + step.shed()).isZero();
        assertThat(step.hubCpu()).isPositive();
    }
}
