package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CardRefusal;
import madoguchi.core.CentreAnswer;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Challenged;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.ConsentScope;
import madoguchi.core.Consented;
import madoguchi.core.Filed;
import madoguchi.core.Identification;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.Presentation;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.hub.HttpCardHub;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.Registers;
import madoguchi.hub.Registrations;
import madoguchi.hub.Source;
import madoguchi.hub.StatusApi;
import madoguchi.jpki.CardProfile;
import madoguchi.jpki.CertificateOrder;
import madoguchi.jpki.Checked;
import madoguchi.jpki.Courier;
import madoguchi.jpki.Issued;
import madoguchi.jpki.ListSource;
import madoguchi.jpki.OcspSource;
import madoguchi.jpki.RevocationReason;
import madoguchi.jpki.RevocationStatus;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.TerminalCertificate;
import madoguchi.jpki.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader at a facility and a hub elsewhere, over mutual TLS; the authority is also used from outside the hub, as the command line does. */
class CardOverTlsTest {

    private static final Clock CLOCK = Clock.system(Server.TOKYO);
    private static final String FACILITY = "1319999913";
    private static final Caller KIOSK = new Caller(new MedicalInstitutionCode(FACILITY), "kiosk", "unattended");
    private static final InventedFile PEOPLE = new InventedFile(1, 2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static Settings settings;
    private static Server server;
    private static SimulatedAuthority authority;
    private static Registers registers;

    @BeforeAll
    static void start() throws Exception {
        settings = TestSettings.hub(data, "localhost", FACILITY);
        server = Server.start(settings, CLOCK);
        authority = CardKeys.authority(data, settings.machinePort());
        registers = new Registers(server.bean(DataSource.class), Optional.of(server.bean(RegisterIndex.class)), CLOCK);
        server.bean(Registrations.class)
                .take(Source.of(PEOPLE.write(data)), rows -> {})
                .orElseThrow();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static CardHub reader(String facility) throws Exception {
        return new HttpCardHub(Tls.client(new DevelopmentCa(settings.pki(), CLOCK), facility), base(), PATIENCE);
    }

    private static URI base() {
        return URI.create("https://localhost:" + settings.machinePort());
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(CLOCK.instant(), Server.TOKYO);
    }

    private static Subject.ByNumber person(int line) {
        return new Subject.ByNumber(PEOPLE.insured(line), InventedFile.BIRTH);
    }

    private static Issued card(LocalDate lastDay) {
        return authority.issue(
                new CertificateOrder("OPAQUE", TokenKind.CARD, CardProfile.NEXT, before(lastDay), lastDay));
    }

    private static Instant before(LocalDate lastDay) {
        LocalDate first = today().isBefore(lastDay) ? today() : lastDay;
        return first.minusMonths(2).atStartOfDay(Server.TOKYO).toInstant();
    }

    private static Presentation present(Issued card, Challenged.Issued nonce) throws Exception {
        Signature signing = Signature.getInstance(CardProfile.NEXT.signature());
        signing.initSign(card.key());
        signing.update(nonce.nonce().bytes());
        return new Presentation(
                nonce.name(),
                Octets.of(card.certificate().getEncoded()),
                Octets.of(signing.sign()),
                TokenKind.CARD,
                Identification.PIN,
                today(),
                false,
                KIOSK);
    }

    private static Presentation present(Issued card, CardHub hub) throws Exception {
        return present(card, (Challenged.Issued) hub.challenge(KIOSK));
    }

    @Test
    void aCardIsEnrolledOpenedConsentedToAndAtLastRevoked() throws Exception {
        CardHub hub = reader(FACILITY);
        LocalDate end = today().plusYears(3);
        Issued card = card(end);
        assertThat(registers.linkCard(person(0), card.serial(), TokenKind.CARD, today(), "test"))
                .isInstanceOf(Filed.Taken.class);

        assertThat(hub.open(present(card, hub))).isEqualTo(new Opened.NotEnrolled(true, end));
        Opened.Admitted opened = (Opened.Admitted) hub.enrol(present(card, hub));
        assertThat(opened.reply().answer().coverages().getFirst().id()).isEqualTo(PEOPLE.insured(0));
        assertThat(opened.reply().proof()).isPresent();
        assertThat(opened.standing()).isEqualTo(new CertificateStanding.Current());
        assertThat(hub.consent(new ConsentAnswers(opened.opening(), Set.of(ConsentScope.MEDICINES), Set.of(), KIOSK)))
                .isInstanceOfSatisfying(
                        Consented.Recorded.class,
                        recorded -> assertThat(recorded.until()).containsOnlyKeys(ConsentScope.MEDICINES));

        Presentation once = present(card, hub);
        assertThat(hub.open(once)).isInstanceOf(Opened.Admitted.class);
        assertThat(hub.open(once)).isEqualTo(new Opened.Refused(CardRefusal.STALE_NONCE));

        assertThat(authority.revoke(card.serial(), RevocationReason.CESSATION, CLOCK.instant()))
                .isTrue();
        assertThat(hub.open(present(card, hub))).isEqualTo(new Opened.Refused(CardRefusal.REVOKED));
    }

    @Test
    void anExpiredCardInGraceOpensEligibilityOnlyByTheRulesInForce() throws Exception {
        CardHub hub = reader(FACILITY);
        Issued card = card(today().minusDays(1));
        registers.linkCard(person(1), card.serial(), TokenKind.CARD, today(), "test");
        registers.enrol(person(1), today(), "test");

        assertThat(hub.open(present(card, hub)))
                .isInstanceOfSatisfying(
                        Opened.Admitted.class,
                        opened -> assertThat(opened.standing().scope())
                                .isEqualTo(CertificateStanding.Scope.ELIGIBILITY_ONLY));
    }

    @Test
    void anotherFacilitysReaderMaySpeakForItselfOnly() throws Exception {
        CardHub other = reader("1310000001");
        CardHub hub = reader(FACILITY);

        assertThat(other.challenge(KIOSK))
                .isInstanceOfSatisfying(
                        Challenged.Unreachable.class,
                        told -> assertThat(told.trouble().cause()).isEqualTo(Answer.Cause.REFUSED));
        assertThat(other.open(present(card(today().plusYears(1)), hub))).isInstanceOf(Opened.Unreachable.class);
    }

    @Test
    void theCentreUnlocksACardFromAfar() throws Exception {
        CardHub hub = reader(FACILITY);
        byte[] challenge = new byte[16];
        CentreAnswer.Given certificate = (CentreAnswer.Given) hub.terminalCertificate(KIOSK);
        CentreAnswer.Given answer = (CentreAnswer.Given) hub.answerCardChallenge(Octets.of(challenge), KIOSK);

        assertThat(TerminalCertificate.verify(
                        certificate.bytes(), CardKeys.centre(data).reference()))
                .hasValueSatisfying(key -> assertThat(TerminalCertificate.isSigned(
                                key, challenge, answer.bytes().bytes()))
                        .isTrue());
    }

    @Test
    void whoeverIsARegisteredVerifierAsksResponderAndList() throws Exception {
        HttpClient client = Tls.client(new DevelopmentCa(settings.pki(), CLOCK), FACILITY);
        Issued card = card(today().plusYears(1));
        Checked.Genuine genuine = (Checked.Genuine) new Trust(Trust.Accept.SIMULATION, authority.roots())
                .check(Octets.of(card.certificate().getEncoded()));
        Duration skew = Duration.ofMinutes(5);
        var ocsp = new OcspSource(Courier.posting(client, base().resolve(StatusApi.OCSP), PATIENCE), skew);
        var list = new ListSource(Courier.getting(client, base().resolve(StatusApi.LISTS), PATIENCE), skew);

        assertThat(ocsp.ask(genuine, CLOCK.instant())).isEqualTo(new RevocationStatus.Good());
        assertThat(list.ask(genuine, CLOCK.instant())).isEqualTo(new RevocationStatus.Good());
        authority.hold(card.serial(), CLOCK.instant());
        assertThat(ocsp.ask(genuine, CLOCK.instant())).isInstanceOf(RevocationStatus.OnHold.class);
        assertThat(list.ask(genuine, CLOCK.instant())).isInstanceOf(RevocationStatus.OnHold.class);
    }

    @Test
    void whatIsNoRequestIsRefusedWithoutRepeatingIt() throws Exception {
        HttpClient client = Tls.client(new DevelopmentCa(settings.pki(), CLOCK), FACILITY);

        assertThat(post(client, "/api/card/openings", "{\"certificate\":\"secret\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(client, "/api/card/openings", "null").statusCode()).isEqualTo(400);
        assertThat(post(client, "/api/card/challenges", "{\"patient\":\"secret\"}")
                        .body())
                .doesNotContain("secret", "patient");
        assertThat(post(client, "/api/card/openings", "\"" + "x".repeat(20_000) + "\"")
                        .statusCode())
                .isEqualTo(413);
        assertThat(post(client, "/api/card/nothing", "{}").statusCode()).isIn(403, 404);
    }

    private static HttpResponse<String> post(HttpClient client, String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(base().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aHubThatIsNotThereIsNoAnswer() throws Exception {
        CardHub nobody = new HttpCardHub(
                Tls.client(new DevelopmentCa(settings.pki(), CLOCK), FACILITY),
                URI.create("https://localhost:" + DemoTown.freePort()),
                PATIENCE);

        assertThat(nobody.challenge(KIOSK))
                .isInstanceOfSatisfying(
                        Challenged.Unreachable.class,
                        told -> assertThat(told.trouble().cause()).isEqualTo(Answer.Cause.NETWORK));
    }
}
