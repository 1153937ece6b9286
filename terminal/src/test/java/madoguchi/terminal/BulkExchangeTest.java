package madoguchi.terminal;

import static madoguchi.terminal.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import madoguchi.core.Answer;
import madoguchi.core.BulkChange;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.BulkHub.Submission;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRequest;
import madoguchi.core.BulkResult;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.Caller;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumbers.Registration;
import madoguchi.core.Reply;
import madoguchi.core.VisitConsents;
import madoguchi.core.VisitKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four steps over a real folder: what the hub answers is what the desk gets, and every bad day is told apart. */
class BulkExchangeTest {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final Duration LONG = Duration.ofSeconds(8);
    private static final Caller DESK = new Caller(Samples.CLINIC, "desk", "clerk");

    @TempDir
    private Path root;

    private TestFolder folder;

    @BeforeEach
    void aFolder() {
        folder = new TestFolder(root);
    }

    /** A hub that is done when it was looked at so often; answers the first person, knows nobody else. */
    private static final class Twin implements BulkHub {
        private final Map<String, BulkRequest> requests = new ConcurrentHashMap<>();
        private final Map<String, BulkRetrieval> retrievals = new ConcurrentHashMap<>();
        private final AtomicInteger looks = new AtomicInteger();
        private final int doneAfter;

        Twin(int doneAfter) {
            this.doneAfter = doneAfter;
        }

        @Override
        public Submission submit(BulkRequest request) {
            String reception = "R" + request.id();
            requests.putIfAbsent(reception, request);
            return new Submission.Accepted(reception, TestFolder.NOW);
        }

        /** Somebody with a ticket in August, somebody who consented to home visits, nobody else. */
        @Override
        public Submission retrieve(BulkRetrieval retrieval) {
            String reception = "R" + retrieval.id();
            retrievals.putIfAbsent(reception, retrieval);
            return new Submission.Accepted(reception, TestFolder.NOW);
        }

        private static List<BulkResult> retrieved(BulkRetrieval.Wanted wanted) {
            return switch (wanted) {
                case BulkRetrieval.Wanted.Tickets(var month)
                when month.equals(AUGUST) -> List.of(result(Samples.saburo()));
                case BulkRetrieval.Wanted.Consented(var visit, var from, var through)
                when visit == VisitKind.HOME -> List.of(result(Samples.hanako()));
                case BulkRetrieval.Wanted other -> List.of();
            };
        }

        private static BulkResult result(Coverage coverage) {
            return new BulkResult(
                    1,
                    Optional.empty(),
                    Optional.empty(),
                    Reply.of(new Answer.Active(List.of(coverage)), TestFolder.NOW),
                    List.of(),
                    BulkChange.FIRST,
                    true);
        }

        @Override
        public Progress look(String reception) {
            BulkRetrieval retrieval = retrievals.get(reception);
            if (retrieval != null) {
                List<BulkResult> results = retrieved(retrieval.wanted());
                return looks.incrementAndGet() <= doneAfter
                        ? new Progress.Processing(Optional.empty())
                        : new Progress.Finished(
                                new BulkCounts(results.size(), results.size(), results.size(), 0), results);
            }
            BulkRequest request = requests.get(reception);
            if (request == null) {
                return new Progress.Unknown();
            }
            int total = request.questions().size();
            if (looks.incrementAndGet() <= doneAfter) {
                return new Progress.Processing(Optional.of(new BulkCounts(total, 0, 0, 0)));
            }
            List<BulkResult> results = new ArrayList<>();
            for (BulkQuestion question : request.questions()) {
                Answer answer = results.isEmpty()
                        ? new Answer.Active(
                                List.of(Samples.hanako().withoutLimit().withoutDiseases()))
                        : new Answer.NotFound();
                results.add(new BulkResult(
                        results.size() + 1,
                        question.identifier(),
                        Optional.of(question),
                        Reply.of(answer, TestFolder.NOW),
                        List.of(),
                        BulkChange.SAME,
                        false));
            }
            return new Progress.Finished(new BulkCounts(total, total, total, 0), results);
        }

        @Override
        public boolean cancel(String reception) {
            return false;
        }
    }

    private FolderTerminal terminal(BulkHub hub) {
        FolderTerminal terminal = new FolderTerminal(
                root,
                Samples.CLINIC,
                inquiry -> Reply.of(new Answer.NotFound(), TestFolder.NOW),
                new ManyServices(
                        Optional.of(hub),
                        Optional.of(
                                (registration, caller) -> registration.number().startsWith("P")
                                        ? List.of()
                                        : List.of(Problem.at("number", "使えない番号です。", "Not a usable number.")))),
                TestFolder.CLOCK,
                new TerminalSettings(OqsCharset.UTF_8, Duration.ofMillis(20), Duration.ofMillis(200)));
        terminal.start();
        return terminal;
    }

    private OqsFolderBulkHub desk(Duration timeout) {
        OqsFolderBulkHub desk = new OqsFolderBulkHub(
                root,
                Samples.CLINIC,
                TestFolder.CLOCK,
                new OqsFolderSettings(
                        OqsCharset.SHIFT_JIS, Duration.ofMillis(20), Duration.ofMillis(200), timeout, 30, false));
        desk.start();
        return desk;
    }

    @Test
    void theFourStepsBringEveryResultUnderTheIdentifierOfItsPerson() {
        try (var _ = terminal(new Twin(2));
                var desk = desk(LONG)) {
            String reception = accepted(desk.submit(request("r-1")));

            assertThat(desk.look(reception)).isEqualTo(new Progress.Processing(Optional.empty()));
            assertThat(desk.look(reception)).isEqualTo(new Progress.Processing(Optional.empty()));
            Progress.Finished finished = (Progress.Finished) desk.look(reception);
            assertThat(finished.counts()).isEqualTo(new BulkCounts(2, 2, 2, 0));
            assertThat(finished.results())
                    .extracting(result -> result.identifier().orElseThrow())
                    .containsExactly("1_1", "2_1");
            assertThat(finished.results().get(0).reply().answer())
                    .isEqualTo(new Answer.Active(
                            List.of(Samples.hanako().withoutLimit().withoutDiseases())));
            assertThat(finished.results().get(0).limitMayHaveChanged()).isFalse();
            assertThat(finished.results().get(1).reply().answer()).isEqualTo(new Answer.NotFound());
            assertThat(folder.in("unread")).isEmpty();
            assertThat(folder.in("req")).isEmpty();
        }
    }

    @Test
    void aPersonWhoWasNotUnderstoodStandsAmongTheOthersWithStatus2AndTheReason() {
        try (var _ = terminal(new Twin(0))) {
            String request = new String(Samples.bytes("OQSmuquc01req_202608030010.xml"), StandardCharsets.UTF_8)
                    .replace("<InsuredIdentificationNumber>567890</InsuredIdentificationNumber>", "");
            folder.put("req/OQSmuquc01req_202608030010.xml", request.getBytes(StandardCharsets.UTF_8));
            eventually("taken", () -> folder.has("res/OQSmuquc01res_202608030010.xml"));
            String reception = folder.text("res/OQSmuquc01res_202608030010.xml")
                    .replaceAll("(?s).*<ReceptionNumber>(.*)</ReceptionNumber>.*", "$1");
            folder.put(
                    "req/OQSmuquc02req_202608030011.xml",
                    FourSteps.write(new Collect(Samples.CLINIC, reception), OqsCharset.UTF_8));
            eventually("answered", () -> folder.has("res/OQSmuquc02res_202608030011.xml"));
        }
        String results = folder.text("res/OQSmuquc02res_202608030011.xml");
        assertThat(results)
                .contains("<ArbitraryFileIdentifier>20260803180000000-aa55aa55</ArbitraryFileIdentifier>")
                .contains("<QualificationConfirmationDate>20260804</QualificationConfirmationDate>")
                .contains("<NumberOfProcessingResult>2<", "<NumberOfNormalProcessing>1<", "<NumberOfError>1<")
                .contains("InsuredIdentificationNumber: 必須の項目がありません");
        assertThat(results.indexOf("123_1")).isLessThan(results.indexOf("777_1"));
        assertThat(results.indexOf("<ProcessingResultStatus>2<"))
                .isBetween(results.indexOf("123_1"), results.indexOf("777_1"));
    }

    @Test
    void aZipIsReadAndADelayIsWaitedFor() {
        try (var terminal = terminal(new Twin(0));
                var desk = desk(LONG)) {
            terminal.next(new Scripted.Delay(Duration.ofMillis(150)));
            String reception = accepted(desk.submit(request("r-1")));
            terminal.next(new Scripted.Zipped());
            assertThat(desk.look(reception)).isInstanceOf(Progress.Finished.class);
            terminal.next(new Scripted.HalfWritten(Duration.ofMillis(100)));
            assertThat(desk.look(reception)).isInstanceOf(Progress.Finished.class);
            assertThat(folder.in("unread")).isEmpty();
        }
    }

    @Test
    void everyBadDayIsNoAnswerWithItsCauseAndNeverAResult() {
        try (var terminal = terminal(new Twin(0));
                var desk = desk(LONG)) {
            terminal.next(new Scripted.ErrFile());
            assertThat(cause(desk.submit(request("r-1")))).isEqualTo(Answer.Cause.REFUSED);
            assertThat(folder.in("unread")).contains("OQSmuquc01req_202608030001.err");
            terminal.next(new Scripted.SystemError());
            assertThat(cause(desk.submit(request("r-1")))).isEqualTo(Answer.Cause.HUB);
            String reception = accepted(desk.submit(request("r-1")));
            terminal.next(new Scripted.SystemError());
            assertThat(desk.look(reception)).isInstanceOf(Progress.Failed.class);
            assertThat(desk.look("R0")).isInstanceOf(Progress.Failed.class);
            assertThat(desk.look(reception)).isInstanceOf(Progress.Finished.class);
        }
        try (var desk = desk(Duration.ofMillis(100))) {
            assertThat(cause(desk.submit(request("r-2")))).isEqualTo(Answer.Cause.TERMINAL);
            assertThat(folder.in("req")).isEmpty();
        }
    }

    @Test
    void aReceptionThatCameTooLateIsGoodForTheNextAttempt() {
        try (var terminal = terminal(new Twin(0));
                var desk = desk(Duration.ofMillis(300))) {
            terminal.next(new Scripted.Delay(Duration.ofMillis(700)));
            assertThat(cause(desk.submit(request("r-1")))).isEqualTo(Answer.Cause.TIMEOUT);
            eventually("late", () -> folder.has("done/OQSmuquc01res_202608030001.xml"));
            eventually("known", () -> desk.submit(request("r-1")) instanceof Submission.Accepted);
            assertThat(folder.in("done")).containsExactly("OQSmuquc01res_202608030001.xml");
        }
    }

    @Test
    void aFileThatIsNotUnderstoodIsKeptAsideWithTheReason() {
        try (var desk = desk(LONG)) {
            Thread peer = Thread.ofVirtual().start(() -> {
                eventually("asked", () -> folder.has("req/OQSmuquc02req_202608030001.xml"));
                folder.put("res/OQSmuquc02res_202608030001.xml", "<XmlMsg></XmlMsg>".getBytes(StandardCharsets.UTF_8));
            });
            assertThat(desk.look("R1"))
                    .isInstanceOfSatisfying(
                            Progress.NoAnswer.class,
                            none -> assertThat(none.why().cause()).isEqualTo(Answer.Cause.UNREADABLE));
            assertThat(peer.isAlive()).isFalse();
            assertThat(folder.in("unread"))
                    .containsExactly("OQSmuquc02res_202608030001.xml", "OQSmuquc02res_202608030001.xml.reason.txt");
        }
    }

    @Test
    void aReferenceNumberIsRegisteredOrRefusedWithTheReason() {
        try (var _ = terminal(new Twin(0));
                var desk = desk(LONG)) {
            InsuredId hanako = question("1").insured();
            assertThat(desk.register(new Registration("P000123", hanako), DESK)).isEmpty();
            assertThat(desk.register(new Registration("X000123", hanako), DESK))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.reason().ja()).contains("使えない番号です。"));
        }
    }

    @Test
    void manyReferenceNumbersAreRegisteredInFourSteps() {
        try (var _ = terminal(new Twin(0))) {
            List<Registration> both = List.of(
                    new Registration("P1", question("1").insured()),
                    new Registration("X2", question("2").insured()));
            folder.put(
                    "req/OQSmuimm01req_1.xml",
                    References.write(Samples.CLINIC, Optional.of("mine"), both, OqsCharset.UTF_8));
            assertThat(collected("muimm")).contains("<ArbitraryFileIdentifier>mine<", "<SegmentOfResult>1<");
            assertThat(References.outcomes(
                                    folder.text("res/OQSmuimm02res_1.xml").getBytes(StandardCharsets.UTF_8))
                            .orElseThrow())
                    .extracting(List::size)
                    .containsExactly(0, 1);
        }
    }

    @Test
    void ticketsOfAMonthComeInFourStepsWithEveryFieldAndWithoutAnEcho() {
        try (var _ = terminal(new Twin(1))) {
            folder.put("req/OQSmutic01req_1.xml", wanted(new BulkRetrieval.Wanted.Tickets(AUGUST)));
            String reception = taken("mutic");
            assertThat(collected("mutic", reception, "1"))
                    .contains("<SegmentOfResult>2<")
                    .doesNotContain("BulkConfirmUnit", "NumberOf");
            assertThat(collected("mutic", reception, "2"))
                    .contains("<SegmentOfResult>1<", "<NumberOfProcessingResult>1<", "<QualificationValidity>1<")
                    .contains("<ArbitraryFileIdentifier>mine<", "<ReceptionNumber>" + reception + "<")
                    .contains("<InsuredCardClassification>A1<", "<InsurerNumber>12139994<", "<IssueNumber>00000123<")
                    .contains("<MedicalTreatmentMonth>202608<", "<DesignatedMedicalInstitutionFlag>0<")
                    .doesNotContain("QualificationConfirmSearchInfo", "LimitApplicationCertificateChanged");
            assertThat(collected("muhvq", reception, "3"))
                    .as("a reception of another kind")
                    .contains("<SegmentOfResult>9<", "この受付番号はありません");
            assertThat(collected("mutic", "20260803180005999999", "4")).contains("<SegmentOfResult>9<", "この受付番号はありません");
        }
    }

    @Test
    void nobodyIsAnEmptyListAndNoError() {
        try (var _ = terminal(new Twin(0))) {
            folder.put("req/OQSmutic01req_1.xml", wanted(new BulkRetrieval.Wanted.Tickets(AUGUST.plusMonths(1))));
            assertThat(collected("mutic", taken("mutic"), "1"))
                    .contains("<SegmentOfResult>1<", "<NumberOfProcessingResult>0<", "<NumberOfError>0<")
                    .doesNotContain("BulkConfirmUnit", "ErrorCode");
        }
    }

    @Test
    void theDeskRetrievesConsentsToVisitsThroughTheFoldersLikeAnyBulkInquiry() {
        LocalDate day = LocalDate.of(2026, 8, 3);
        try (var _ = terminal(new Twin(1));
                var desk = desk(LONG)) {
            String home = accepted(desk.retrieve(
                    new BulkRetrieval("h", DESK, new BulkRetrieval.Wanted.Consented(VisitKind.HOME, day, day))));
            assertThat(desk.look(home)).isEqualTo(new Progress.Processing(Optional.empty()));
            Progress.Finished finished = (Progress.Finished) desk.look(home);
            assertThat(finished.counts()).isEqualTo(new BulkCounts(1, 1, 1, 0));
            assertThat(finished.results()
                            .getFirst()
                            .reply()
                            .answer()
                            .coverages()
                            .getFirst()
                            .id())
                    .isEqualTo(Samples.hanako().id());
            String tickets =
                    accepted(desk.retrieve(new BulkRetrieval("t", DESK, new BulkRetrieval.Wanted.Tickets(AUGUST))));
            assertThat(((Progress.Finished) desk.look(tickets))
                            .results()
                            .getFirst()
                            .reply()
                            .answer())
                    .isEqualTo(new Answer.Active(List.of(Samples.saburo())));
            String online =
                    accepted(desk.retrieve(new BulkRetrieval("o", DESK, new BulkRetrieval.Wanted.Examined(day, day))));
            assertThat(desk.look(online)).isEqualTo(new Progress.Finished(new BulkCounts(0, 0, 0, 0), List.of()));
            assertThat(folder.in("unread")).isEmpty();
        }
    }

    @Test
    void theTestBenchFilesConsentsInPatientsPlacesAndSaysWhatIsWrongWithThem() {
        List<VisitConsents.Consent> filed = new CopyOnWriteArrayList<>();
        ManyServices services = new ManyServices(Optional.empty(), Optional.empty(), Optional.of((consent, caller) -> {
            filed.add(consent);
            return consent.visit() == VisitKind.HOME
                    ? List.of()
                    : List.of(Problem.at("対象者", "該当する人がいません。", "Nobody fits."));
        }));
        try (FolderTerminal terminal = new FolderTerminal(
                root,
                Samples.CLINIC,
                inquiry -> Reply.of(new Answer.NotFound(), TestFolder.NOW),
                services,
                TestFolder.CLOCK,
                new TerminalSettings(OqsCharset.UTF_8, Duration.ofMillis(20), Duration.ofMillis(200)))) {
            terminal.start();
            eventually("folder", () -> folder.has("visits"));
            folder.put("visits/good.csv", text("# 模擬\n訪問,139991,12-34,567890,02,19870412\n"));
            folder.put("visits/nobody.csv", text("オンライン,139991,,1,,19870412,20260810"));
            folder.put("visits/wrong.csv", text("往診,139991,,1,,19870412\n訪問,x,,,7,19870431,0\n訪問\n"));
            eventually("taken", () -> folder.has("visits/done/good.csv"));
            eventually("refused", () -> folder.has("err/nobody.csv") && folder.has("err/wrong.csv"));
        }
        assertThat(filed)
                .extracting(VisitConsents.Consent::visit)
                .containsExactlyInAnyOrder(VisitKind.HOME, VisitKind.ONLINE);
        assertThat(filed)
                .filteredOn(consent -> consent.visit() == VisitKind.ONLINE)
                .extracting(consent -> consent.visitDay().orElseThrow())
                .containsExactly(LocalDate.of(2026, 8, 10));
        assertThat(folder.text("err/nobody.err")).contains("該当する人がいません");
        assertThat(folder.text("err/wrong.err").lines().map(line -> line.substring(0, line.indexOf('\t'))))
                .containsExactly(
                        "line 1: 訪問・オンライン",
                        "line 2: 保険者番号",
                        "line 2: 番号",
                        "line 2: 枝番",
                        "line 2: 生年月日",
                        "line 2: 受診日",
                        "line 3");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] wanted(BulkRetrieval.Wanted wanted) {
        return MonthOrConsent.of(new BulkRetrieval("mine", DESK, wanted), Samples.CLINIC)
                .write(ManyKind.of(wanted), OqsCharset.UTF_8);
    }

    private String taken(String kind) {
        eventually("taken", () -> folder.has("res/OQS" + kind + "01res_1.xml"));
        return folder.text("res/OQS" + kind + "01res_1.xml")
                .replaceAll("(?s).*<ReceptionNumber>(.*)</ReceptionNumber>.*", "$1");
    }

    private String collected(String kind, String reception, String name) {
        folder.put(
                "req/OQS" + kind + "02req_" + name + ".xml",
                FourSteps.write(new Collect(Samples.CLINIC, reception), OqsCharset.UTF_8));
        eventually("answered", () -> folder.has("res/OQS" + kind + "02res_" + name + ".xml"));
        return folder.text("res/OQS" + kind + "02res_" + name + ".xml");
    }

    /** The first answer's reception number, put into a second request; its answer. */
    private String collected(String kind) {
        return collected(kind, taken(kind), "1");
    }

    private static String accepted(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted) submission).reception();
    }

    private static Answer.Cause cause(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.NoAnswer.class);
        return ((Submission.NoAnswer) submission).why().cause();
    }

    private static BulkRequest request(String id) {
        return new BulkRequest(id, Samples.DAY.plusDays(1), DESK, List.of(question("1"), question("2")));
    }

    private static BulkQuestion question(String number) {
        return new BulkQuestion(
                new InsuredId(new InsurerNumber("139991"), Optional.of("12-34"), number, Optional.empty()),
                Samples.hanakoInquiry().number().orElseThrow().birth(),
                false,
                Optional.of(number + "_1"));
    }
}
