package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import madoguchi.card.CardContents;
import madoguchi.card.Drawing;
import madoguchi.card.HolderAttributes;
import madoguchi.card.Pcscd;
import madoguchi.card.TokenProfile;
import madoguchi.card.TryCounters;
import madoguchi.card.VirtualCard;
import madoguchi.card.VpcdPlug;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import madoguchi.core.Sex;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.Registers;
import madoguchi.hub.Registrations;
import madoguchi.hub.Source;
import madoguchi.jpki.CardProfile;
import madoguchi.jpki.CertificateOrder;
import madoguchi.jpki.Issued;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.reader.KioskDevices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A facility with {@code --reader}, its hub elsewhere, and a card through the real PC/SC stack: plugged in, PIN on the kiosk, enrolled on the spot, one consent, the answer at the desk. Where no pcscd can be started, the same facility is proved to say so and to
 * work on; what a card does is then proved by {@code ReaderWatchTest} and {@code KioskBrowserTest}.
 */
class KioskOverPcscTest {

    private static final Clock CLOCK = Clock.system(Server.TOKYO);
    private static final MedicalInstitutionCode FACILITY = new MedicalInstitutionCode("1319999913");
    private static final InventedFile PEOPLE = new InventedFile(3, 1);
    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    private Path data;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private URI site = URI.create("http://localhost");

    @Test
    void aCardInARealReaderIsAnsweredAtTheDeskAndWithoutAReaderTheKioskSaysSo() throws Exception {
        Optional<Pcscd> pcscd = Pcscd.started();
        Settings hubSettings = settings(Role.HUB, data.resolve("hub"), DemoTown.freePort(), "https://localhost:1");
        Settings clinicSettings = settings(
                        Role.CLINIC,
                        data.resolve("clinic"),
                        DemoTown.freePort(),
                        "https://localhost:" + hubSettings.machinePort())
                .with(new Settings.Readers(Pcscd.NAME.toUpperCase(Locale.ROOT), Optional.empty()));
        try (Server hub = Server.start(hubSettings, CLOCK);
                Server clinic = Server.start(clinicSettings, CLOCK)) {
            site = URI.create(clinicSettings.staff().url());
            assertThat(get("/kiosk").statusCode()).isEqualTo(303);
            admitThisBrowser(clinic);
            if (pcscd.isEmpty()) {
                awaitScreen("failed");
                assertThat(get("/kiosk").body()).contains("X-USB");
                assertThat(get("/readyz").statusCode()).isEqualTo(200);
                return;
            }
            readOneCard(pcscd.get(), card(hub, hubSettings), clinic);
        }
    }

    private void readOneCard(Pcscd pcscd, VirtualCard card, Server clinic) throws Exception {
        awaitScreen("idle");
        try (VpcdPlug _ = VpcdPlug.plug(card, pcscd.slot(0)).toOptional().orElseThrow()) {
            awaitScreen("method");
            assertThat(get("/kiosk").body()).doesNotContain("value=\"FACE\"");
            tap("PIN");
            post("digits", "digits", "1234");
            awaitScreen("enrol");
            tap("YES");
            awaitScreen("consentAll");
            tap("NO");
            awaitScreen("diseases");
            tap("YES");
            tap("NO");
            awaitScreen("take");
        }
        awaitScreen("done");
        awaitArrival(clinic);
    }

    private void awaitArrival(Server clinic) throws InterruptedException {
        JdbcClient log = JdbcClient.create(clinic.bean(DataSource.class));
        await(() -> log.sql("""
                        SELECT count(*) FROM desk.visit_event
                        WHERE kind = 'arrived' AND outcome = 'active' AND jsonb_exists(body -> 'answers' -> 'given', 'DISEASES')""").query(Long.class).single() == 1);
    }

    private Settings settings(Role role, Path folder, int machinePort, String hub) throws IOException {
        return new Settings(
                role,
                false,
                folder,
                data.resolve("pki"),
                Settings.checkpointsIn(folder),
                Optional.empty(),
                new Settings.Staff("localhost", DemoTown.freePort()),
                machinePort,
                URI.create(hub),
                FACILITY,
                "みなと架空診療所",
                Optional.empty(),
                Optional.empty(),
                false,
                Settings.Rules.standard(folder, URI.create(hub)));
    }

    private VirtualCard card(Server hub, Settings settings) throws IOException, CertificateEncodingException {
        hub.bean(Registrations.class)
                .take(Source.of(PEOPLE.write(data)), rows -> {})
                .orElseThrow();
        LocalDate today = LocalDate.ofInstant(CLOCK.instant(), Server.TOKYO);
        SimulatedAuthority authority = CardKeys.authority(settings.data(), settings.machinePort());
        Issued issued = authority.issue(new CertificateOrder(
                "OPAQUE",
                TokenKind.CARD,
                CardProfile.CURRENT,
                today.minusYears(1).atStartOfDay(Server.TOKYO).toInstant(),
                today.plusYears(1)));
        new Registers(hub.bean(DataSource.class), Optional.of(hub.bean(RegisterIndex.class)), CLOCK)
                .linkCard(
                        new Subject.ByNumber(PEOPLE.insured(0), InventedFile.BIRTH),
                        issued.serial(),
                        TokenKind.CARD,
                        today,
                        "test");
        return new VirtualCard(
                new CardContents(
                        TokenProfile.find("plastic").orElseThrow(),
                        Octets.of(issued.certificate().getEncoded()),
                        Octets.of(issued.issuer().getEncoded()),
                        issued.key(),
                        Optional.of(CardKeys.centre(settings.data()).reference()),
                        new HolderAttributes("架空　人", "架空県見本市", InventedFile.BIRTH, Sex.MALE),
                        today.plusYears(2),
                        "2285",
                        Octets.of(Drawing.portrait("invented")),
                        Octets.of(Drawing.text("架空　人")),
                        Octets.of(Drawing.text("架空県見本市")),
                        "1234"),
                TryCounters.inMemory());
    }

    private void admitThisBrowser(Server clinic) {
        HttpCookie cookie = new HttpCookie(
                "madoguchi-kiosk", clinic.bean(KioskDevices.class).open("試験", "test"));
        cookie.setPath("/kiosk");
        cookie.setVersion(0);
        cookies.getCookieStore().removeAll();
        cookies.getCookieStore().add(site, cookie);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(site.resolve(path))
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

    private void tap(String button) throws IOException, InterruptedException {
        post("tap", "tap", button);
    }

    private void post(String path, String field, String value) throws IOException, InterruptedException {
        String page = get("/kiosk").body();
        String form =
                "_csrf=" + URLEncoder.encode(found("name=\"_csrf\" value=\"([^\"]+)\"", page), StandardCharsets.UTF_8)
                        + "&turn=" + found("data-turn=\"([0-9]+)\"", page) + "&" + field + "=" + value;
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(site.resolve("/kiosk/" + path))
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
