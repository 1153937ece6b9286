package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.BulkHub.Submission;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRequest;
import madoguchi.core.BulkResult;
import madoguchi.core.Caller;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.hub.HttpBulkHub;

/** A facility's bulk inquiries over mutual TLS while the hub is killed again and again: there is always one that is not finished. */
final class KilledBulk {

    private static final int QUESTIONS = 4_000;
    private static final MedicalInstitutionCode FACILITY = new MedicalInstitutionCode(AskingFacility.CODE);
    private static final Clock CLOCK = Clock.system(Server.TOKYO);

    private final InventedFile about = new InventedFile(0, QUESTIONS);
    private final List<String> receptions = new ArrayList<>();
    private int interrupted;

    /** Puts the next one when the last is finished; what was accepted is known at every start. */
    void keepOneOpen(Path pki, int machinePort) throws Exception {
        BulkHub hub = hub(pki, machinePort);
        for (String reception : receptions) {
            assertThat(hub.look(reception)).isInstanceOfAny(Progress.Processing.class, Progress.Finished.class);
        }
        if (receptions.isEmpty() || hub.look(receptions.getLast()) instanceof Progress.Finished) {
            receptions.add(((Submission.Accepted) hub.submit(request("list-" + receptions.size()))).reception());
        }
    }

    /** Before a kill: counts those that come in the middle of one. */
    void beforeKill(Path pki, int machinePort) throws Exception {
        if (hub(pki, machinePort).look(receptions.getLast()) instanceof Progress.Processing(var counts)
                && counts.map(BulkCounts::done).orElse(0) > 0) {
            interrupted++;
        }
    }

    /** Waits until all are finished: every question has one result, in its place, and the entry of the log that it names is about that question. */
    void assertEveryQuestionIsAnsweredOnce(ChildJvm running, Path data, int machinePort) throws Exception {
        BulkHub hub = hub(data.resolve("pki"), machinePort);
        for (String reception : receptions) {
            running.await("done with the bulk inquiry", () -> !(hub.look(reception) instanceof Progress.Processing));
            Progress.Finished finished = (Progress.Finished) hub.look(reception);
            assertThat(finished.counts()).isEqualTo(new BulkCounts(QUESTIONS, QUESTIONS, QUESTIONS, 0));
            assertThat(finished.results())
                    .extracting(BulkResult::place)
                    .isEqualTo(IntStream.rangeClosed(1, QUESTIONS).boxed().toList());
        }
        try (Kept kept = new Kept(data)) {
            assertThat(kept.number("""
                            select count(distinct v.id) from hub.bulk_answer a
                              join hub.bulk_question q using (job, place)
                              join hub.verification v on v.id = a.verification and v.asked_number = q.number and v.terminal = 'bulk/test'
                            """)).isEqualTo((long) QUESTIONS * receptions.size());
            assertThat(kept.number("select count(*) from hub.bulk_answer"))
                    .isEqualTo((long) QUESTIONS * receptions.size());
            assertThat(kept.number("select count(*) from hub.bulk_event where kind = 'FINISHED'"))
                    .isEqualTo(receptions.size());
        }
        assertThat(interrupted).as("kills in the middle of a bulk inquiry").isPositive();
        assertThat(Madoguchi.run("audit", "verify", "--data", data.toString())).isZero();
    }

    private static BulkHub hub(Path pki, int machinePort) throws Exception {
        return new HttpBulkHub(
                Tls.client(new DevelopmentCa(pki, CLOCK), AskingFacility.CODE),
                URI.create("https://localhost:" + machinePort),
                Duration.ofSeconds(30));
    }

    private BulkRequest request(String id) {
        return new BulkRequest(
                id,
                LocalDate.of(2026, 11, 22),
                new Caller(FACILITY, "test", "test"),
                IntStream.range(0, QUESTIONS)
                        .mapToObj(line -> new BulkQuestion(
                                about.insured(line), InventedFile.BIRTH, false, Optional.of("P" + line)))
                        .toList());
    }
}
