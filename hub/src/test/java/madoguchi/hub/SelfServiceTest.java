package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.CardRefusal;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Challenged;
import madoguchi.core.ConsentScope;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Inquiry;
import madoguchi.core.InquiryKind;
import madoguchi.core.Look;
import madoguchi.core.Octets;
import madoguchi.core.Period;
import madoguchi.core.PersonKey;
import madoguchi.core.SelfEntry;
import madoguchi.core.SelfEntry.Entered;
import madoguchi.core.SelfRecord;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.core.VisitKind;
import madoguchi.fixture.MovableClock;
import madoguchi.jpki.Checked;
import madoguchi.jpki.RevocationReason;
import madoguchi.jpki.RevocationStatus;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person at the portal: who comes in by which card, what the registers tell that person, and what the person may change. */
class SelfServiceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 4, 1);
    private static final LocalDate FAR_OFF = LocalDate.of(2029, 5, 3);
    private static final int PEOPLE = 40;
    private static final HikariDataSource DATABASE = Databases.fresh();
    private static final AtomicInteger SEATS = new AtomicInteger();

    @TempDir
    static Path folder;

    private static SimulatedAuthority authority;

    private final MovableClock clock = new MovableClock("2026-11-21T01:00:00Z");
    private final RegisterHub hub = new RegisterHub(DATABASE, clock);
    private final Registers registers = new Registers(DATABASE, Optional.empty(), clock);
    private final SelfRegister register = new SelfRegister(DATABASE, registers, clock);
    private final int seat = SEATS.getAndIncrement();
    private SelfAuthentication door;

    @BeforeAll
    static void people() {
        authority = SimulatedAuthority.open(folder, URI.create("http://localhost/ocsp"));
        List<Map<String, String>> people = new ArrayList<>();
        IntStream.rangeClosed(1, PEOPLE).forEach(person -> people.add(line(person)));
        new Registrations(
                        DATABASE,
                        Optional.empty(),
                        new SecretKeySpec(new byte[32], "HmacSHA256"),
                        new MovableClock("2026-11-21T00:00:00Z"))
                .take(Source.of("a.csv", lines(people).utf8()), rows -> {})
                .orElseThrow();
    }

    @AfterAll
    static void closeAll() {
        DATABASE.close();
    }

    @BeforeEach
    void open() {
        door = new SelfAuthentication(
                DATABASE,
                registers,
                new Trust(Trust.Accept.SIMULATION, authority.roots()),
                SelfServiceTest::status,
                SelfServiceTest::standing,
                CardTerms.bundled(),
                clock);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private static RevocationStatus status(Checked.Genuine certificate, Instant now) {
        return authority.issued().stream()
                .filter(issued -> issued.serial().equals(certificate.serial()))
                .map(issued -> issued.status())
                .findFirst()
                .orElse(new RevocationStatus.Unknown());
    }

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

    private Subject.ByNumber number() {
        return new Subject.ByNumber(Said.id("138016", "12-34", Integer.toString(500_001 + seat), "02"), Said.BIRTH);
    }

    private TestCard linked(TestCard card) {
        assertThat(registers.linkCard(number(), card.serial(), card.token(), LONG_AGO, "test"))
                .isInstanceOf(Filed.Taken.class);
        return card;
    }

    private TestCard card(LocalDate end) {
        return TestCard.issue(authority, TokenKind.CARD, LONG_AGO, end);
    }

    private SelfEntry.Presented presented(TestCard card) {
        try {
            Challenged.Issued nonce = (Challenged.Issued) door.challenge();
            return new SelfEntry.Presented(
                    nonce.name(),
                    Octets.of(card.certificate().getEncoded()),
                    card.sign(nonce.nonce().bytes()),
                    card.token());
        } catch (java.security.cert.CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Entered enter(TestCard card) {
        return door.enter(presented(card));
    }

    private PersonKey person() {
        return ((Entered.Admitted) enter(linked(card(FAR_OFF)))).person().orElseThrow();
    }

    private SelfRecord record(PersonKey person) {
        return register.record(person, DAY, Optional.empty());
    }

    // Who comes in.

    @Test
    void aCardLogsItsHolderInWithoutAnEnrolmentAndWithoutAnEntryInTheLogOfInquiries() {
        long before = register.newest();
        Entered.Admitted entered = (Entered.Admitted) enter(linked(card(FAR_OFF)));

        assertThat(record(entered.person().orElseThrow()).holder().orElseThrow().birth())
                .isEqualTo(Said.BIRTH);
        assertThat(record(entered.person().orElseThrow()).enrolled()).isEmpty();
        assertThat(entered.renewal()).isFalse();
        assertThat(register.newest()).isEqualTo(before);
    }

    @Test
    void aPhoneLogsInToo() {
        TestCard phone = linked(TestCard.issue(authority, TokenKind.IPHONE, LONG_AGO, FAR_OFF));
        assertThat(enter(phone)).isInstanceOf(Entered.Admitted.class);
        assertThat(enter(phone.as(TokenKind.CARD))).isEqualTo(new Entered.Refused(CardRefusal.WRONG_TOKEN));
    }

    @Test
    void aCertificateThatEndsSoonBringsTheRenewalAlertAndAnExpiredOneIsRefusedAlsoInGrace() {
        assertThat(((Entered.Admitted) enter(linked(card(DAY)))).renewal()).isTrue();
        assertThat(enter(linked(card(DAY.minusDays(1))))).isEqualTo(new Entered.Refused(CardRefusal.EXPIRED));
    }

    @Test
    void aRevokedCardAForeignSignatureAndAUsedNonceAreRefused() {
        TestCard card = linked(card(FAR_OFF));
        SelfEntry.Presented good = presented(card);
        assertThat(door.enter(good)).isInstanceOf(Entered.Admitted.class);
        assertThat(door.enter(good)).isEqualTo(new Entered.Refused(CardRefusal.STALE_NONCE));
        SelfEntry.Presented other = presented(card);
        assertThat(door.enter(
                        new SelfEntry.Presented(other.nonce(), other.certificate(), good.signature(), TokenKind.CARD)))
                .isEqualTo(new Entered.Refused(CardRefusal.WRONG_SIGNATURE));
        authority.revoke(card.serial(), RevocationReason.SUPERSEDED, clock.instant());
        assertThat(enter(card)).isEqualTo(new Entered.Refused(CardRefusal.REVOKED));
    }

    @Test
    void aHiddenPersonComesInLikeSomebodyNobodyKnowsAndReadsNothing() {
        TestCard card = linked(card(FAR_OFF));
        PersonKey known = ((Entered.Admitted) enter(card)).person().orElseThrow();
        inquire();
        registers.suppress(number(), "test");

        assertThat(enter(card)).isEqualTo(enter(card(FAR_OFF)));
        assertThat(record(known)).isEqualTo(SelfRecord.nothing());
        assertThat(register.looks(known, 10)).isEmpty();
        assertThat(register.enrol(known, DAY)).isInstanceOf(Filed.Refused.class);
        registers.unsuppress(number(), "test");
        assertThat(record(known).holder()).isPresent();
    }

    // What a passkey stands on.

    private SelfEntry.Backing backing(TestCard card, PersonKey person) {
        try {
            return new SelfEntry.Backing(
                    Octets.of(card.certificate().getEncoded()), card.token(), person, clock.instant());
        } catch (java.security.cert.CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private SelfEntry.Backing registered(TestCard card) {
        return backing(card, ((Entered.Admitted) enter(linked(card))).person().orElseThrow());
    }

    private void isEnded(SelfEntry.Backing backing) {
        assertThat(door.backed(backing)).isEqualTo(new SelfEntry.Backed.Ended());
    }

    /* What an open log-in is asked for at every request, too. */
    private void isTakenBack(SelfEntry.Backing backing) {
        assertThat(door.isTakenBack(backing)).isTrue();
        isEnded(backing);
    }

    @Test
    void aPasskeyStandsOnTheCertificateOfItsLogInWhateverElseIsEntered() {
        SelfEntry.Backing backing = registered(card(FAR_OFF));
        clock.advance(java.time.Duration.ofMinutes(1));
        registers.enrol(number(), DAY, "test");
        linked(TestCard.issue(authority, TokenKind.ANDROID, LONG_AGO, FAR_OFF));
        assertThat(door.backed(backing)).isEqualTo(new SelfEntry.Backed.Standing(FAR_OFF, false));
        assertThat(door.backed(registered(card(DAY)))).isEqualTo(new SelfEntry.Backed.Standing(DAY, true));
        assertThat(door.backed(new SelfEntry.Backing(
                        backing.certificate(), TokenKind.IPHONE, backing.person(), backing.since())))
                .isEqualTo(new SelfEntry.Backed.Ended());
        assertThat(door.backed(new SelfEntry.Backing(
                        backing.certificate(), TokenKind.CARD, new PersonKey(1_000_000), backing.since())))
                .isEqualTo(new SelfEntry.Backed.Ended());
    }

    @Test
    void aPasskeyEndsWithTheLinkItsRenewalRevocationAndTerm() {
        TestCard unlinked = card(FAR_OFF);
        TestCard renewed = card(FAR_OFF);
        TestCard revoked = card(FAR_OFF);
        TestCard expiring = card(DAY);
        SelfEntry.Backing first = registered(unlinked);
        SelfEntry.Backing second = registered(renewed);
        SelfEntry.Backing third = registered(revoked);
        SelfEntry.Backing fourth = registered(expiring);
        clock.advance(java.time.Duration.ofMinutes(1));
        assertThat(door.isTakenBack(first)).isFalse();
        registers.unlinkCard(unlinked.serial(), "test");
        assertThat(door.isTakenBack(first)).isTrue();
        linked(unlinked);
        isTakenBack(first);
        registers.renewCard(renewed.serial(), card(FAR_OFF).serial(), TokenKind.CARD, DAY, "test");
        isTakenBack(second);
        authority.revoke(revoked.serial(), RevocationReason.SUPERSEDED, clock.instant());
        isEnded(third);
        assertThat(door.backed(fourth)).isInstanceOf(SelfEntry.Backed.Standing.class);
        clock.advance(java.time.Duration.ofDays(1));
        isEnded(fourth);
    }

    @Test
    void aPasskeyEndsWithTheEnrolmentAndWithEverySuppressionAlsoAPassingOne() {
        TestCard card = card(FAR_OFF);
        registered(card);
        registers.enrol(number(), LONG_AGO, "test");
        SelfEntry.Backing enrolled =
                backing(card, ((Entered.Admitted) enter(card)).person().orElseThrow());
        clock.advance(java.time.Duration.ofMinutes(1));
        registers.endEnrolment(number(), DAY, "test");
        registers.enrol(number(), DAY, "test");
        isTakenBack(enrolled);

        SelfEntry.Backing later = backing(card, enrolled.person());
        assertThat(door.backed(later)).isInstanceOf(SelfEntry.Backed.Standing.class);
        clock.advance(java.time.Duration.ofMinutes(1));
        registers.suppress(number(), "test");
        isTakenBack(later);
        registers.unsuppress(number(), "test");
        isTakenBack(later);
    }

    @Test
    void everyLogInIsLoggedWithItsOutcome() {
        long before = count();
        enter(linked(card(FAR_OFF)));
        enter(linked(card(DAY.minusDays(1))));
        assertThat(JdbcClient.create(DATABASE)
                        .sql("select act || ' ' || outcome from hub.self_service order by id offset ?")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly("LOG_IN ADMITTED", "LOG_IN EXPIRED");
    }

    private static long count() {
        return JdbcClient.create(DATABASE)
                .sql("select count(*) from hub.self_service")
                .query(Long.class)
                .single();
    }

    // What is read.

    private void inquire() {
        var reply = hub.inquire(new Inquiry(number(), DAY, Optional.empty(), true, false, Said.CLINIC));
        assertThat(reply.answer()).isInstanceOf(Answer.Active.class);
    }

    @Test
    void whoeverLookedIsReadAtOnceWithPurposeAndAnswer() {
        PersonKey person = person();
        long before = register.newest();
        inquire();

        assertThat(register.newest()).isGreaterThan(before);
        assertThat(register.looks(person, 10)).singleElement().satisfies(look -> {
            assertThat(look.facility()).isEqualTo(Said.CLINIC.facility());
            assertThat(look.kind()).isEqualTo(InquiryKind.NUMBER);
            assertThat(look.purpose().ja()).startsWith("受付");
            assertThat(look.outcome().ja()).isEqualTo("有効");
            assertThat(look.at()).isEqualTo(clock.instant());
        });
        assertThat(register.looks(person, 10)).extracting(Look::limit).containsExactly(true);
    }

    @Test
    void whatInsurersHaveIssuedIsReadOnTheDaysItHolds() {
        PersonKey person = person();
        registers.issue(
                number(),
                new Kept.Certificate(number().insured().insurer(), LONG_AGO, Kept.Issuance.EX_OFFICIO),
                Period.through(LONG_AGO, DAY),
                "test");

        assertThat(record(person).issued()).singleElement().satisfies(paper -> {
            assertThat(paper.kind()).isEqualTo(SelfRecord.IssuedPaper.Kind.CERTIFICATE);
            assertThat(paper.issued()).isEqualTo(LONG_AGO);
        });
        assertThat(register.record(person, DAY.plusDays(1), Optional.empty()).issued())
                .isEmpty();
    }

    @Test
    void anEarlierStateOfKnowledgeIsReadAsItWas() {
        PersonKey person = person();
        Instant earlier = clock.instant().minusSeconds(7200);
        assertThat(register.record(person, DAY, Optional.of(earlier)).coverages())
                .isEmpty();
        assertThat(record(person).coverages()).hasSize(1);
    }

    // What is changed.

    @Test
    void enrolmentIsSwitchedOnAndOffAndOnAgainFromTheSameDay() {
        PersonKey person = person();
        assertThat(register.endEnrolment(person, DAY)).isInstanceOf(Filed.Refused.class);
        assertThat(register.enrol(person, DAY)).isInstanceOf(Filed.Taken.class);
        assertThat(record(person).enrolled()).contains(DAY);
        assertThat(register.endEnrolment(person, DAY)).isInstanceOf(Filed.Taken.class);
        assertThat(record(person).enrolled()).isEmpty();
        assertThat(register.enrol(person, DAY)).isInstanceOf(Filed.Taken.class);
        assertThat(record(person).enrolled()).contains(DAY);
    }

    @Test
    void aWithdrawnConsentIsGoneForTheFacilityAtOnce() {
        PersonKey person = person();
        Filing.Consent both = new Filing.Consent(
                number(), Set.of(ConsentScope.MEDICINES, ConsentScope.OPERATIONS), false, Said.CLINIC);
        assertThat(registers.file(both)).isInstanceOf(Filed.Taken.class);
        assertThat(record(person).consents()).hasSize(2);
        clock.advance(java.time.Duration.ofMinutes(1));

        assertThat(register.withdraw(person, Said.CLINIC.facility(), Set.of(ConsentScope.MEDICINES)))
                .isInstanceOf(Filed.Taken.class);

        assertThat(record(person).consents())
                .extracting(SelfRecord.GivenConsent::scope)
                .containsExactly(ConsentScope.OPERATIONS);
        assertThat(registers.about(number(), Optional.empty()).consents(Said.CLINIC.facility(), clock.instant()))
                .hasSize(1);
        assertThat(register.withdraw(person, Said.CLINIC.facility(), Set.of(ConsentScope.MEDICINES)))
                .isInstanceOf(Filed.Refused.class);
    }

    private void visit(VisitKind kind, Optional<LocalDate> day) {
        assertThat(registers.file(
                        new Filing.VisitConsent(number(), kind, day, madoguchi.core.Identification.PIN, Said.CLINIC)))
                .isInstanceOf(Filed.Taken.class);
    }

    @Test
    void aConsentToVisitsIsReadWithItsDaysAndTakenBackKindByKind() {
        PersonKey person = person();
        Instant first = clock.instant();
        visit(VisitKind.ONLINE, Optional.of(DAY.plusDays(9)));
        clock.advance(java.time.Duration.ofMinutes(1));
        visit(VisitKind.ONLINE, Optional.of(DAY.plusDays(2)));
        visit(VisitKind.HOME, Optional.empty());
        assertThat(record(person).visits())
                .containsExactly(
                        new SelfRecord.GivenVisit(
                                Said.CLINIC.facility(),
                                VisitKind.ONLINE,
                                first,
                                List.of(DAY.plusDays(2), DAY.plusDays(9))),
                        new SelfRecord.GivenVisit(Said.CLINIC.facility(), VisitKind.HOME, clock.instant(), List.of()));
        Instant before = clock.instant();
        clock.advance(java.time.Duration.ofMinutes(1));

        assertThat(register.withdrawVisits(person, Said.CLINIC.facility(), VisitKind.ONLINE))
                .isInstanceOf(Filed.Taken.class);

        assertThat(record(person).visits())
                .extracting(SelfRecord.GivenVisit::visit)
                .containsExactly(VisitKind.HOME);
        assertThat(register.record(person, DAY, Optional.of(before)).visits())
                .as("as known before, both")
                .hasSize(2);
        assertThat(register.withdrawVisits(person, Said.CLINIC.facility(), VisitKind.ONLINE))
                .isInstanceOf(Filed.Refused.class);
        registers.suppress(number(), "test");
        assertThat(record(person)).isEqualTo(SelfRecord.nothing());
        assertThat(register.withdrawVisits(person, Said.CLINIC.facility(), VisitKind.HOME))
                .isInstanceOf(Filed.Refused.class);
        assertThat(JdbcClient.create(DATABASE)
                        .sql("select act || ' ' || outcome from hub.self_service where person = ? order by id")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "LOG_IN ADMITTED",
                        "WITHDRAW_VISITS TAKEN",
                        "WITHDRAW_VISITS REFUSED",
                        "WITHDRAW_VISITS REFUSED");
    }
}
