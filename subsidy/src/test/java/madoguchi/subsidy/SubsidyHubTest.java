package madoguchi.subsidy;

import static madoguchi.subsidy.Samples.CLINIC;
import static madoguchi.subsidy.Samples.NOW;
import static madoguchi.subsidy.Samples.PREFECTURE;
import static madoguchi.subsidy.Samples.WARD;
import static madoguchi.subsidy.Samples.child;
import static madoguchi.subsidy.Samples.json;
import static madoguchi.subsidy.Samples.person;
import static madoguchi.subsidy.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.HeldSubsidies.Held;
import madoguchi.core.HeldSubsidies.Listing;
import madoguchi.core.HeldSubsidies.Standing;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyAnswer.Absence;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.SubsidyInquiry;
import madoguchi.core.SubsidyUse;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** From what a municipality says to what a facility and the holder are told. */
class SubsidyHubTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final DataSource database = Database.fresh("subsidy", SubsidyHub::migrate);
    private final MovableClock clock = new MovableClock(NOW.minus(Duration.ofDays(300)));
    private final SubsidyHub hub = new SubsidyHub(database, Samples.KEYS, Samples.REGISTERED, clock);

    @BeforeEach
    void begin() throws IOException {
        hub.participants(Samples.text(Samples.PARTICIPANTS), Optional.empty(), "test")
                .orElseThrow();
        clock.set(NOW);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    // What is told, and why nothing is.

    @Test
    void whereEverybodyTakesPartTheCertificateIsTold() throws IOException {
        take(PREFECTURE, record(1));
        SubsidyAnswer.Found found = (SubsidyAnswer.Found) ask(1);
        assertThat(found.certificates()).extracting(SubsidyCertificate::name).containsExactly("特定医療費（指定難病）受給者証");
    }

    @Test
    void everyReasonForNothingIsItsOwnValue() throws IOException {
        take(PREFECTURE, record(1));
        take(WARD, child(2, "orgSpecificCertificateTypeId", "SINGLE", "medicalSubsidyInsurerNumber", "81139990"));

        assertThat(ask(1, SubsidyUse.DECLINE, DAY, CLINIC)).isEqualTo(nothing(Absence.DECLINED));
        assertThat(ask(1, SubsidyUse.NOT_ASKED, DAY, CLINIC)).isEqualTo(new SubsidyAnswer.NotAsked());
        assertThat(ask(1, SubsidyUse.USE, DAY, Samples.ELSEWHERE)).isEqualTo(nothing(Absence.FACILITY_NOT_CONNECTED));
        assertThat(ask(1, SubsidyUse.USE, LocalDate.of(2026, 4, 30), CLINIC))
                .isEqualTo(nothing(Absence.FACILITY_NOT_CONNECTED));
        assertThat(ask(2)).isEqualTo(nothing(Absence.SCHEME_NOT_CONNECTED));
        assertThat(ask(1, SubsidyUse.USE, LocalDate.of(2027, 1, 1), CLINIC)).isEqualTo(nothing(Absence.ENDED));
        assertThat(ask(3)).isEqualTo(nothing(Absence.NONE));
    }

    @Test
    void aTypeThatStoppedTakingPartIsNotConnectedFromTheDayAfter() throws IOException {
        take(
                PREFECTURE,
                record(
                        1,
                        "orgSpecificCertificateTypeId",
                        "SEISHIN",
                        "medicalSubsidyInsurerNumber",
                        "21139993",
                        "medicalSubsidyRecipientNumber",
                        "2100014"));
        assertThat(ask(1, SubsidyUse.USE, LocalDate.of(2026, 9, 30), CLINIC)).isInstanceOf(SubsidyAnswer.Found.class);
        assertThat(ask(1, SubsidyUse.USE, LocalDate.of(2026, 10, 1), CLINIC))
                .isEqualTo(nothing(Absence.SCHEME_NOT_CONNECTED));
    }

    @Test
    void whatMustNotBeDisclosedIsNobodysWhoeverIssuedTheRest() throws IOException {
        take(PREFECTURE, record(1));
        take(WARD, child(1, "isNotDisclosed", true));

        assertThat(ask(1)).isEqualTo(nothing(Absence.NONE)).isEqualTo(ask(3));
        assertThat(held(1)).isEmpty();
        take(WARD, child(1, "historyKey", "h2"));
        assertThat(ask(1)).isInstanceOf(SubsidyAnswer.Found.class);
    }

    @Test
    void theHolderSeesEveryCertificateAlsoEndedAndUpcomingOnes() throws IOException {
        take(
                PREFECTURE,
                record(1),
                record(1, "historyKey", "h0", "validFrom", "2025-01-01", "validTo", "2025-12-31"),
                record(1, "historyKey", "h2", "validFrom", "2027-01-01", "validTo", "2027-12-31"));
        take(WARD, child(1, "orgSpecificCertificateTypeId", "SINGLE", "medicalSubsidyInsurerNumber", "81139990"));

        assertThat(held(1))
                .extracting(Held::standing)
                .containsExactly(Standing.CURRENT, Standing.CURRENT, Standing.UPCOMING, Standing.ENDED);
        assertThat(held(1))
                .filteredOn(one -> one.certificate().payer().equals(Optional.of("81139990")))
                .extracting(Held::connected)
                .containsExactly(false);
        assertThat(held(1).getLast().certificate().remarks()).isPresent();
    }

    // Versions, and what was known when.

    @Test
    void aChangedCeilingHoldsFromItsOwnFirstDayAndTheOldOneUntilThen() throws IOException {
        take(PREFECTURE, record(1));
        take(PREFECTURE, record(1, "historyKey", "h2", "validFrom", "2026-07-01", "incomeSegment", "C1"));
        assertThat(income(LocalDate.of(2026, 6, 30))).isEqualTo("B2");
        assertThat(income(LocalDate.of(2026, 7, 1))).isEqualTo("C1");
    }

    @Test
    void aDeletedVersionIsAsIfItHadNeverBeenSaid() throws IOException {
        take(PREFECTURE, record(1));
        take(PREFECTURE, record(1, "historyKey", "h2", "validFrom", "2026-07-01", "incomeSegment", "C1"));
        take(
                PREFECTURE,
                record(1, "historyKey", "h2", "validFrom", "2026-07-01", "incomeSegment", "C1", "isDeleted", true));
        assertThat(income(DAY)).isEqualTo("B2");
    }

    @Test
    void theSameFileAgainSaysNothingNewAndACorrectionUnderTheSameKeyDoes() throws IOException {
        assertThat(take(PREFECTURE, record(1)).stored()).isEqualTo(1);
        RegistrationTask again = take(PREFECTURE, record(1));
        assertThat(again.stored()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(take(PREFECTURE, record(1, "incomeSegment", "B1")).stored()).isEqualTo(1);
        assertThat(income(DAY)).isEqualTo("B1");
    }

    @Test
    void anEarlierKnowledgeIsReplayedAlsoOfParticipation() throws IOException {
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(1));
        take(PREFECTURE, record(1));
        clock.advance(Duration.ofHours(1));
        assertThat(ask(1)).isInstanceOf(SubsidyAnswer.Found.class);
        assertThat(askAsKnownAt(before)).isEqualTo(nothing(Absence.NONE));
        assertThat(askAsKnownAt(NOW.minus(Duration.ofDays(301)))).isEqualTo(nothing(Absence.FACILITY_NOT_CONNECTED));
    }

    @Test
    void anUndoneFileDoesNotCountFromThenOnAndWhatWasSaidBeforeDoes() throws IOException {
        take(PREFECTURE, record(1));
        clock.advance(Duration.ofMinutes(1));
        RegistrationTask wrong = take(PREFECTURE, record(1, "incomeSegment", "D"));
        Instant between = clock.instant();
        clock.advance(Duration.ofMinutes(1));

        assertThat(hub.undone(wrong.id(), "clerk", "wrong file")).isTrue();
        assertThat(hub.undone(wrong.id(), "clerk", "twice")).isFalse();
        assertThat(income(DAY)).isEqualTo("B2");
        assertThat(((SubsidyAnswer.Found) askAsKnownAt(between))
                        .certificates()
                        .getFirst()
                        .incomeSegment())
                .contains("D");
        assertThat(take(PREFECTURE, record(1, "incomeSegment", "D")).stored()).isEqualTo(1);
    }

    @Test
    void whoMovedHasTheCertificateOfTheNewMunicipalityFromThatDay() throws IOException {
        take(WARD, child(1, "validTo", "2026-06-30"));
        take(PREFECTURE, record(1, "validFrom", "2026-07-01"));
        assertThat(issuer(LocalDate.of(2026, 6, 30))).isEqualTo("架空区");
        assertThat(issuer(LocalDate.of(2026, 7, 1))).isEqualTo("架空県");
    }

    // Good and bad records.

    @Test
    void goodRecordsAreStoredAndBadOnesKeptAsideWithAllTheirFaults() throws IOException {
        RegistrationTask task = take(
                PREFECTURE, record(1), record(2, "validTo", "2025-01-01", "isAlwaysReimbursement", "x"), record(3));
        assertThat(task.stored()).isEqualTo(2);
        assertThat(task.aside()).isEqualTo(1);
        List<RecordResult> faulty = hub.results(task, 0, 10, true);
        assertThat(faulty).extracting(RecordResult::record).containsExactly(2);
        assertThat(faulty.getFirst().outcome()).isEqualTo(RecordResult.Outcome.SET_ASIDE);
        assertThat(faulty.getFirst().faults())
                .containsExactlyInAnyOrder(RecordCode.PERIOD_ORDER.fault(), RecordCode.REIMBURSEMENT_FORM.fault());
        assertThat(kept(task, 2)).contains("2025-01-01").doesNotContain("basicFiveInfo");
    }

    @Test
    void ofTwoRecordsWithOneKeyTheSecondIsAFaultAlsoFarBehind() throws IOException {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int person = 1; person <= 1201; person++) {
            many.add(record(person == 1201 ? 1 : person));
        }
        List<Long> told = new ArrayList<>();
        Map<?, ?>[] records = many.toArray(Map<?, ?>[]::new);
        RegistrationTask task = hub.register(json(records), PREFECTURE, "test", "f.json", Optional.empty(), told::add);
        assertThat(task.stored()).isEqualTo(1200);
        assertThat(hub.results(task, 0, 10, true))
                .containsExactly(new RecordResult(
                        1201, Optional.empty(), RecordResult.Outcome.SET_ASIDE, List.of(RecordCode.REPEATED.fault())));
        assertThat(told).hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{\"historyKey\":\"h1\"}", "[{}] []", "null", "[{\"a\":1},"})
    void aTextThatIsNoArrayUpToItsEndIsRefusedAndNothingOfItStored(String text) throws IOException {
        RegistrationTask task =
                hub.register(Samples.text(text), PREFECTURE, "test", "f.json", Optional.empty(), records -> {});
        assertThat(task.state()).isEqualTo(TaskState.REFUSED);
        assertThat(task.refused()).contains(RecordCode.NOT_JSON);
        assertThat(count("fact")).isZero();
    }

    @Test
    void anEmptyArrayIsRefused() throws IOException {
        assertThat(take(PREFECTURE).refused()).contains(RecordCode.EMPTY);
    }

    @Test
    void theMunicipalityOfAnotherCannotUseItsTypes() throws IOException {
        RegistrationTask task = take(WARD, record(1));
        assertThat(hub.results(task, 0, 10, true).getFirst().faults()).contains(RecordCode.TYPE_UNKNOWN.fault());
    }

    @Test
    void noMyNumberNameOrAddressIsFoundAnywhereAfterwards() throws IOException {
        take(
                PREFECTURE,
                record(1),
                record(2, "segment", Samples.myNumber(2)),
                record(3, "orgSpecificCertificateTypeId", "x", "nonsense", Samples.myNumber(3)));
        for (String table : List.of("task", "received", "task_event", "task_mark", "fact", "participation")) {
            String all = String.join(
                    "\n",
                    new JdbcTemplate(database)
                            .queryForList("select cast(t as text) from subsidy." + table + " t", String.class));
            assertThat(all)
                    .doesNotContain(
                            Samples.myNumber(1), Samples.myNumber(2), Samples.myNumber(3), "架空　望", "カクウ", "架空区1-1");
        }
    }

    @Test
    void whatStandsInTheLogsCannotBeChanged() throws IOException {
        take(PREFECTURE, record(1));
        for (String table : List.of("task", "received", "task_event", "task_mark", "fact", "participation", "clerk")) {
            assertThatThrownBy(() -> new JdbcTemplate(database).update("delete from subsidy." + table))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aTaskThatWasBrokenOffGoesOnBehindItsMarkAtTheNextStart() throws IOException {
        RegistrationTask task = hub.preview(
                json(record(1), record(2)),
                Intake.Form.JSON,
                new Intake.Sender(PREFECTURE, TaskStore.Origin.CLERK, "clerk", "f.json"));
        assertThat(task.state()).isEqualTo(TaskState.WAITING);
        new TaskStore(database).add(task.id(), clock.instant(), TaskStore.Event.of("CONFIRMED", "clerk"));
        try (SubsidyHub next = new SubsidyHub(database, Samples.KEYS, Samples.REGISTERED, clock)) {
            while (next.task(task.id()).orElseThrow().state() == TaskState.STORING) {
                Thread.onSpinWait();
            }
            assertThat(next.task(task.id()).orElseThrow().stored()).isEqualTo(2);
        }
    }

    @Test
    void aTableOfAClerkSaysTheSameAsTheArray() throws IOException {
        String csv = """
                orgSpecificCertificateTypeId,myNumber,name,nameKana,address,dateOfBirth,sex,isNotDisclosed,medicalSubsidyInsurerNumber,certificationName,medicalSubsidyRecipientNumber,incomeSegment,additionalConditions,isAlwaysReimbursement,ceilings,summed,validFrom,validTo,historyKey,isDeleted,certificationDetail
                NANBYO,%s,架空　望,カクウ　ノゾム,架空県架空区1-1,1980-08-08,1,0,54139993,特定医療費（指定難病）受給者証,5400015,B2,101-1;102-A,0,医科歯科入外 MONTH 5000,薬局; 医科歯科入外,2026-01-01,2026-12-31,h1,0,疾病名=見本病
                """.formatted(Samples.myNumber(1));
        for (byte[] bytes :
                List.of(csv.getBytes(StandardCharsets.UTF_8), csv.getBytes(Charset.forName("windows-31j")))) {
            take(PREFECTURE, record(1));
            RegistrationTask task = hub.register(
                    new ByteArrayInputStream(bytes), PREFECTURE, "test", "f.csv", Optional.empty(), records -> {});
            assertThat(hub.results(task, 0, 10, true)).isEmpty();
            assertThat(task.unchanged()).isEqualTo(1);
        }
    }

    // Who takes part.

    @Test
    void theWayFromPlannedToFirstUseIsSeen() throws IOException {
        assertThat(stage("139998", "SINGLE")).isEqualTo(Onboarding.Stage.PLANNED);
        take(WARD, child(2, "orgSpecificCertificateTypeId", "SINGLE", "medicalSubsidyInsurerNumber", "81139990"));
        assertThat(stage("139998", "SINGLE")).isEqualTo(Onboarding.Stage.REGISTERED);
        assertThat(stage("139904", "SEISHIN")).isEqualTo(Onboarding.Stage.ENDED);
        assertThat(stage("139904", "NANBYO")).isEqualTo(Onboarding.Stage.LIVE);
        take(PREFECTURE, record(1));
        ask(1);
        assertThat(stage("139904", "NANBYO")).isEqualTo(Onboarding.Stage.USED);
    }

    @Test
    void aFileOfParticipantsIsTakenWholeOrNotAtAll() throws IOException {
        var read = hub.participants(Samples.text("""
                kind,code,type,name,certificate,scheme,first,last
                SCHEME,139904,OK,架空県,x,N54,2026-04-01,
                SCHEME,139905,é,,x,N99,2026-13-01,
                """), Optional.empty(), "test");
        assertThat(read.problems())
                .extracting(problem -> problem.place())
                .containsExactly("3: code", "3: name", "3: type", "3: scheme", "3: first");
        assertThat(hub.schemesTakingPart())
                .noneMatch(one -> one.participant().type().equals("OK"));
    }

    @Test
    void aDeadDatabaseIsUnreachableAndNeverNothing() throws IOException {
        new JdbcTemplate(database).execute("alter table subsidy.fact rename to gone");
        assertThat(ask(1)).isInstanceOf(SubsidyAnswer.Unreachable.class);
        assertThat(hub.held().of(person(1), DAY)).isInstanceOf(Listing.Unreachable.class);
    }

    private RegistrationTask take(MunicipalityCode municipality, Map<?, ?>... records) throws IOException {
        InputStream body = json(records);
        return hub.register(body, municipality, "test", "f.json", Optional.empty(), done -> {});
    }

    private SubsidyAnswer ask(int person) {
        return ask(person, SubsidyUse.USE, DAY, CLINIC);
    }

    private SubsidyAnswer ask(int person, SubsidyUse use, LocalDate day, MedicalInstitutionCode facility) {
        return hub.subsidies().inquire(new SubsidyInquiry(person(person), day, Optional.empty(), facility, use));
    }

    private SubsidyAnswer askAsKnownAt(Instant instant) {
        return hub.subsidies()
                .inquire(new SubsidyInquiry(person(1), DAY, Optional.of(instant), CLINIC, SubsidyUse.USE));
    }

    private SubsidyCertificate told(LocalDate day) {
        return ((SubsidyAnswer.Found) ask(1, SubsidyUse.USE, day, CLINIC))
                .certificates()
                .getFirst();
    }

    private String income(LocalDate day) {
        return told(day).incomeSegment().orElseThrow();
    }

    private String issuer(LocalDate day) {
        return told(day).issuer();
    }

    private List<Held> held(int person) {
        return ((Listing.Listed) hub.held().of(person(person), DAY)).subsidies();
    }

    private static SubsidyAnswer nothing(Absence absence) {
        return new SubsidyAnswer.Nothing(absence);
    }

    private Onboarding.Stage stage(String code, String type) {
        return hub.schemesTakingPart().stream()
                .filter(one -> one.participant().code().equals(code)
                        && one.participant().type().equals(type))
                .findFirst()
                .orElseThrow()
                .stage(DAY);
    }

    private String kept(RegistrationTask task, int record) {
        return new JdbcTemplate(database)
                .queryForList(
                        "select content from subsidy.received where task = ? and record = ?",
                        String.class,
                        task.id(),
                        record)
                .getFirst();
    }

    private long count(String table) {
        return new JdbcTemplate(database)
                .queryForList("select 1 from subsidy." + table)
                .size();
    }
}
