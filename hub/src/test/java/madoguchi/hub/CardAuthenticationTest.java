package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CardRefusal;
import madoguchi.core.CentreAnswer;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Challenged;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.ConsentScope;
import madoguchi.core.Consented;
import madoguchi.core.Coverage;
import madoguchi.core.Filed;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.core.VisitAnswer;
import madoguchi.core.VisitKind;
import madoguchi.fixture.MovableClock;
import madoguchi.jpki.RevocationReason;
import madoguchi.jpki.RevocationStatus;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.SimulatedVerifier;
import madoguchi.jpki.StatusSource;
import madoguchi.jpki.TerminalCertificate;
import madoguchi.jpki.Trust;
import madoguchi.json.CoreJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cards and phones at the hub: what is admitted, what is refused and in which words, on a real database and with certificates of the simulated authority. */
class CardAuthenticationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 4, 1);
    private static final LocalDate FAR_OFF = LocalDate.of(2029, 5, 3);
    private static final Caller KIOSK = new Caller(Said.CLINIC.facility(), "kiosk", "unattended");
    private static final Caller ELSEWHERE = new Caller(new MedicalInstitutionCode("1349999913"), "kiosk", "unattended");

    @TempDir
    static Path folder;

    /** One database for all; each test has four people of its own, and looks only at what was logged since it began. */
    private static final HikariDataSource DATABASE = Databases.fresh();

    private static final AtomicInteger SEATS = new AtomicInteger();
    private static final int PEOPLE = 160;
    private static SimulatedAuthority authority;
    private static SimulatedVerifier centre;

    private final MovableClock clock = new MovableClock("2026-11-21T01:00:00Z");
    private final RegisterHub hub = new RegisterHub(DATABASE, clock);
    private final Registers registers = new Registers(DATABASE, Optional.empty(), clock);
    private final long before = last();
    private final int first = 1 + 4 * SEATS.getAndIncrement();
    private StatusSource statuses = (certificate, now) -> authority.issued().stream()
            .filter(issued -> issued.serial().equals(certificate.serial()))
            .map(issued -> issued.status())
            .findFirst()
            .orElse(new RevocationStatus.Unknown());

    @BeforeAll
    static void people() {
        authority = SimulatedAuthority.open(folder, URI.create("http://localhost/ocsp"));
        centre = SimulatedVerifier.open(folder);
        List<Map<String, String>> people = new ArrayList<>();
        IntStream.rangeClosed(1, PEOPLE)
                .forEach(person -> people.add(line(
                        person,
                        "限度額証区分",
                        "01",
                        "限度額適用区分",
                        "A03",
                        "限度額有効開始",
                        "20260101",
                        "限度額有効終了",
                        "20261231",
                        "特定疾病",
                        "1:20240401:20240401::10000")));
        new Registrations(
                        DATABASE,
                        Optional.empty(),
                        new SecretKeySpec(new byte[32], "HmacSHA256"),
                        new MovableClock("2026-11-21T00:00:00Z"))
                .take(Source.of("a.csv", lines(people).utf8()), rows -> {})
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @AfterEach
    void closeHub() {
        hub.close();
    }

    private static long last() {
        return JdbcClient.create(DATABASE)
                .sql("select coalesce(max(id), 0) from hub.card_authentication")
                .query(Long.class)
                .single();
    }

    private <T> List<T> logged(String what, Class<T> type) {
        return JdbcClient.create(DATABASE)
                .sql("select " + what + " from hub.card_authentication where id > ? order by id")
                .param(before)
                .query(type)
                .list();
    }

    private List<String> log() {
        return logged("outcome", String.class);
    }

    private CardAuthentication cards() {
        return cards(new Trust(Trust.Accept.SIMULATION, authority.roots()), CardTerms.bundled());
    }

    private CardAuthentication cards(Trust trust, CardTerms terms) {
        return cards(DATABASE, trust, terms);
    }

    private CardAuthentication cards(HikariDataSource at) {
        return cards(at, new Trust(Trust.Accept.SIMULATION, authority.roots()), CardTerms.bundled());
    }

    private CardAuthentication cards(HikariDataSource at, Trust trust, CardTerms terms) {
        return new CardAuthentication(
                at,
                hub,
                registers,
                trust,
                (certificate, now) -> statuses.ask(certificate, now),
                CardAuthenticationTest::standing,
                Optional.of(centre),
                terms,
                clock);
    }

    /** The rule of {@code jpki-reader.md} §4.1 and §4.2, written down apart from the rule tables. */
    private static Optional<CertificateStanding> standing(TokenKind token, LocalDate end, LocalDate today) {
        LocalDate graceEnd = YearMonth.from(end).plusMonths(3).atEndOfMonth();
        if (!today.isAfter(end)) {
            return Optional.of(
                    today.isBefore(end.minusMonths(3))
                            ? new CertificateStanding.Current()
                            : new CertificateStanding.RenewalAlert());
        }
        return token == TokenKind.CARD && !today.isAfter(graceEnd)
                ? Optional.of(new CertificateStanding.Grace(graceEnd))
                : Optional.empty();
    }

    private Subject.ByNumber number(int person) {
        InsuredId insured = Said.id("138016", "12-34", who(person), "02");
        return new Subject.ByNumber(insured, Said.BIRTH);
    }

    /** The number of one of this test's people. */
    private String who(int person) {
        return Integer.toString(500_000 + first - 1 + person);
    }

    private TestCard card() {
        return TestCard.issue(authority, TokenKind.CARD, LONG_AGO, FAR_OFF);
    }

    private TestCard ending(TokenKind token, LocalDate lastDay) {
        return TestCard.issue(authority, token, LONG_AGO, lastDay);
    }

    private TestCard linked(int person, TestCard card) {
        taken(registers.linkCard(number(person), card.serial(), card.token(), LONG_AGO, "test"));
        return card;
    }

    private TestCard enrolled(int person, TestCard card) {
        linked(person, card);
        taken(registers.enrol(number(person), LONG_AGO, "test"));
        return card;
    }

    private static void taken(Filed filed) {
        assertThat(filed).isInstanceOf(Filed.Taken.class);
    }

    private static Opened.Admitted admitted(Opened opened) {
        assertThat(opened).isInstanceOf(Opened.Admitted.class);
        return (Opened.Admitted) opened;
    }

    private static Coverage coverage(Reply reply) {
        return reply.answer().coverages().getFirst();
    }

    private static Opened refused(CardRefusal why) {
        return new Opened.Refused(why);
    }

    // What is admitted.

    @Test
    void aCardInForceOpensItsHoldersEligibilityWithTheLimitButWithoutTheDisease() {
        Opened.Admitted opened = admitted(enrolled(1, card()).at(cards(), KIOSK, DAY));

        assertThat(coverage(opened.reply()).id().number()).isEqualTo(who(1));
        assertThat(coverage(opened.reply()).limit()).isPresent();
        assertThat(coverage(opened.reply()).diseases()).isEmpty();
        assertThat(opened.standing()).isEqualTo(new CertificateStanding.Current());
        assertThat(opened.certificateEnd()).isEqualTo(FAR_OFF);
        assertThat(log()).containsExactly("ADMITTED");
    }

    @Test
    void aCertificateThatEndsSoonOpensAllWithTheRenewalAlert() {
        Opened.Admitted opened =
                admitted(enrolled(1, ending(TokenKind.CARD, DAY)).at(cards(), KIOSK, DAY));

        assertThat(opened.standing()).isEqualTo(new CertificateStanding.RenewalAlert());
        assertThat(coverage(opened.reply()).limit()).isPresent();
    }

    @Test
    void aCertificateOfTheNextCardOpensLikeTodays() {
        TestCard next = enrolled(1, TestCard.next(authority, LocalDate.of(2026, 4, 1), LocalDate.of(2036, 5, 3)));

        assertThat(coverage(admitted(next.at(cards(), KIOSK, DAY)).reply()).id().number())
                .isEqualTo(who(1));
    }

    @Test
    void phonesOpenWithCertificatesOfTheirOwn() {
        for (TokenKind phone : List.of(TokenKind.ANDROID, TokenKind.IPHONE)) {
            TestCard held = enrolled(1, ending(phone, FAR_OFF));
            assertThat(admitted(held.at(cards(), KIOSK, DAY)).reply().answer()).isInstanceOf(Answer.Active.class);
        }
    }

    // Grace.

    @Test
    void anExpiredCardInGraceOpensEligibilityOnlyAndTakesNoConsent() {
        CardAuthentication cards = cards();
        Opened.Admitted opened = admitted(
                enrolled(1, ending(TokenKind.CARD, LocalDate.of(2026, 8, 1))).at(cards, KIOSK, DAY));

        assertThat(opened.standing()).isEqualTo(new CertificateStanding.Grace(LocalDate.of(2026, 11, 30)));
        assertThat(opened.standing().scope()).isEqualTo(CertificateStanding.Scope.ELIGIBILITY_ONLY);
        assertThat(opened.reply().answer()).isInstanceOf(Answer.Active.class);
        assertThat(coverage(opened.reply()).limit()).isEmpty();
        assertThat(coverage(opened.reply()).diseases()).isEmpty();
        assertThat(cards.consent(new ConsentAnswers(opened.opening(), Set.of(ConsentScope.DISEASES), Set.of(), KIOSK)))
                .isEqualTo(new Consented.NotTaken());
        assertThat(registers.about(number(1), Optional.empty()).consents(KIOSK.facility(), clock.instant()))
                .isEmpty();
        assertThat(log()).containsExactly("ADMITTED_IN_GRACE");
    }

    @Test
    void graceEndsWithTheThirdMonthAfterTheMonthOfExpiry() {
        TestCard card = enrolled(1, ending(TokenKind.CARD, LocalDate.of(2026, 8, 1)));
        CardAuthentication cards = cards();

        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-30T14:59:59Z")));
        assertThat(card.at(cards, KIOSK, DAY)).isInstanceOf(Opened.Admitted.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(card.at(cards, KIOSK, DAY)).isEqualTo(refused(CardRefusal.EXPIRED));
    }

    @Test
    void anExpiredPhoneIsRefusedAtOnce() {
        TestCard phone = enrolled(1, ending(TokenKind.ANDROID, DAY.minusDays(1)));

        assertThat(phone.at(cards(), KIOSK, DAY)).isEqualTo(refused(CardRefusal.EXPIRED));
    }

    @Test
    void anExpiredPhoneGetsNoGraceByBeingCalledACard() {
        TestCard phone = enrolled(1, ending(TokenKind.ANDROID, DAY.minusDays(1)));

        assertThat(phone.as(TokenKind.CARD).at(cards(), KIOSK, DAY)).isEqualTo(refused(CardRefusal.WRONG_TOKEN));
    }

    @Test
    void aRevokedCardHasNoGrace() {
        TestCard card = enrolled(1, ending(TokenKind.CARD, DAY.minusDays(1)));
        authority.revoke(card.serial(), RevocationReason.SUPERSEDED, clock.instant());

        assertThat(card.at(cards(), KIOSK, DAY)).isEqualTo(refused(CardRefusal.REVOKED));
    }

    @Test
    void aCertificateIsNotValidBeforeItsTermButForTheDifferenceOfClocks() {
        TestCard tomorrow = enrolled(1, TestCard.issue(authority, TokenKind.CARD, DAY.plusDays(1), FAR_OFF));
        CardAuthentication cards = cards();

        assertThat(tomorrow.at(cards, KIOSK, DAY)).isEqualTo(refused(CardRefusal.NOT_YET_VALID));
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-21T23:55:00Z")));
        assertThat(tomorrow.at(cards, KIOSK, DAY)).isInstanceOf(Opened.Admitted.class);
    }

    // Revocation.

    @Test
    void aRevokedCardIsRefusedAndAHeldOneUntilItIsReleased() {
        TestCard card = enrolled(1, card());
        CardAuthentication cards = cards();

        authority.hold(card.serial(), clock.instant());
        assertThat(card.at(cards, KIOSK, DAY)).isEqualTo(refused(CardRefusal.ON_HOLD));
        authority.release(card.serial(), clock.instant());
        assertThat(card.at(cards, KIOSK, DAY)).isInstanceOf(Opened.Admitted.class);
        authority.revoke(card.serial(), RevocationReason.CESSATION, clock.instant());
        assertThat(card.at(cards, KIOSK, DAY)).isEqualTo(refused(CardRefusal.REVOKED));
        assertThat(log()).containsExactly("ON_HOLD", "ADMITTED", "REVOKED");
    }

    @Test
    void whereNobodyTellsOfRevocationTheCardIsRefusedOrTheLogSaysThatItWasNotConfirmed() {
        TestCard card = enrolled(1, card());
        statuses = (certificate, now) -> new RevocationStatus.Unconfirmed();

        assertThat(card.at(cards(), KIOSK, DAY)).isEqualTo(refused(CardRefusal.STATUS_UNCONFIRMED));
        CardAuthentication lenient = cards(
                new Trust(Trust.Accept.SIMULATION, authority.roots()),
                CardTerms.bundled().whenUnconfirmed(CardTerms.Silence.ADMIT));
        assertThat(card.at(lenient, KIOSK, DAY)).isInstanceOf(Opened.Admitted.class);
        assertThat(logged("unconfirmed", Boolean.class)).containsExactly(false, true);
    }

    // Forgery.

    @Test
    void aSimulatedCardIsNothingInProduction() {
        TestCard card = enrolled(1, card());

        assertThat(card.at(cards(new Trust(Trust.Accept.PRODUCTION, List.of()), CardTerms.bundled()), KIOSK, DAY))
                .isEqualTo(refused(CardRefusal.UNKNOWN_ISSUER));
    }

    @Test
    void aForgedCertificateOfTheRightNameAndNumberIsRefused() throws Exception {
        TestCard card = enrolled(1, card());
        KeyPair forger = TestCard.keys();
        X509Certificate forged = Forgery.of(card.certificate(), forger);

        assertThat(forged.getIssuerX500Principal()).isEqualTo(card.certificate().getIssuerX500Principal());
        assertThat(forged.getSerialNumber()).isEqualTo(card.certificate().getSerialNumber());
        assertThat(card.with(forged).at(cards(), KIOSK, DAY)).isEqualTo(refused(CardRefusal.UNKNOWN_ISSUER));
    }

    @Test
    void anotherKeysSignatureIsRefused() {
        TestCard card = enrolled(1, card());
        TestCard other = TestCard.next(authority, LocalDate.of(2026, 4, 1), FAR_OFF);
        CardAuthentication cards = cards();
        Challenged.Issued nonce = (Challenged.Issued) cards.challenge(KIOSK);

        assertThat(cards.open(
                        card.presenting(nonce.name(), other.sign(nonce.nonce().bytes()), KIOSK, DAY)))
                .isEqualTo(refused(CardRefusal.WRONG_SIGNATURE));
    }

    @Test
    void whatIsNoCertificateForUserAuthenticationIsRefused() {
        TestCard root = card().with(authority.roots().getFirst());

        assertThat(root.presenting("x", Octets.of(), KIOSK, DAY)).isNotNull();
        CardAuthentication cards = cards();
        Challenged.Issued nonce = (Challenged.Issued) cards.challenge(KIOSK);
        assertThat(cards.open(root.presenting(nonce.name(), Octets.of(), KIOSK, DAY)))
                .isEqualTo(refused(CardRefusal.WRONG_CERTIFICATE));
    }

    // Nonces.

    @Test
    void aPresentationIsGoodForOneTimeOnly() {
        TestCard card = enrolled(1, card());
        CardAuthentication cards = cards();
        var presented = card.signing((Challenged.Issued) cards.challenge(KIOSK), KIOSK, DAY);

        assertThat(cards.open(presented)).isInstanceOf(Opened.Admitted.class);
        assertThat(cards.open(presented)).isEqualTo(refused(CardRefusal.STALE_NONCE));
        assertThat(cards.enrol(presented)).isEqualTo(refused(CardRefusal.STALE_NONCE));
        assertThat(log()).containsExactly("ADMITTED", "NONCE_USED", "NONCE_USED");
    }

    @Test
    void ofManyPresentationsAtOnceOneIsAdmitted() throws Exception {
        TestCard card = enrolled(1, card());
        CardAuthentication cards = cards();
        var presented = card.signing((Challenged.Issued) cards.challenge(KIOSK), KIOSK, DAY);
        List<Callable<Opened>> all = Collections.nCopies(12, () -> cards.open(presented));
        List<Opened> told = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Opened> one : threads.invokeAll(all)) {
                told.add(one.get());
            }
        }

        assertThat(told).filteredOn(Opened.Admitted.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(refused(CardRefusal.STALE_NONCE)::equals).hasSize(11);
    }

    /** Two objects over one database are what two processes of a hub are. */
    @Test
    void aHubOfTwoProcessesTakesANonceOnceAndTheConsentsAtEither() throws Exception {
        TestCard card = enrolled(1, card());
        CardAuthentication one = cards();
        CardAuthentication other = cards();
        var presented = card.signing((Challenged.Issued) one.challenge(KIOSK), KIOSK, DAY);
        List<Callable<Opened>> both = List.of(() -> one.open(presented), () -> other.open(presented));
        List<Opened.Admitted> admitted = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Opened> told : threads.invokeAll(both)) {
                if (told.get() instanceof Opened.Admitted opened) {
                    admitted.add(opened);
                }
            }
        }

        assertThat(admitted).hasSize(1);
        ConsentAnswers answers =
                new ConsentAnswers(admitted.getFirst().opening(), Set.of(ConsentScope.DISEASES), Set.of(), KIOSK);
        assertThat(one.consent(answers)).isInstanceOf(Consented.Recorded.class);
        assertThat(other.consent(answers)).isInstanceOf(Consented.Recorded.class);
    }

    @Test
    void whatIsOverIsForgotten() {
        CardAuthentication cards = cards();
        admitted(enrolled(1, card()).at(cards, KIOSK, DAY));
        clock.advance(CardTerms.bundled().openingLife());
        admitted(enrolled(2, card()).at(cards, KIOSK, DAY));

        for (String table : List.of("card_nonce", "card_opening")) {
            assertThat(JdbcClient.create(DATABASE)
                            .sql("select count(*) from hub." + table + " where until <= ?")
                            .param(clock.instant().atOffset(java.time.ZoneOffset.UTC))
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aFailedPresentationUsesItsNonceUpToo() {
        TestCard card = enrolled(1, card());
        CardAuthentication cards = cards();
        Challenged.Issued nonce = (Challenged.Issued) cards.challenge(KIOSK);

        assertThat(cards.open(card.presenting(nonce.name(), Octets.of(), KIOSK, DAY)))
                .isEqualTo(refused(CardRefusal.WRONG_SIGNATURE));
        assertThat(cards.open(card.signing(nonce, KIOSK, DAY))).isEqualTo(refused(CardRefusal.STALE_NONCE));
    }

    @Test
    void aNonceServesTheFacilityOnlyThatAskedForIt() {
        TestCard card = enrolled(1, card());
        CardAuthentication cards = cards();
        Challenged.Issued nonce = (Challenged.Issued) cards.challenge(ELSEWHERE);

        assertThat(cards.open(card.signing(nonce, KIOSK, DAY))).isEqualTo(refused(CardRefusal.STALE_NONCE));
        assertThat(cards.open(card.signing(nonce, ELSEWHERE, DAY))).isInstanceOf(Opened.Admitted.class);
        assertThat(log()).containsExactly("NONCE_OF_ANOTHER", "ADMITTED");
    }

    @Test
    void anInventedOrOutdatedNonceIsRefused() {
        TestCard card = enrolled(1, card());
        CardAuthentication cards = cards();
        Challenged.Issued nonce = (Challenged.Issued) cards.challenge(KIOSK);
        clock.advance(CardTerms.bundled().nonceLife());

        assertThat(clock.instant()).isEqualTo(nonce.until());
        assertThat(cards.open(card.signing(nonce, KIOSK, DAY))).isEqualTo(refused(CardRefusal.STALE_NONCE));
        assertThat(cards.open(card.presenting("invented", card.sign(new byte[32]), KIOSK, DAY)))
                .isEqualTo(refused(CardRefusal.STALE_NONCE));
        assertThat(log()).containsExactly("NONCE_EXPIRED", "NONCE_UNKNOWN");
    }

    @Test
    void aFacilityThatHoardsNoncesShutsOutItselfOnly() {
        Caller hoarder = new Caller(new MedicalInstitutionCode("1329999913"), "kiosk", "unattended");
        CardAuthentication cards = cards();
        Set<Octets> nonces = new HashSet<>();
        for (int held = 0; held < CardTerms.bundled().noncesEach(); held++) {
            nonces.add(((Challenged.Issued) cards.challenge(hoarder)).nonce());
        }

        assertThat(nonces)
                .hasSize(CardTerms.bundled().noncesEach())
                .allSatisfy(nonce -> assertThat(nonce.size()).isEqualTo(32));
        assertThat(cards.challenge(hoarder)).isInstanceOf(Challenged.Unreachable.class);
        assertThat(cards.challenge(ELSEWHERE)).isInstanceOf(Challenged.Issued.class);
        clock.advance(CardTerms.bundled().nonceLife());
        assertThat(cards.challenge(hoarder)).isInstanceOf(Challenged.Issued.class);
    }

    // Whose card it is.

    @Test
    void aGenuineCardOfNobodyLooksExactlyLikeAHiddenPersons() {
        TestCard nobodys = card();
        TestCard hidden = enrolled(1, card());
        TestCard hiddenAndNotEnrolled = linked(2, card());
        TestCard hiddenPhone = enrolled(3, ending(TokenKind.IPHONE, FAR_OFF));
        IntStream.rangeClosed(1, 3).forEach(person -> taken(registers.suppress(number(person), "test")));
        CardAuthentication cards = cards();

        String told = told(cards, nobodys);
        assertThat(told).contains("notFound");
        for (TestCard card : List.of(hidden, hiddenAndNotEnrolled, hiddenPhone.as(TokenKind.CARD))) {
            assertThat(told(cards, card)).isEqualTo(told);
        }
        assertThat(new HashSet<>(log())).containsExactly("ADMITTED");
    }

    /** Everything a reader is told about a card, opened, enrolled and asked for consent, without the names and numbers of the single occasion. */
    private static String told(CardAuthentication cards, TestCard card) {
        Opened.Admitted opened = admitted(card.at(cards, KIOSK, DAY));
        Consented consented =
                cards.consent(new ConsentAnswers(opened.opening(), Set.of(ConsentScope.MEDICINES), Set.of(), KIOSK));
        Opened.Admitted enrolled = admitted(card.enrolled(cards, KIOSK, DAY));
        return (CoreJson.mapper().writeValueAsString(opened)
                        + CoreJson.mapper().writeValueAsString(enrolled)
                        + CoreJson.mapper().writeValueAsString(consented))
                .replaceAll("\"opening\":\"[^\"]+\"", "")
                .replaceAll("\"verification\":[0-9]+", "");
    }

    @Test
    void afterARenewalTheNewCertificateOpensAndTheOldOneNoLonger() {
        TestCard old = enrolled(1, card());
        TestCard renewed = card();
        CardAuthentication cards = cards();

        taken(registers.renewCard(old.serial(), renewed.serial(), TokenKind.CARD, DAY, "test"));

        assertThat(coverage(admitted(renewed.at(cards, KIOSK, DAY)).reply())
                        .id()
                        .number())
                .isEqualTo(who(1));
        assertThat(admitted(old.at(cards, KIOSK, DAY)).reply().answer()).isEqualTo(new Answer.NotFound());
        authority.revoke(old.serial(), RevocationReason.SUPERSEDED, clock.instant());
        assertThat(old.at(cards, KIOSK, DAY)).isEqualTo(refused(CardRefusal.REVOKED));
    }

    // Enrolment on the spot.

    @Test
    void aCardThatIsNotEnrolledCanBeEnrolledOnTheSpot() {
        TestCard card = linked(1, card());
        CardAuthentication cards = cards();

        assertThat(card.at(cards, KIOSK, DAY)).isEqualTo(new Opened.NotEnrolled(true, FAR_OFF));
        assertThat(coverage(admitted(card.enrolled(cards, KIOSK, DAY)).reply())
                        .id()
                        .number())
                .isEqualTo(who(1));
        assertThat(admitted(card.at(cards, KIOSK, DAY)).reply().answer()).isInstanceOf(Answer.Active.class);
        assertThat(admitted(card.enrolled(cards, KIOSK, DAY)).reply().answer()).isInstanceOf(Answer.Active.class);
        assertThat(log()).containsExactly("NOT_ENROLLED", "ENROLLED", "ADMITTED", "ADMITTED");
        assertThat(registers.about(number(1), Optional.empty()).isEnrolled(DAY)).isTrue();
    }

    @Test
    void neitherAPhoneNorAnExpiredCardIsEnrolledOnTheSpot() {
        TestCard phone = linked(1, ending(TokenKind.IPHONE, FAR_OFF));
        TestCard expired = linked(2, ending(TokenKind.CARD, DAY.minusDays(1)));
        CardAuthentication cards = cards();

        for (TestCard card : List.of(phone, expired)) {
            assertThat(card.at(cards, KIOSK, DAY))
                    .isInstanceOfSatisfying(
                            Opened.NotEnrolled.class,
                            told -> assertThat(told.enrollable()).isFalse());
            assertThat(card.enrolled(cards, KIOSK, DAY)).isEqualTo(refused(CardRefusal.NOT_ENROLLABLE));
        }
        assertThat(registers.about(number(1), Optional.empty()).isEnrolled(DAY)).isFalse();
    }

    // Consents.

    @Test
    void consentsHoldADayAndTheDiseaseIsShownOnceItIsConsentedTo() {
        TestCard card = enrolled(1, card());
        CardAuthentication cards = cards();
        String opening = admitted(card.at(cards, KIOSK, DAY)).opening();

        Consented.Recorded given = (Consented.Recorded) cards.consent(new ConsentAnswers(
                opening, Set.of(ConsentScope.MEDICINES, ConsentScope.DISEASES), Set.of(ConsentScope.TREATMENT), KIOSK));

        assertThat(coverage(given.reply()).diseases()).hasSize(1);
        assertThat(coverage(given.reply()).limit()).isPresent();
        assertThat(given.until())
                .isEqualTo(Map.of(
                        ConsentScope.MEDICINES,
                        Instant.parse("2026-11-22T01:00:00Z"),
                        ConsentScope.DISEASES,
                        Instant.parse("2026-11-22T01:00:00Z")));
        clock.advance(Duration.ofMinutes(1));
        Consented.Recorded taken = (Consented.Recorded) cards.consent(
                new ConsentAnswers(opening, Set.of(), Set.of(ConsentScope.DISEASES, ConsentScope.LIMIT), KIOSK));
        assertThat(coverage(taken.reply()).diseases()).isEmpty();
        assertThat(coverage(taken.reply()).limit()).isEmpty();
        Standing standing = registers.about(number(1), Optional.empty());
        assertThat(standing.consents(KIOSK.facility(), clock.instant()))
                .extracting(Kept.Consent::scope)
                .containsExactly(ConsentScope.MEDICINES);
    }

    @Test
    void aConsentToVisitsIsTakenWithinAnOpeningOfTheCardOnlyAndSaysHowTheHolderWasIdentified() {
        TestCard card = enrolled(1, card());
        CardAuthentication cards = cards();
        String opening = admitted(card.at(cards, KIOSK, DAY)).opening();
        String nobodys = admitted(card().at(cards, KIOSK, DAY)).opening();

        assertThat(cards.visit(visit(opening, false, ELSEWHERE))).isInstanceOf(Filed.Refused.class);
        assertThat(cards.visit(visit(nobodys, false, KIOSK))).isInstanceOf(Filed.Refused.class);
        assertThat(cards.visit(visit(opening, false, KIOSK))).isInstanceOf(Filed.Taken.class);
        assertThat(JdbcClient.create(DATABASE)
                        .sql("select body from hub.register_fact where kind = 'VISIT_CONSENT' and not withdrawn")
                        .query(String.class)
                        .list())
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("\"HOME\"", "\"method\":", "1319999913");
        assertThat(cards.visit(visit(opening, true, KIOSK))).isInstanceOf(Filed.Taken.class);
        assertThat(cards.visit(visit(opening, true, KIOSK))).isInstanceOf(Filed.Refused.class);
        clock.advance(CardTerms.bundled().openingLife());
        assertThat(cards.visit(visit(opening, false, KIOSK))).isInstanceOf(Filed.Refused.class);
    }

    private static VisitAnswer visit(String opening, boolean takenBack, Caller caller) {
        return new VisitAnswer(opening, VisitKind.HOME, Optional.empty(), takenBack, caller);
    }

    @Test
    void anOpeningIsForItsOwnFacilityAndNotForEver() {
        TestCard card = enrolled(1, card());
        CardAuthentication cards = cards();
        String opening = admitted(card.at(cards, KIOSK, DAY)).opening();

        assertThat(cards.consent(new ConsentAnswers(opening, Set.of(ConsentScope.MEDICINES), Set.of(), ELSEWHERE)))
                .isEqualTo(new Consented.Stale());
        clock.advance(CardTerms.bundled().openingLife());
        assertThat(cards.consent(new ConsentAnswers(opening, Set.of(ConsentScope.MEDICINES), Set.of(), KIOSK)))
                .isEqualTo(new Consented.Stale());
        assertThat(registers.about(number(1), Optional.empty()).consents(KIOSK.facility(), clock.instant()))
                .isEmpty();
    }

    // The centre, the log, and trouble.

    @Test
    void theCentreAnswersForACardThatIsReadWithoutPin() {
        CardAuthentication cards = cards();
        byte[] challenge = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        CentreAnswer.Given certificate = (CentreAnswer.Given) cards.terminalCertificate(KIOSK);
        CentreAnswer.Given answer = (CentreAnswer.Given) cards.answerCardChallenge(Octets.of(challenge), KIOSK);

        assertThat(TerminalCertificate.verify(certificate.bytes(), centre.reference()))
                .hasValueSatisfying(key -> assertThat(TerminalCertificate.isSigned(
                                key, challenge, answer.bytes().bytes()))
                        .isTrue());
        assertThat(cards.answerCardChallenge(Octets.of(new byte[15]), KIOSK))
                .isInstanceOf(CentreAnswer.Unreachable.class);
    }

    @Test
    void theLogTellsWhoOpenedHowAndNothingOfTheCertificateAndIsNeverChanged() {
        TestCard card = enrolled(1, card());
        long verification =
                admitted(card.at(cards(), KIOSK, DAY)).reply().verification().orElseThrow();

        assertThat(logged(
                        "cast((facility, terminal, operator, purpose, token, method, outcome, unconfirmed, verification) as text)",
                        String.class))
                .containsExactly("(1319999913,kiosk,unattended,OPEN,CARD,FACE,ADMITTED,f," + verification + ")");
        for (String change : List.of(
                "delete from hub.card_authentication",
                "update hub.card_authentication set outcome = 'REVOKED'",
                "truncate hub.card_authentication")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> JdbcClient.create(DATABASE).sql(change).update())
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void aHubThatIsDownIsToldAsSuchAndNotAsNotCovered() {
        HikariDataSource breaking = Databases.fresh();
        CardAuthentication cards = cards(breaking);
        var presented = card().signing((Challenged.Issued) cards.challenge(KIOSK), KIOSK, DAY);
        breaking.close();

        assertThat(cards.open(presented))
                .isInstanceOfSatisfying(
                        Opened.Unreachable.class,
                        told -> assertThat(told.trouble().cause()).isEqualTo(Answer.Cause.HUB));
    }
}
