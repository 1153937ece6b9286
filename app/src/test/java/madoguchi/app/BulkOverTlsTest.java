package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import madoguchi.core.Answer;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.BulkHub.Submission;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRequest;
import madoguchi.core.Caller;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.hub.HttpBulkHub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bulk inquiry over mutual TLS, with a hub that stops in the middle of it and starts again on the same data. */
class BulkOverTlsTest {

    private static final Clock CLOCK = Clock.system(Server.TOKYO);
    private static final int QUESTIONS = 4000;

    @TempDir
    private Path data;

    @Test
    void aJobGoesOnWhenTheHubStartsAgainAndNobodyElseSeesIt() throws Exception {
        Settings settings = TestSettings.hub(data, "localhost", "1319999913");
        String reception;
        try (Server first = Server.start(settings, CLOCK)) {
            assertThat(first).isNotNull();
            BulkHub clinic = asking(settings, "1319999913");
            reception = ((Submission.Accepted) clinic.submit(request())).reception();
            until(clinic, reception, 1);
            assertThat(clinic.look(reception)).isInstanceOf(Progress.Processing.class);
        }
        try (Server again = Server.start(settings, CLOCK)) {
            assertThat(again).isNotNull();
            BulkHub clinic = asking(settings, "1319999913");
            BulkHub other = asking(settings, "1310000001");

            assertThat(((Submission.Accepted) clinic.submit(request())).reception())
                    .as("sending it again changes nothing")
                    .isEqualTo(reception);
            assertThat(other.look(reception)).isEqualTo(new Progress.Unknown());
            assertThat(other.cancel(reception)).isFalse();
            until(clinic, reception, QUESTIONS);
            Progress.Finished finished = (Progress.Finished) clinic.look(reception);
            assertThat(finished.counts()).isEqualTo(new BulkCounts(QUESTIONS, QUESTIONS, QUESTIONS, 0));
            assertThat(finished.results())
                    .extracting(result -> result.identifier().orElseThrow())
                    .isEqualTo(
                            IntStream.range(0, QUESTIONS).mapToObj(i -> "P" + i).toList());
            assertThat(finished.results())
                    .extracting(result -> result.reply().answer())
                    .containsOnly(new Answer.NotFound());
            assertThat(finished.results())
                    .extracting(result -> result.reply().verification().orElseThrow())
                    .doesNotHaveDuplicates();
        }
    }

    private static BulkHub asking(Settings settings, String facility) throws Exception {
        return new HttpBulkHub(
                Tls.client(new DevelopmentCa(settings.pki(), CLOCK), facility),
                URI.create("https://localhost:" + settings.machinePort()),
                Duration.ofSeconds(60));
    }

    private static BulkRequest request() {
        LocalDate tomorrow = LocalDate.of(2026, 11, 22);
        return new BulkRequest(
                "evening-before",
                tomorrow,
                new Caller(new MedicalInstitutionCode("1319999913"), "test", "test"),
                IntStream.range(0, QUESTIONS)
                        .mapToObj(i -> new BulkQuestion(
                                new InsuredId(
                                        new InsurerNumber("139998"),
                                        Optional.empty(),
                                        Integer.toString(10_000 + i),
                                        Optional.empty()),
                                LocalDate.of(1987, 4, 12),
                                false,
                                Optional.of("P" + i)))
                        .toList());
    }

    /** Looks until at least so many are done. */
    private static void until(BulkHub hub, String reception, int done) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (hub.look(reception) instanceof Progress.Processing(var counts)
                && counts.map(BulkCounts::done).orElse(0) < done) {
            assertThat(System.nanoTime()).as("waiting").isLessThan(deadline);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
