package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CardSerial;
import madoguchi.core.ConsentScope;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Period;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.fixture.MovableClock;
import madoguchi.json.CoreJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The other registers on a real database; every answer is asked of a hub with an index in memory and of one without. */
class RegistersTest {

    private static final int PEOPLE = 6;
    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    private static final MedicalInstitutionCode CLINIC = Said.CLINIC.facility();
    private static final MedicalInstitutionCode PHARMACY = new MedicalInstitutionCode("1349999913");

    private final MovableClock clock = new MovableClock("2026-08-03T00:30:00Z");
    private final HikariDataSource database = Databases.fresh();
    private final RegisterIndex index = new RegisterIndex(database, Optional.empty());
    private final RegisterHub fast = new RegisterHub(database, Optional.of(index), Optional.empty(), clock);
    private final RegisterHub slow = new RegisterHub(database, clock);
    private final Registers registers = new Registers(database, Optional.of(index), clock);

    @BeforeEach
    void people() {
        take(lines(IntStream.rangeClosed(1, PEOPLE).mapToObj(FileOf::line).toList()));
        await(index::isServing);
    }

    @AfterEach
    void close() {
        fast.close();
        slow.close();
        index.close();
        database.close();
    }

    // Cards.

    @Test
    void aLinkedAndEnrolledCardAnswersForItsHolder() {
        give(1, card(1));

        assertThat(byCard(card(1)))
                .isInstanceOfSatisfying(
                        Answer.Active.class,
                        active -> assertThat(active.coverages())
                                .extracting(coverage -> coverage.id().number())
                                .containsExactly("500001"));
        assertThat(byCard(card(2))).isEqualTo(new Answer.NotFound());
    }

    @Test
    void aCardOpensAnotherDayThanThatOfAskingToo() {
        give(1, card(1));

        assertThat(ask(Inquiry.byCard(card(1), LocalDate.of(2021, 1, 1), Said.CLINIC))
                        .answer())
                .isInstanceOf(Answer.Active.class);
        assertThat(ask(Inquiry.byCard(card(1), LocalDate.of(2020, 3, 31), Said.CLINIC))
                        .answer())
                .isInstanceOf(Answer.Inactive.class);
    }

    @Test
    void afterASwitchTheOldCardLeadsNowhereButStillDoesAsKnownBefore() {
        give(1, card(1));
        Instant before = clock.instant();
        clock.advance(Duration.ofDays(1));

        taken(registers.renewCard(card(1), card(2), TokenKind.CARD, DAY.plusDays(1), "test"));

        assertThat(byCard(card(1))).isEqualTo(new Answer.NotFound());
        assertThat(byCard(card(2))).isInstanceOf(Answer.Active.class);
        assertThat(ask(Inquiry.byCard(card(1), DAY, Said.CLINIC).asKnownAt(before))
                        .answer())
                .isInstanceOf(Answer.Active.class);
        assertThat(ask(Inquiry.byCard(card(2), DAY, Said.CLINIC).asKnownAt(before))
                        .answer())
                .isEqualTo(new Answer.NotFound());
    }

    @Test
    void aSwitchOnADayToComeHappensOnThatDay() {
        give(1, card(1));
        taken(registers.renewCard(card(1), card(2), TokenKind.CARD, DAY.plusDays(2), "test"));

        assertThat(byCard(card(1))).isInstanceOf(Answer.Active.class);
        assertThat(byCard(card(2))).isEqualTo(new Answer.NotFound());

        clock.advance(Duration.ofDays(2));

        assertThat(byCard(card(1))).isEqualTo(new Answer.NotFound());
        assertThat(byCard(card(2))).isInstanceOf(Answer.Active.class);
    }

    @Test
    void aCardOfAnotherPersonIsRefusedUntilTheWrongLinkIsTakenBack() {
        give(1, card(1));

        assertThat(refused(registers.linkCard(number(2), card(1), TokenKind.CARD, DAY, "test")))
                .extracting(Problem::place)
                .containsExactly("シリアル番号");

        Instant wrong = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        taken(registers.unlinkCard(card(1), "test"));
        taken(registers.linkCard(number(2), card(1), TokenKind.CARD, DAY, "test"));
        taken(registers.enrol(number(2), DAY, "test"));

        assertThat(shownNumber(Inquiry.byCard(card(1), DAY, Said.CLINIC))).contains("500002");
        assertThat(shownNumber(Inquiry.byCard(card(1), DAY, Said.CLINIC).asKnownAt(wrong)))
                .contains("500001");
    }

    @Test
    void everythingAgainstARenewalIsToldAtOnce() {
        give(1, card(1));
        give(2, card(2));
        taken(registers.renewCard(card(1), card(3), TokenKind.CARD, DAY, "test"));

        Filed filed = registers.linkCard(number(2), card(1), TokenKind.CARD, DAY, "test");

        assertThat(refused(filed))
                .as("another person's, and over")
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.reason().toString()).doesNotContain("2A", "SIM"));
        assertThat(Databases.count(database, "register_fact")).isEqualTo(6);
    }

    @Test
    void twoWritersNeverLeadOneCardToTwoPersons() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                CardSerial card = card(100 + round);
                List<Callable<Filed>> writers = IntStream.rangeClosed(1, PEOPLE)
                        .mapToObj(person -> (Callable<Filed>)
                                () -> registers.linkCard(number(person), card, TokenKind.CARD, DAY, "writer" + person))
                        .toList();
                long taken = 0;
                for (Future<Filed> filed : threads.invokeAll(writers)) {
                    taken += filed.get() instanceof Filed.Taken ? 1 : 0;
                }
                assertThat(taken).isEqualTo(1);
            }
        }
        assertThat(JdbcClient.create(database)
                        .sql("select count(distinct person) from hub.register_fact group by name")
                        .query(Long.class)
                        .list())
                .containsOnly(1L);
    }

    @Test
    void twoCardsWithOneFingerprintAreToldApartByTheDatabase() {
        give(1, card(1));
        byte[] twin = NewRegisterFact.card(card(1)).bytes();
        twin[31]++;
        JdbcClient.create(database)
                .sql(
                        "insert into hub.register_fact (recorded_at, caller, kind, name, person, valid_from, withdrawn, body)"
                                + " select recorded_at, 'test', kind, ?, person + 1, valid_from, false, replace(body, '2A01', '2B01')"
                                + " from hub.register_fact where kind = 'CARD'")
                .param(twin)
                .update();
        taken(registers.enrol(number(2), DAY, "test"));

        assertThat(shownNumber(Inquiry.byCard(card(1), DAY, Said.CLINIC))).contains("500001");
    }

    // Enrolment.

    @Test
    void aCardThatIsNotEnrolledFindsNothingAndSaysWhyAndOperatorsSeeIt() {
        taken(registers.linkCard(number(1), card(1), TokenKind.CARD, DAY, "test"));

        Reply reply = ask(Inquiry.byCard(card(1), DAY, Said.CLINIC));

        assertThat(reply.answer()).isEqualTo(new Answer.NotFound());
        assertThat(reply.message().orElse("")).contains("利用登録", "not registered");
        assertThat(logged(reply)).containsEntry("outcome", "NotEnrolled");
        assertThat(logged(ask(Inquiry.byCard(card(9), DAY, Said.CLINIC)))).containsEntry("outcome", "NotFound");
    }

    @Test
    void anEndedEnrolmentClosesTheCardFromThatDayOn() {
        give(1, card(1));
        taken(registers.endEnrolment(number(1), DAY.plusDays(1), "test"));

        assertThat(byCard(card(1))).isInstanceOf(Answer.Active.class);
        clock.advance(Duration.ofDays(1));
        assertThat(byCard(card(1))).isEqualTo(new Answer.NotFound());
        assertThat(registers.about(number(1), Optional.empty()).isEnrolled(DAY)).isTrue();
        taken(registers.enrol(number(1), DAY.plusDays(1), "test"));
        assertThat(byCard(card(1))).isInstanceOf(Answer.Active.class);
    }

    // Reference numbers.

    @Test
    void aReferenceNumberComesBackToItsFacilityAndToNobodyElse() {
        assertThat(ask(number(1), CLINIC).referenceNumber()).isEmpty();

        taken(fast.file(reference(1, "P-1", CLINIC)));
        taken(fast.file(reference(2, "P-1", PHARMACY)));

        assertThat(ask(number(1), CLINIC).referenceNumber()).contains("P-1");
        assertThat(ask(number(1), PHARMACY).referenceNumber()).isEmpty();
        assertThat(ask(number(2), PHARMACY).referenceNumber()).contains("P-1");
        assertThat(ask(number(2), CLINIC).referenceNumber()).isEmpty();
    }

    @Test
    void aWrongReferenceNumberIsUnlinkedAndRelinkedAndTheTrailStays() {
        taken(fast.file(reference(1, "P-1", CLINIC)));
        Instant wrong = clock.instant();
        clock.advance(Duration.ofMinutes(1));

        assertThat(refused(fast.file(reference(2, "P-1", CLINIC)))).hasSize(1);
        assertThat(refused(fast.file(unlinking(2, "P-1", CLINIC)))).hasSize(1);
        taken(fast.file(unlinking(1, "P-1", CLINIC)));
        taken(fast.file(reference(2, "P-1", CLINIC)));

        assertThat(ask(number(1), CLINIC).referenceNumber()).isEmpty();
        assertThat(ask(number(2), CLINIC).referenceNumber()).contains("P-1");
        assertThat(registers.about(number(1), Optional.of(wrong)).reference(CLINIC, DAY))
                .contains(new ReferenceNumber("P-1"));
        assertThat(Databases.count(database, "register_fact")).isEqualTo(3);
    }

    @Test
    void theSameReferenceNumberAgainIsNoNewFactAndALaterOneTakesItsPlace() {
        taken(fast.file(reference(1, "P-1", CLINIC)));
        clock.advance(Duration.ofDays(3));
        taken(fast.file(reference(1, "P-1", CLINIC)));
        assertThat(Databases.count(database, "register_fact")).isEqualTo(1);

        taken(fast.file(reference(1, "診-2", CLINIC)));
        assertThat(ask(number(1), CLINIC).referenceNumber()).contains("診-2");
    }

    @Test
    void withoutABirthDateTheNumberMustFitOnePerson() {
        take(lines(line(7, "番号", "700007", "枝番", "01"), line(8, "番号", "700007", "枝番", "02", "生年月日", "19900101")));
        InsuredId both = new InsuredId(new InsurerNumber("138016"), Optional.of("12-34"), "700007", Optional.empty());

        assertThat(refused(fast.file(
                        new Filing.Reference(both, Optional.empty(), new ReferenceNumber("P"), false, Said.CLINIC))))
                .hasSize(1);
        taken(fast.file(new Filing.Reference(
                Said.id("138016", "12-34", "700007", "02"),
                Optional.empty(),
                new ReferenceNumber("P"),
                false,
                Said.CLINIC)));
    }

    // Consents.

    @Test
    void aConsentHoldsForItsHoursForItsFacilityAndScopeOnly() {
        give(1, card(1));
        taken(fast.file(consent(card(1), Set.of(ConsentScope.MEDICINES, ConsentScope.TREATMENT), CLINIC)));

        assertThat(isConsented(1, CLINIC, ConsentScope.MEDICINES)).isTrue();
        assertThat(isConsented(1, CLINIC, ConsentScope.TREATMENT)).isTrue();
        assertThat(isConsented(1, CLINIC, ConsentScope.CHECKUPS)).isFalse();
        assertThat(isConsented(1, PHARMACY, ConsentScope.MEDICINES)).isFalse();
        assertThat(isConsented(2, CLINIC, ConsentScope.MEDICINES)).isFalse();

        clock.advance(Duration.ofHours(24).minusNanos(1_000));
        assertThat(isConsented(1, CLINIC, ConsentScope.MEDICINES)).isTrue();
        clock.advance(Duration.ofNanos(1_000));
        assertThat(isConsented(1, CLINIC, ConsentScope.MEDICINES)).isFalse();
    }

    @Test
    void aWithdrawnConsentEndsAtOnceAndIsRememberedForTheTimeBefore() {
        give(1, card(1));
        Instant given = clock.instant();
        taken(fast.file(consent(card(1), Set.of(ConsentScope.MEDICINES, ConsentScope.CHECKUPS), CLINIC)));
        clock.advance(Duration.ofMinutes(5));

        taken(fast.file(
                new Filing.Consent(new Subject.ByCard(card(1)), Set.of(ConsentScope.MEDICINES), true, Said.CLINIC)));

        assertThat(isConsented(1, CLINIC, ConsentScope.MEDICINES)).isFalse();
        assertThat(isConsented(1, CLINIC, ConsentScope.CHECKUPS)).isTrue();
        Standing standing = registers.about(number(1), Optional.empty());
        assertThat(standing.isConsented(CLINIC, ConsentScope.MEDICINES, given)).isTrue();
        assertThat(standing.consents(CLINIC, clock.instant())).hasSize(1);
        assertThat(refused(fast.file(new Filing.Consent(
                        new Subject.ByCard(card(1)), Set.of(ConsentScope.MEDICINES), true, Said.CLINIC))))
                .hasSize(1);
    }

    // Certificates and notices.

    @Test
    void issuedCertificatesAndNoticesAreKeptWithTheirReason() {
        var certificate = new Kept.Certificate(new InsurerNumber("138016"), DAY, Kept.Issuance.EX_OFFICIO);
        var notice = new Kept.Notice(new InsurerNumber("138016"), DAY.minusDays(9), Kept.Issuance.APPLICATION);
        taken(registers.issue(number(1), certificate, Period.until(DAY, DAY.plusYears(1)), "test"));
        taken(registers.issue(number(1), notice, "test"));

        Standing standing = registers.about(number(1), Optional.empty());
        assertThat(standing.issued(DAY)).containsExactly(certificate, notice);
        assertThat(standing.issued(DAY.plusYears(1))).containsExactly(notice);
        assertThat(registers.about(number(2), Optional.empty()).issued(DAY)).isEmpty();
    }

    // Suppression.

    @Test
    void aHiddenPersonAndTheirCardAreByteForByteLikeUnknownOnesAlsoAsKnownBefore() {
        give(1, card(1));
        taken(fast.file(reference(1, "P-1", CLINIC)));
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        taken(registers.suppress(number(1), "test"));

        for (Optional<Instant> known : List.of(Optional.<Instant>empty(), Optional.of(before))) {
            for (RegisterHub hub : List.of(fast, slow)) {
                assertThat(bytes(hub, Inquiry.byCard(card(1), DAY, Said.CLINIC), known))
                        .isEqualTo(bytes(hub, Inquiry.byCard(card(9), DAY, Said.CLINIC), known));
                assertThat(bytes(hub, inquiry(1), known)).isEqualTo(bytes(hub, inquiry(99), known));
            }
        }
        assertThat(registers
                        .about(new Subject.ByCard(card(1)), Optional.of(before))
                        .cards(DAY))
                .isEmpty();
        assertThat(fast.file(reference(1, "P-2", CLINIC))).isEqualTo(fast.file(reference(99, "P-2", CLINIC)));
        assertThat(fast.file(consent(card(1), Set.of(ConsentScope.LIMIT), CLINIC)))
                .isEqualTo(fast.file(consent(card(9), Set.of(ConsentScope.LIMIT), CLINIC)));
    }

    @Test
    void theLogKeepsAsManyBytesOfAHiddenPersonAsOfNobody() {
        give(1, card(1));
        taken(registers.suppress(number(1), "test"));

        for (RegisterHub hub : List.of(fast, slow)) {
            assertThat(kept(hub.inquire(inquiry(1)))).isEqualTo(kept(hub.inquire(inquiry(9))));
            assertThat(kept(hub.inquire(Inquiry.byCard(card(1), DAY, Said.CLINIC))))
                    .isEqualTo(kept(hub.inquire(Inquiry.byCard(card(9), DAY, Said.CLINIC))));
        }
    }

    private int kept(Reply reply) {
        return JdbcClient.create(database)
                .sql("select pg_column_size(v.*) from hub.verification v where id = ?")
                .param(reply.verification().orElseThrow())
                .query(Integer.class)
                .single();
    }

    @Test
    void anInsurersRowHidesThePersonInEveryRegisterToo() {
        give(1, card(1));
        taken(fast.file(reference(1, "P-1", CLINIC)));
        take(lines(line(1, "不開示", "1")));

        assertThat(bytes(fast, Inquiry.byCard(card(1), DAY, Said.CLINIC), Optional.empty()))
                .isEqualTo(bytes(fast, Inquiry.byCard(card(9), DAY, Said.CLINIC), Optional.empty()));
        assertThat(bytes(slow, Inquiry.byCard(card(1), DAY, Said.CLINIC), Optional.empty()))
                .isEqualTo(bytes(slow, Inquiry.byCard(card(9), DAY, Said.CLINIC), Optional.empty()));
        assertThat(registers
                        .about(new Subject.ByCard(card(1)), Optional.empty())
                        .isEnrolled(DAY))
                .isFalse();
    }

    @Test
    void aHiddenPersonWhoIsNotEnrolledIsNotToldApartEither() {
        taken(registers.linkCard(number(1), card(1), TokenKind.CARD, DAY, "test"));
        take(lines(line(1, "不開示", "1")));

        for (RegisterHub hub : List.of(fast, slow)) {
            assertThat(bytes(hub, Inquiry.byCard(card(1), DAY, Said.CLINIC), Optional.empty()))
                    .isEqualTo(bytes(hub, Inquiry.byCard(card(9), DAY, Said.CLINIC), Optional.empty()));
        }
    }

    @Test
    void whoIsNoLongerHiddenIsFoundAgain() {
        give(1, card(1));
        taken(registers.suppress(number(1), "test"));
        taken(registers.unsuppress(number(1), "test"));

        assertThat(byCard(card(1))).isInstanceOf(Answer.Active.class);
        assertThat(ask(number(1), CLINIC).answer()).isInstanceOf(Answer.Active.class);
    }

    // Memory and database.

    @Test
    void memoryAnswersAsTheDatabaseThroughoutARandomHistory() {
        Random random = new Random(20260803);
        for (int step = 0; step < 120; step++) {
            int person = 1 + random.nextInt(PEOPLE);
            CardSerial card = card(1 + random.nextInt(6));
            LocalDate day = DAY.plusDays(random.nextInt(3));
            switch (random.nextInt(9)) {
                case 0, 1 -> registers.linkCard(number(person), card, TokenKind.CARD, day, "test");
                case 2 -> registers.renewCard(card, card(1 + random.nextInt(6)), TokenKind.CARD, day, "test");
                case 3 -> registers.unlinkCard(card, "test");
                case 4, 5 -> registers.enrol(number(person), day, "test");
                case 6 -> registers.endEnrolment(number(person), day, "test");
                case 7 ->
                    registers.file(
                            random.nextBoolean()
                                    ? reference(person, "P" + step, CLINIC)
                                    : unlinking(person, "P" + (step - 5), CLINIC));
                default -> {
                    if (random.nextBoolean()) {
                        registers.suppress(number(person), "test");
                    } else {
                        registers.unsuppress(number(person), "test");
                    }
                }
            }
            clock.advance(Duration.ofMinutes(random.nextInt(90)));
            assertThat(index.isServing()).isTrue();
            for (Inquiry inquiry : List.of(
                    Inquiry.byCard(card, DAY, Said.CLINIC),
                    Inquiry.byCard(card(1 + random.nextInt(6)), DAY, Said.CLINIC),
                    inquiry(person))) {
                ask(inquiry);
            }
        }
    }

    // Disclosures.

    @Test
    void aPersonReadsWhoLookedByCardAndByNumber() {
        give(1, card(1));
        fast.inquire(inquiry(1));
        fast.inquire(Inquiry.byCard(card(1), DAY, new Caller(PHARMACY, "reader", "patient")));
        taken(registers.renewCard(card(1), card(2), TokenKind.CARD, DAY, "test"));

        assertThat(new Disclosures(database).of(id(1), Said.BIRTH, 10))
                .extracting(Disclosure::kind, Disclosure::facility)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("CARD", PHARMACY.digits()),
                        org.assertj.core.groups.Tuple.tuple("NUMBER", CLINIC.digits()));
        taken(registers.suppress(number(1), "test"));
        assertThat(new Disclosures(database).of(id(1), Said.BIRTH, 10)).isEmpty();
    }

    // Words of these tests.

    /** The reply of both hubs, which must be the same but for the number of its entry. */
    private Reply ask(Inquiry inquiry) {
        Reply inMemory = fast.inquire(inquiry);
        Reply inDatabase = slow.inquire(inquiry);
        assertThat(inMemory.answer()).isEqualTo(inDatabase.answer());
        assertThat(inMemory.referenceNumber()).isEqualTo(inDatabase.referenceNumber());
        assertThat(inMemory.message()).isEqualTo(inDatabase.message());
        return inMemory;
    }

    private Reply ask(Subject.ByNumber number, MedicalInstitutionCode facility) {
        return ask(new Inquiry(number, DAY, Optional.empty(), false, false, new Caller(facility, "desk", "clerk")));
    }

    private Answer byCard(CardSerial card) {
        return ask(Inquiry.byCard(card, DAY, Said.CLINIC)).answer();
    }

    private Optional<String> shownNumber(Inquiry inquiry) {
        return ask(inquiry).answer().coverages().stream()
                .map(coverage -> coverage.id().number())
                .findFirst();
    }

    private static String bytes(RegisterHub hub, Inquiry inquiry, Optional<Instant> known) {
        Reply reply = hub.inquire(known.map(inquiry::asKnownAt).orElse(inquiry));
        return CoreJson.mapper()
                .writeValueAsString(new Reply(
                        reply.answer(),
                        reply.answeredAt(),
                        Optional.empty(),
                        reply.referenceNumber(),
                        reply.message(),
                        reply.extras()));
    }

    private Map<String, Object> logged(Reply reply) {
        return JdbcClient.create(database)
                .sql("select * from hub.verification where id = ?")
                .param(reply.verification().orElseThrow())
                .query()
                .singleRow();
    }

    private boolean isConsented(int person, MedicalInstitutionCode facility, ConsentScope scope) {
        return registers.about(number(person), Optional.empty()).isConsented(facility, scope, clock.instant());
    }

    private void give(int person, CardSerial card) {
        taken(registers.linkCard(number(person), card, TokenKind.CARD, DAY, "test"));
        taken(registers.enrol(number(person), DAY, "test"));
    }

    private static void taken(Filed filed) {
        assertThat(filed).isInstanceOf(Filed.Taken.class);
    }

    private static List<Problem> refused(Filed filed) {
        List<Problem> problems = new ArrayList<>();
        assertThat(filed).isInstanceOfSatisfying(Filed.Refused.class, refused -> problems.addAll(refused.problems()));
        return problems;
    }

    private static Filing reference(int person, String number, MedicalInstitutionCode facility) {
        return new Filing.Reference(
                id(person),
                Optional.of(Said.BIRTH),
                new ReferenceNumber(number),
                false,
                new Caller(facility, "desk", "clerk"));
    }

    private static Filing unlinking(int person, String number, MedicalInstitutionCode facility) {
        return new Filing.Reference(
                id(person),
                Optional.of(Said.BIRTH),
                new ReferenceNumber(number),
                true,
                new Caller(facility, "desk", "clerk"));
    }

    private static Filing consent(CardSerial card, Set<ConsentScope> scopes, MedicalInstitutionCode facility) {
        return new Filing.Consent(new Subject.ByCard(card), scopes, false, new Caller(facility, "reader", "patient"));
    }

    private static CardSerial card(int number) {
        return new CardSerial("SIM-1", "2A%02d".formatted(number));
    }

    private static Subject.ByNumber number(int person) {
        return new Subject.ByNumber(id(person), Said.BIRTH);
    }

    private static Inquiry inquiry(int person) {
        return Inquiry.byNumber(id(person), Said.BIRTH, DAY, true, Said.CLINIC);
    }

    private static InsuredId id(int person) {
        return Said.id("138016", "12-34", Integer.toString(500_000 + person), "02");
    }

    private static void await(Supplier<Boolean> true_) {
        while (!true_.get()) {
            Thread.onSpinWait();
        }
    }

    private void take(FileOf file) {
        assertThat(new Registrations(database, Optional.of(index), new SecretKeySpec(new byte[32], "HmacSHA256"), clock)
                        .take(Source.of("a.csv", file.utf8()), rows -> {})
                        .orElseThrow()
                        .faults())
                .isEmpty();
    }
}
