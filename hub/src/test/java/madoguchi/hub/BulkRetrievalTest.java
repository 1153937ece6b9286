package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static madoguchi.hub.FileOf.ticketLine;
import static madoguchi.hub.FileOf.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.BulkHub.Submission;
import madoguchi.core.BulkResult;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.BulkRetrieval.Wanted;
import madoguchi.core.Caller;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.Identification;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.PersonKey;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import madoguchi.core.Text;
import madoguchi.core.VisitKind;
import madoguchi.fixture.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets of a month and consents to visits, from the registers of a real database, as one facility after the other asks for them. */
class BulkRetrievalTest {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    private static final LocalDate THIRD = LocalDate.of(2026, 8, 3);
    private static final Caller ELSEWHERE = new Caller(new MedicalInstitutionCode("1310000001"), "desk", "clerk");
    private static final BulkSettings SETTINGS =
            new BulkSettings(200, 4, 1, 16, 0, Duration.ofMinutes(10), Duration.ofMillis(5));

    private final MovableClock clock = new MovableClock("2026-08-03T09:00:05Z");
    private final HikariDataSource database = Databases.fresh();
    private final RegisterHub hub = new RegisterHub(database, clock);
    private final Registers registers = new Registers(database, Optional.empty(), clock);
    private BulkJobs jobs = new BulkJobs(database, hub, new RealTimeHub(hub), clock, SETTINGS);
    private int ids;

    @AfterEach
    void close() {
        jobs.close();
        hub.close();
        database.close();
    }

    // Tickets.

    @Test
    void ticketsAreThoseOfTheMonthForTheAskingFacilityThatWereNotTakenBack() {
        take(lines(assisted(1), assisted(2), assisted(3), assisted(4)));
        take(lines(
                ticket(1),
                with(ticket(2), "医療機関コード", "1310000001"),
                with(ticket(3), "診療年月", "202609", "有効開始年月日", "20260901", "有効終了年月日", "20260930"),
                ticket(4),
                ticket(77)));
        take(lines(with(ticket(4), "異動区分", "9")));

        Progress.Finished finished = retrieved(Said.CLINIC, new Wanted.Tickets(AUGUST));

        assertThat(finished.counts()).isEqualTo(new BulkCounts(1, 1, 1, 0));
        assertThat(numbers(finished)).containsExactly("1230001");
        assertThat(finished.results()
                        .getFirst()
                        .reply()
                        .answer()
                        .coverages()
                        .getFirst()
                        .tickets())
                .singleElement()
                .satisfies(ticket -> {
                    assertThat(ticket.issueNumber()).isEqualTo("K-1");
                    assertThat(ticket.facility()).isEqualTo(Said.CLINIC.facility());
                });
        assertThat(JdbcClient.create(database)
                        .sql(
                                "select facility || ' ' || terminal || ' ' || asked_number || ' ' || day from hub.verification")
                        .query(String.class)
                        .list())
                .as("like every answer it stands in the log")
                .containsExactly("1319999913 bulk/desk 1230001 2026-08-03");
        assertThat(numbers(retrieved(ELSEWHERE, new Wanted.Tickets(AUGUST)))).containsExactly("1230002");
        assertThat(numbers(retrieved(Said.CLINIC, new Wanted.Tickets(AUGUST.plusMonths(1)))))
                .as("of a month to come")
                .containsExactly("1230003");
    }

    @Test
    void aMonthThatIsOverIsAnsweredForADayOfItsTicket() {
        take(lines(with(assisted(1), "資格喪失年月日", "20260825")));
        take(lines(with(ticket(1), "有効終了年月日", "20260820")));
        clock.advance(Duration.ofDays(60));

        assertThat(retrieved(Said.CLINIC, new Wanted.Tickets(AUGUST)).results())
                .singleElement()
                .satisfies(result -> assertThat(result.reply().answer()).isInstanceOf(Answer.Active.class));
        assertThat(numbers(retrieved(Said.CLINIC, new Wanted.Tickets(AUGUST)))).containsExactly("1230001");
    }

    // Nobody and hidden.

    @Test
    void aFacilityWithoutAnyAndOneWhoseOnlyPersonIsHiddenAreToldTheSame() {
        take(lines(with(assisted(1), "不開示", "1"), assisted(2)));
        take(lines(ticket(1), with(ticket(2), "医療機関コード", "1319999921")));
        consent(recipient(2), Said.CLINIC, VisitKind.HOME, Optional.empty());
        registers.suppress(recipient(2), "test");
        Progress nothing = new Progress.Finished(new BulkCounts(0, 0, 0, 0), List.of());

        assertThat(retrieved(Said.CLINIC, new Wanted.Tickets(AUGUST))).isEqualTo(nothing);
        assertThat(retrieved(ELSEWHERE, new Wanted.Tickets(AUGUST))).isEqualTo(nothing);
        assertThat(retrieved(Said.CLINIC, new Wanted.Consented(VisitKind.HOME, FIRST, THIRD)))
                .isEqualTo(nothing);
        assertThat(retrieved(ELSEWHERE, new Wanted.Consented(VisitKind.HOME, FIRST, THIRD)))
                .isEqualTo(nothing);
        assertThat(Databases.count(database, "verification")).isZero();
    }

    @Test
    void whoIsHiddenAfterTheAnswerWasWrittenLeavesNoGapBehind() {
        take(lines(assisted(1), assisted(2), assisted(3)));
        take(lines(ticket(1), ticket(2), ticket(3)));
        String reception = asked(Said.CLINIC, new Wanted.Tickets(AUGUST));
        assertThat(finished(Said.CLINIC, reception).results()).hasSize(3);

        registers.suppress(recipient(2), "test");
        take(lines(with(assisted(3), "不開示", "1")));

        Progress.Finished after = finished(Said.CLINIC, reception);
        assertThat(after.counts()).isEqualTo(new BulkCounts(1, 1, 1, 0));
        assertThat(after.results()).extracting(BulkResult::place).containsExactly(1);
        assertThat(numbers(after)).containsExactly("1230001");
    }

    // Consents to visits.

    @Test
    void homeVisitsAreFoundByTheDayOfConsentAtTheAskingFacility() {
        take(lines(IntStream.rangeClosed(1, 5).mapToObj(FileOf::line).toList()));
        consent(1, Said.CLINIC, VisitKind.HOME);
        consent(2, ELSEWHERE, VisitKind.HOME);
        consent(3, Said.CLINIC, VisitKind.ONLINE);
        clock.advance(Duration.ofDays(1));
        consent(4, Said.CLINIC, VisitKind.HOME);
        consent(1, Said.CLINIC, VisitKind.HOME);

        assertThat(new VisitFacilities(database).firsts())
                .isEqualTo(Map.of(Said.CLINIC.facility(), THIRD, ELSEWHERE.facility(), THIRD));
        assertThat(numbers(visits(FIRST, THIRD))).containsExactly("500001");
        assertThat(numbers(visits(THIRD.plusDays(1), THIRD.plusDays(1)))).containsExactly("500004", "500001");
        assertThat(numbers(visits(FIRST, THIRD.plusDays(9))))
                .as("once, however often they consented")
                .containsExactly("500001", "500004");
        assertThat(numbers(visits(FIRST, THIRD.minusDays(1)))).isEmpty();
        assertThat(numbers(retrieved(Said.CLINIC, new Wanted.Consented(VisitKind.ONLINE, FIRST, THIRD))))
                .containsExactly("500003");
    }

    @Test
    void aConsentTakenBackIsNoneFromThenOn() {
        take(lines(line(1), line(2)));
        consent(1, Said.CLINIC, VisitKind.HOME);
        consent(2, Said.CLINIC, VisitKind.HOME);
        clock.advance(Duration.ofHours(1));
        consent(2, Said.CLINIC, VisitKind.ONLINE);

        assertThat(registers.file(new Filing.VisitWithdrawal(insured(2), VisitKind.HOME, Said.CLINIC)))
                .isInstanceOf(Filed.Taken.class);

        assertThat(numbers(visits(FIRST, THIRD))).containsExactly("500001");
        assertThat(registers.file(new Filing.VisitWithdrawal(insured(2), VisitKind.HOME, Said.CLINIC)))
                .as("there is nothing left to take back")
                .isInstanceOf(Filed.Refused.class);
        assertThat(numbers(retrieved(Said.CLINIC, new Wanted.Consented(VisitKind.ONLINE, FIRST, THIRD))))
                .containsExactly("500002");
    }

    @Test
    void whoTakesAConsentBackInThePortalIsNeitherFoundNorLeftInAnswersNotYetCollected() {
        take(lines(line(1), line(2)));
        consent(1, Said.CLINIC, VisitKind.HOME);
        consent(2, Said.CLINIC, VisitKind.HOME);
        consent(2, Said.CLINIC, VisitKind.HOME);
        consent(2, ELSEWHERE, VisitKind.HOME);
        String reception = asked(Said.CLINIC, new Wanted.Consented(VisitKind.HOME, FIRST, THIRD));
        assertThat(finished(Said.CLINIC, reception).results()).hasSize(2);
        SelfRegister portal = new SelfRegister(database, registers, clock);
        PersonKey second = new PersonKey(JdbcClient.create(database)
                .sql("select person from hub.register_fact where cast(body as jsonb) ->> 'facility' = ?")
                .param(ELSEWHERE.facility().digits())
                .query(Long.class)
                .single());

        assertThat(portal.withdrawVisits(second, Said.CLINIC.facility(), VisitKind.HOME))
                .isInstanceOf(Filed.Taken.class);

        Progress.Finished collected = finished(Said.CLINIC, reception);
        assertThat(numbers(collected)).containsExactly("500001");
        assertThat(collected.counts()).isEqualTo(new BulkCounts(1, 1, 1, 0));
        assertThat(numbers(visits(FIRST, THIRD))).containsExactly("500001");
        assertThat(numbers(retrieved(ELSEWHERE, new Wanted.Consented(VisitKind.HOME, FIRST, THIRD))))
                .as("another facility's stands")
                .containsExactly("500002");
    }

    @Test
    void onlineCareIsFoundByTheDayOfTheVisitAndAnsweredForThatDay() {
        take(lines(line(1), line(2, "資格喪失年月日", "20260804"), line(3)));
        consent(1, Said.CLINIC, VisitKind.ONLINE, Optional.of(LocalDate.of(2026, 8, 10)));
        consent(2, Said.CLINIC, VisitKind.ONLINE, Optional.of(THIRD));
        consent(3, Said.CLINIC, VisitKind.ONLINE);
        clock.advance(Duration.ofDays(3));

        assertThat(numbers(retrieved(
                        Said.CLINIC, new Wanted.Examined(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 8, 10)))))
                .containsExactly("500001");
        assertThat(retrieved(Said.CLINIC, new Wanted.Examined(THIRD, THIRD)).results())
                .singleElement()
                .satisfies(result -> assertThat(result.reply().answer())
                        .as("covered on the day of the visit, no longer today")
                        .isInstanceOf(Answer.Active.class));
        assertThat(retrieved(Said.CLINIC, new Wanted.Consented(VisitKind.ONLINE, THIRD, THIRD))
                        .results())
                .extracting(result -> result.reply().answer() instanceof Answer.Active)
                .containsExactly(true, false, true);
    }

    @Test
    void whoChangedTheInsurerSinceConsentingIsFoundWithTheNewCoverage() {
        take(lines(line(1)));
        consent(1, Said.CLINIC, VisitKind.HOME);
        take(lines(
                line(1, "資格喪失年月日", "20260803"),
                line(1, "保険者番号", "06138010", "記号", "9", "番号", "88", "資格取得年月日", "20260803")));

        assertThat(numbers(visits(FIRST, THIRD))).containsExactly("88");
    }

    // The exchange.

    @Test
    void beforeItIsReadyNothingIsToldNotEvenHowManyThereAre() {
        take(lines(assisted(1), assisted(2)));
        take(lines(ticket(1), ticket(2)));
        restart(inquiry -> Reply.of(
                new Answer.Unreachable(Answer.Cause.HUB, Optional.empty(), new Text("止まっています。", "Down.")),
                clock.instant()));
        String reception = asked(Said.CLINIC, new Wanted.Tickets(AUGUST));
        until(() -> Databases.count(database, "bulk_question") == 2);

        assertThat(at(Said.CLINIC).look(reception))
                .isEqualTo(new Progress.Processing(Optional.of(new BulkCounts(0, 0, 0, 0))));
        restart(hub);
        assertThat(finished(Said.CLINIC, reception).results()).hasSize(2);
        assertThat(Databases.count(database, "bulk_answer")).isEqualTo(2);
    }

    @Test
    void theSameRequestIsTheSameReceptionAndAnotherFacilityKnowsItNot() {
        BulkRetrieval retrieval = new BulkRetrieval("one", Said.CLINIC, new Wanted.Tickets(AUGUST));
        Submission first = at(Said.CLINIC).retrieve(retrieval);
        String reception = ((Submission.Accepted) first).reception();

        assertThat(at(Said.CLINIC).retrieve(retrieval)).isEqualTo(first);
        assertThat(at(Said.CLINIC)
                        .retrieve(new BulkRetrieval("one", Said.CLINIC, new Wanted.Tickets(AUGUST.plusMonths(1)))))
                .isInstanceOf(Submission.Refused.class);
        assertThat(at(ELSEWHERE).retrieve(retrieval)).isInstanceOf(Submission.Refused.class);
        assertThat(at(ELSEWHERE).look(reception)).isEqualTo(new Progress.Unknown());
        finished(Said.CLINIC, reception);
    }

    private Progress.Finished visits(LocalDate from, LocalDate through) {
        return retrieved(Said.CLINIC, new Wanted.Consented(VisitKind.HOME, from, through));
    }

    private Progress.Finished retrieved(Caller caller, Wanted wanted) {
        return finished(caller, asked(caller, wanted));
    }

    private String asked(Caller caller, Wanted wanted) {
        return ((Submission.Accepted) at(caller).retrieve(new BulkRetrieval("id" + ids++, caller, wanted))).reception();
    }

    private BulkHub at(Caller caller) {
        return new LocalBulkHub(jobs, caller.facility());
    }

    private Progress.Finished finished(Caller caller, String reception) {
        until(() -> at(caller).look(reception) instanceof Progress.Finished);
        return (Progress.Finished) at(caller).look(reception);
    }

    private static void until(BooleanSupplier done) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting").isLessThan(deadline);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private void restart(Hub behind) {
        jobs.close();
        jobs = new BulkJobs(database, behind, new RealTimeHub(hub), clock, SETTINGS);
    }

    private static List<String> numbers(Progress.Finished finished) {
        return finished.results().stream()
                .map(result ->
                        result.reply().answer().coverages().getFirst().id().number())
                .toList();
    }

    private void consent(int person, Caller caller, VisitKind visit) {
        consent(person, caller, visit, Optional.empty());
    }

    private void consent(int person, Caller caller, VisitKind visit, Optional<LocalDate> day) {
        consent(insured(person), caller, visit, day);
    }

    private void consent(Subject who, Caller caller, VisitKind visit, Optional<LocalDate> day) {
        assertThat(registers.file(new Filing.VisitConsent(who, visit, day, Identification.PIN, caller)))
                .isInstanceOf(Filed.Taken.class);
    }

    private static Subject.ByNumber insured(int person) {
        return new Subject.ByNumber(Said.id("138016", "12-34", Integer.toString(500_000 + person), "02"), Said.BIRTH);
    }

    private static Subject.ByNumber recipient(int person) {
        return new Subject.ByNumber(
                new InsuredId(
                        Said.WELFARE.insurer(),
                        Optional.empty(),
                        Integer.toString(1_230_000 + person),
                        Optional.empty()),
                Said.BIRTH);
    }

    private static Map<String, String> assisted(int person) {
        return line(
                person,
                "保険者番号",
                "12138012",
                "記号",
                "",
                "番号",
                Integer.toString(1_230_000 + person),
                "枝番",
                "",
                "被保険者証区分",
                "A1");
    }

    private static Map<String, String> ticket(int person) {
        return with(ticketLine(), "受給者番号", Integer.toString(1_230_000 + person));
    }

    private void take(FileOf file) {
        assertThat(new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), clock)
                        .take(Source.of("a.csv", file.utf8()), rows -> {})
                        .orElseThrow()
                        .faults())
                .isEmpty();
    }
}
