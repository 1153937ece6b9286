package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import madoguchi.card.CardContents;
import madoguchi.card.Drawing;
import madoguchi.card.HolderAttributes;
import madoguchi.card.TokenProfile;
import madoguchi.card.TryCounters;
import madoguchi.card.VirtualCard;
import madoguchi.card.VpcdPlug;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CardRefusal;
import madoguchi.core.CardsTaken;
import madoguchi.core.CentreAnswer;
import madoguchi.core.Challenged;
import madoguchi.core.Identification;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.Presentation;
import madoguchi.core.Sex;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.hub.HttpCardHub;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.Registers;
import madoguchi.hub.Registrations;
import madoguchi.hub.Source;
import madoguchi.jpki.CardProfile;
import madoguchi.jpki.CertificateOrder;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.reader.KioskDevices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hub with {@code --card-trust} and a clinic elsewhere, over real HTTP: the roots, the responder and the list are a foreign authority's. With a PIN a card is read as any other; without, nobody here can, and it is said in words.
 */
class TrustedCardTest {

    private static final Clock CLOCK = Clock.system(Server.TOKYO);
    private static final MedicalInstitutionCode FACILITY = new MedicalInstitutionCode("1319999913");
    private static final Caller KIOSK = new Caller(FACILITY, "kiosk", "test");
    private static final InventedFile PEOPLE = new InventedFile(4, 2);
    private static final KeyPair KEYS = CardProfile.CURRENT.newKeys();
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private static Path data;

    private static ForeignAuthority authority;
    private static Settings hubSettings;
    private static Server hub;
    private static int reader;
    private static Server clinic;
    private static CardHub asked;
    private static X509Certificate certificate;
    private static X509Certificate unenrolled;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeAll
    static void start() throws Exception {
        authority = new ForeignAuthority(CLOCK);
        hubSettings = settings(Role.HUB, data.resolve("hub"), "https://localhost:1")
                .trusting(authority.trust(data.resolve("roots")));
        hub = Server.start(hubSettings, CLOCK);
        reader = DemoTown.freePort();
        // The clinic was given no roots: what its kiosk says of its cards, the hub has told it.
        clinic = Server.start(
                settings(Role.CLINIC, data.resolve("clinic"), "https://localhost:" + hubSettings.machinePort())
                        .with(new Settings.Readers(List.of("vpcd:" + reader), Optional.empty())),
                CLOCK);
        asked = new HttpCardHub(
                Tls.client(new DevelopmentCa(hubSettings.pki(), CLOCK), FACILITY.digits()),
                URI.create("https://localhost:" + hubSettings.machinePort()),
                Duration.ofSeconds(PATIENCE_SECONDS));
        hub.bean(Registrations.class)
                .take(Source.of(PEOPLE.write(data)), rows -> {})
                .orElseThrow();
        certificate = authority.issue(KEYS, today().plusYears(1));
        Registers registers =
                new Registers(hub.bean(DataSource.class), Optional.of(hub.bean(RegisterIndex.class)), CLOCK);
        Subject.ByNumber person = new Subject.ByNumber(PEOPLE.insured(0), InventedFile.BIRTH);
        registers.linkCard(person, authority.serial(certificate), TokenKind.CARD, today(), "test");
        registers.enrol(person, today(), "test");
        unenrolled = authority.issue(KEYS, today().plusYears(1));
        registers.linkCard(
                new Subject.ByNumber(PEOPLE.insured(1), InventedFile.BIRTH),
                authority.serial(unenrolled),
                TokenKind.CARD,
                today(),
                "test");
    }

    @AfterAll
    static void stop() throws Exception {
        clinic.close();
        hub.close();
        authority.close();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(CLOCK.instant(), Server.TOKYO);
    }

    private static Settings settings(Role role, Path folder, String hub) throws IOException {
        return new Settings(
                role,
                false,
                folder,
                data.resolve("pki"),
                Settings.checkpointsIn(folder),
                Optional.empty(),
                new Settings.Staff("localhost", DemoTown.freePort()),
                DemoTown.freePort(),
                URI.create(hub),
                FACILITY,
                "みなと架空診療所",
                Optional.empty(),
                Optional.empty(),
                false,
                Settings.Rules.standard(folder, URI.create(hub)));
    }

    private static Presentation present(X509Certificate shown, PrivateKey key, Identification by) throws Exception {
        Challenged.Issued nonce = (Challenged.Issued) asked.challenge(KIOSK);
        Signature signing = Signature.getInstance(CardProfile.CURRENT.signature());
        signing.initSign(key);
        signing.update(nonce.nonce().bytes());
        return new Presentation(
                nonce.name(),
                Octets.of(shown.getEncoded()),
                Octets.of(signing.sign()),
                TokenKind.CARD,
                by,
                today(),
                false,
                KIOSK);
    }

    private static Opened opened(X509Certificate shown) throws Exception {
        return asked.open(present(shown, KEYS.getPrivate(), Identification.PIN));
    }

    @Test
    void aCardOfThoseRootsIsOpenedByPinAndOneOfTheSimulationIsNobodys() throws Exception {
        assertThat(opened(certificate))
                .isInstanceOfSatisfying(
                        Opened.Admitted.class,
                        told -> assertThat(told.reply()
                                        .answer()
                                        .coverages()
                                        .getFirst()
                                        .id())
                                .isEqualTo(PEOPLE.insured(0)));
        SimulatedAuthority simulated =
                SimulatedAuthority.open(data.resolve("elsewhere"), URI.create("https://localhost:1/ocsp"));
        X509Certificate other = simulated
                .issue(
                        new CertificateOrder(
                                "OPAQUE",
                                TokenKind.CARD,
                                CardProfile.CURRENT,
                                CLOCK.instant().minus(Duration.ofDays(60)),
                                today().plusYears(1)),
                        KEYS)
                .certificate();
        assertThat(opened(other)).isEqualTo(new Opened.Refused(CardRefusal.UNKNOWN_ISSUER));
    }

    /* While a list that was fetched is in force, it tells; before there was any, nobody does, and nobody is admitted. */
    @Test
    void revocationIsAskedOfThatAuthorityThenOfItsListAndWhereNobodyTellsNobodyIsAdmitted() throws Exception {
        X509Certificate lost = authority.issue(KEYS, today().plusYears(1));
        authority.revoke(lost);
        try {
            assertThat(opened(lost)).isEqualTo(new Opened.Refused(CardRefusal.REVOKED));
            authority.silence("ocsp", "lists");
            assertThat(opened(certificate)).isEqualTo(new Opened.Refused(CardRefusal.STATUS_UNCONFIRMED));
            authority.silence("ocsp");
            assertThat(opened(lost)).isEqualTo(new Opened.Refused(CardRefusal.REVOKED));
            assertThat(opened(certificate)).isInstanceOf(Opened.Admitted.class);
        } finally {
            authority.silence();
        }
        assertThat(opened(certificate)).isInstanceOf(Opened.Admitted.class);
    }

    @Test
    void withoutAPinNobodyIsOpenedAndItIsSaidWhy() throws Exception {
        assertThat(asked.taken(KIOSK)).isEqualTo(new CardsTaken.Told(false, false));
        for (Identification by : new Identification[] {Identification.FACE, Identification.VISUAL}) {
            assertThat(asked.open(present(certificate, KEYS.getPrivate(), by)))
                    .isInstanceOfSatisfying(
                            Opened.Unreachable.class,
                            told -> assertThat(told.trouble().detail().ja()).contains("暗証番号を使ってください"));
        }
        assertThat(asked.terminalCertificate(KIOSK)).isInstanceOf(CentreAnswer.Unreachable.class);
        assertThat(asked.answerCardChallenge(Octets.of(new byte[16]), KIOSK))
                .isInstanceOf(CentreAnswer.Unreachable.class);
    }

    @Test
    void theKioskOfAClinicElsewhereSaysNoMoreThatItIsSimulatedAndEnrolsAndReadsTheCardByItsPin() throws Exception {
        assertThat(get("/kiosk").statusCode()).isEqualTo(303);
        admitThisBrowser();
        await(() -> !get("/kiosk").body().contains("class=\"simulated\""));
        awaitScreen("idle");
        try (VpcdPlug _ = VpcdPlug.plug(card(), new InetSocketAddress(InetAddress.getLoopbackAddress(), reader))
                .toOptional()
                .orElseThrow()) {
            awaitScreen("method");
            assertThat(get("/kiosk").body()).doesNotContain("value=\"FACE\"");
            post("tap", "tap", "PIN");
            post("digits", "digits", "1234");
            awaitScreen("enrol");
            post("tap", "tap", "YES");
            awaitScreen("consentAll");
            post("tap", "tap", "NO");
            awaitScreen("diseases");
            post("tap", "tap", "YES");
            awaitScreen("subsidies");
            post("tap", "tap", "NO");
            awaitScreen("take");
        }
        awaitScreen("done");
        JdbcClient log = JdbcClient.create(clinic.bean(DataSource.class));
        await(() -> log.sql("""
                                SELECT count(*) FROM desk.visit_event
                                WHERE kind = 'arrived' AND outcome = 'active' AND jsonb_exists(body -> 'answers' -> 'given', 'DISEASES')""").query(Long.class).single() == 1);
    }

    private static VirtualCard card() throws Exception {
        return new VirtualCard(
                new CardContents(
                        TokenProfile.find("plastic").orElseThrow(),
                        Octets.of(unenrolled.getEncoded()),
                        Octets.of(authority.root().getEncoded()),
                        KEYS.getPrivate(),
                        Optional.empty(),
                        new HolderAttributes("架空　人", "架空県見本市", InventedFile.BIRTH, Sex.MALE),
                        today().plusYears(2),
                        "2285",
                        Octets.of(Drawing.portrait("invented")),
                        Octets.of(Drawing.text("架空　人")),
                        Octets.of(Drawing.text("架空県見本市")),
                        "1234"),
                TryCounters.inMemory());
    }

    private void admitThisBrowser() {
        HttpCookie cookie = new HttpCookie(
                "madoguchi-kiosk", clinic.bean(KioskDevices.class).open("試験", "test"));
        cookie.setPath("/kiosk");
        cookie.setVersion(0);
        cookies.getCookieStore().removeAll();
        cookies.getCookieStore().add(site(), cookie);
    }

    private static URI site() {
        return URI.create(clinic.bean(Settings.class).staff().url());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(site().resolve(path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void awaitScreen(String name) throws InterruptedException {
        await(() -> get("/kiosk").body().contains("data-screen=\"" + name + "\""));
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(Condition condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        try {
            while (!condition.holds()) {
                assertThat(Instant.now()).isBefore(end);
                new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private void post(String path, String field, String value) throws IOException, InterruptedException {
        String page = get("/kiosk").body();
        String form =
                "_csrf=" + URLEncoder.encode(found("name=\"_csrf\" value=\"([^\"]+)\"", page), StandardCharsets.UTF_8)
                        + "&turn=" + found("data-turn=\"([0-9]+)\"", page) + "&" + field + "=" + value;
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(site().resolve("/kiosk/" + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location")).contains("/kiosk");
    }

    private static String found(String pattern, String page) {
        Matcher match = Pattern.compile(pattern).matcher(page);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }
}
