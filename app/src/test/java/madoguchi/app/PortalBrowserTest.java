package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import madoguchi.account.Accounts;
import madoguchi.account.By;
import madoguchi.core.Caller;
import madoguchi.core.Filing;
import madoguchi.core.Identification;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.core.VisitKind;
import madoguchi.hub.RegisterHub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A patient's phone and a clinic's desk in a real browser, over mutual TLS and a line that can be cut: the screens before and after 25 May 2026, and what the desk makes of a genuine code, an old one, another person's and
 * a forged one. In order of the days, because the clock goes forward only.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalBrowserTest {

    private static final DemoLogin RECEPTION = DemoLogin.ALL.get(0);
    private static final String BEFORE = "セットで提示すると受付ができます。";
    private static final String AFTER = "その場でマイナポータルにログインして、この画面のみを提示することで受付ができます。";

    private static DemoTown town;
    private static Line line;
    private static Server clinic;
    private static String clinicUrl;
    private static Browser browser;
    private static Page phone;
    private static Page desk;

    @BeforeAll
    static void open() throws IOException {
        town = DemoTown.open();
        line = new Line(town.settings.machinePort());
        Settings settings = clinicSettings();
        clinicUrl = settings.staff().url();
        clinic = Server.start(settings, town.clock);
        clinic.bean(Accounts.class)
                .publish(
                        RECEPTION.name(),
                        RECEPTION.label(),
                        RECEPTION.role(),
                        DemoLogin.HASH,
                        RECEPTION.secret(),
                        By.program("test"));
        browser = new Browser(1024, 900);
        desk = browser.page;
        phone = browser.stranger(320, 700);
        // The first log-in of a town makes its cards.
        phone.setDefaultTimeout(120_000);
    }

    /* A second database in the town's server; the hub by way of a line that can be cut. */
    private static Settings clinicSettings() throws IOException {
        JdbcClient.create(town.server.bean(DataSource.class))
                .sql("create database clinic")
                .update();
        String database = town.server.bean(Server.DatabaseUrl.class).jdbc().replaceFirst("/postgres\\?", "/clinic?");
        Path data = Files.createTempDirectory("madoguchi-clinic");
        Settings.Staff staff = new Settings.Staff("localhost", DemoTown.freePort());
        URI hub = URI.create("https://localhost:" + line.port());
        return new Settings(
                Role.CLINIC,
                false,
                data,
                town.settings.pki(),
                Settings.checkpointsIn(data),
                Optional.of(database),
                staff,
                DemoTown.freePort(),
                hub,
                new MedicalInstitutionCode("1319999913"),
                "みなと架空診療所",
                Optional.empty(),
                Optional.empty(),
                false,
                Settings.Rules.standard(data, hub));
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        clinic.close();
        line.close();
        town.close();
    }

    private static void clockTo(String instant) {
        town.clock.forward(Duration.between(town.clock.instant(), Instant.parse(instant)));
    }

    private static void logIn(Page page, String person, String token, String pin) {
        page.navigate(town.url("/portal/login"));
        page.locator("#person").selectOption(person);
        page.locator("input[name=token][value='" + token + "']").check();
        page.locator("#pin").fill(pin);
        page.locator("#enter").click();
    }

    private static void logIn(Page page, String person) {
        logIn(page, person, TokenKind.CARD.code(), "1234");
        assertThat(page.locator("#logged-in")).isVisible();
    }

    private static void fits(String name) {
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isEqualTo(true);
        assertThat(Browser.barriers(phone)).as(name).isEmpty();
        Browser.picture(phone, "portal-" + name);
    }

    private static String code(Page page) {
        return page.locator("#code-text").textContent();
    }

    private static String reception(String insurer, String symbol, String number, String branch, String birth) {
        desk.navigate(clinicUrl + "/inquiry");
        desk.locator("#insurer").fill(insurer);
        desk.locator("#symbol").fill(symbol);
        desk.locator("#number").fill(number);
        desk.locator("#branch").fill(branch);
        desk.locator("#birth").fill(birth);
        desk.locator("#send").click();
        desk.locator("#reception").waitFor();
        assertThat(desk.locator("#reception")).not().hasAttribute("data-state", "ASKING");
        return desk.locator("#reception").getAttribute("data-id");
    }

    private static void check(String reception, String code, String result) {
        desk.navigate(clinicUrl + "/receptions/" + reception + "/code");
        desk.locator("#code").fill(code);
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#code-verdict")).hasAttribute("data-result", result);
    }

    @Test
    @Order(1)
    void beforeTheTwentyFifthOfMayTheScreenSaysWhatItSaidAndNoCertificateScreenReplacesPaper() {
        clockTo("2026-05-24T00:10:00Z");
        logIn(phone, "mihon-hanako", "1", "9999");
        assertThat(phone.locator("#why")).containsText("暗証番号が違います。あと2回");
        fits("login");
        logIn(phone, "mihon-hanako");
        assertThat(phone.locator("#who")).containsText("見本　花子");
        assertThat(phone.locator("#as-of-0")).hasText("令和8年5月24日時点");
        assertThat(phone.locator(".share dd")).hasText("3割 （年齢から）");
        assertThat(phone.locator("#enrolment-state")).hasText("● 登録済");
        assertThat(phone.locator("#wording")).containsText(BEFORE);
        assertThat(phone.locator("#accordion")).hasCount(0);
        fits("health-before");
        phone.locator("nav a[href='/portal/recipient']").click();
        assertThat(phone.locator("#wording-0")).containsText("紙の受給者証の代わりとして利用することはできません。");
        fits("recipient-before");
    }

    @Test
    @Order(2)
    void fromTheTwentyFifthOnAPhoneAloneMayBeShownWhereItsHolderLoggedInOnTheSpot() throws Exception {
        clockTo("2026-05-25T00:10:00Z");
        phone.navigate(town.url("/portal"));
        assertThat(phone).hasURL(town.url("/portal/login?ended"));
        logIn(phone, "mihon-hanako", TokenKind.ANDROID.code(), "1234");
        assertThat(phone.locator("#accordion summary")).hasText("医療機関・薬局等でマイナ保険証の読み取りが出来ない場合に活用できます");
        assertThat(phone.locator("#wording")).containsText(AFTER);
        assertThat(phone.locator("#logged-in")).hasText("9:10:00");
        fits("health-after");
        phone.locator("#code details summary").click();
        byte[] picture = phone.locator("#code svg").screenshot();
        String scanned = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(
                        new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(picture))))))
                .getText();
        assertThat(scanned).isEqualTo(code(phone));
        for (String language : java.util.List.of("easy", "en", "ja")) {
            phone.locator("button[name=to][value=" + language + "]").click();
            fits("health-" + language);
        }
        for (String screen : java.util.List.of("recipient", "certificate", "looks", "consents", "family")) {
            phone.locator("nav a[href='/portal/" + screen + "']").click();
            assertThat(phone.locator("#code, #none, #no-certificate, main").first())
                    .isVisible();
            fits(screen);
        }
    }

    @Test
    @Order(3)
    void theDeskTakesAGenuineCodeAndRefusesAnOldAForeignAndAForgedOneAlsoWithTheHubCutOff() throws IOException {
        signIn();
        phone.navigate(town.url("/portal"));
        String visit = reception("139998", "12-34", "567890", "02", "S62.4.12");
        assertThat(desk.locator("#state")).containsText("● 有効");
        check(visit, code(phone), "LIVE");
        Browser.picture(desk, "portal-desk-live");
        assertThat(browser.barriers()).isEmpty();
        // The desk fetched its keys before the clock was moved: a code that does not fit makes it ask for those of this
        // day.
        check(visit, "0000-0000-0000", "NOT_FITTING");

        line.cut();
        String cutOff = reception("139998", "12-34", "567890", "02", "S62.4.12");
        assertThat(desk.locator("#reception")).hasAttribute("data-state", "DOWN");
        check(cutOff, code(phone), "USED");
        phone.navigate(town.url("/portal"));
        String live = code(phone);
        check(cutOff, live, "LIVE");
        char last = live.charAt(80);
        check(cutOff, live.substring(0, 80) + (last == 'A' ? 'B' : 'A') + live.substring(81), "FORGED");
        check(cutOff, "https://example.jp", "UNREADABLE");

        phone.locator("#facility").fill("1319999913");
        phone.locator("#make-short").click();
        check(cutOff, phone.locator("#short").textContent().toLowerCase(java.util.Locale.ROOT), "TYPED");

        Page other = browser.stranger(390, 844);
        logIn(other, "kakuu-tarou");
        check(cutOff, code(other), "FOREIGN");
        other.context().close();

        town.clock.forward(Duration.ofMinutes(6));
        check(cutOff, live, "OLD");
        assertThat(desk.locator("#code-sentence")).containsText("画面の写真か、古いPDF");
        Browser.picture(desk, "portal-desk-old");
        assertThat(browser.barriers()).isEmpty();
        line.join();
    }

    private static void signIn() {
        desk.navigate(clinicUrl + "/");
        desk.locator("#login").fill(RECEPTION.name());
        desk.locator("#password").fill(DemoLogin.PASSWORD);
        desk.keyboard().press("Enter");
        desk.locator("#code").fill(town.freshCode(RECEPTION));
        desk.keyboard().press("Enter");
        desk.waitForURL(url -> !url.contains("/login"));
    }

    @Test
    @Order(4)
    void whoeverLooksIsOnTheOpenScreenByItselfAndNeitherLogInOpensTheOther() {
        logIn(phone, "mihon-hanako");
        phone.navigate(town.url("/portal/looks"));
        phone.locator("body[data-live=on]").waitFor();
        // What the desk kept while its line was cut may come at any moment: this look is known by its minute.
        town.clock.forward(Duration.ofMinutes(1));
        String minute = " "
                + DateTimeFormatter.ofPattern("H:mm")
                        .format(town.clock.instant().atZone(ZoneId.of("Asia/Tokyo")));
        Locator looks = phone.locator(".look", new Page.LocatorOptions().setHasText(minute));
        assertThat(looks).hasCount(0);
        reception("139998", "12-34", "567890", "02", "S62.4.12");
        assertThat(looks.first()).containsText("みなと架空診療所（1319999913）");
        fits("looks-after");
        aConsentToHomeVisitsIsTakenBack();

        phone.navigate(town.url("/"));
        assertThat(phone).hasURL(Pattern.compile(".*/login.*"));
        Page clerk = browser.stranger(800, 600);
        clerk.navigate(town.url("/portal"));
        assertThat(clerk).hasURL(town.url("/portal/login?ended"));
        clerk.context().close();
    }

    private static void aConsentToHomeVisitsIsTakenBack() {
        Subject holder = new Subject.ByNumber(
                InsuredId.parse("139998", "12-34", "567890", "02").orElseThrow(), LocalDate.of(1987, 4, 12));
        town.server
                .bean(RegisterHub.class)
                .file(new Filing.VisitConsent(
                        holder,
                        VisitKind.HOME,
                        Optional.empty(),
                        Identification.PIN,
                        new Caller(town.settings.facility(), "reader", "test")));
        phone.navigate(town.url("/portal/consents"));
        assertThat(phone.locator(".visit")).containsText("撤回するまで");
        phone.locator(".visit summary").click();
        assertThat(phone.locator(".visit details p")).containsText("あなた本人が");
        fits("consent-visit");
        phone.locator(".visit button").click();
        assertThat(phone.locator("#told")).containsText("同意を撤回しました");
        assertThat(phone.locator("#no-visits")).isVisible();
        fits("consent-visit-withdrawn");
    }

    @Test
    @Order(5)
    void withoutALineTheScreenSaysThatItIsNotLiveAndShowsNoCode() {
        phone.navigate(town.url("/portal"));
        phone.evaluate("navigator.serviceWorker.ready.then(() => true)");
        assertThat(phone.locator("#code")).isVisible();
        phone.context().setOffline(true);
        assertThat(phone.locator("#notlive")).isVisible();
        assertThat(phone.locator("#code")).isHidden();
        phone.navigate(town.url("/portal"));
        assertThat(phone.locator(".notlive").first()).isVisible();
        assertThat(phone.content()).doesNotContain("見本", "567890");
        phone.context().setOffline(false);
        assertThat(phone.locator("#code")).isVisible();
        assertThat(phone.locator("#notlive")).isHidden();
    }

    @Test
    @Order(6)
    void aParentSeesAChildsScreensByTheChildsCardUntilADayAndEitherSideEndsIt() {
        phone.navigate(town.url("/portal/family"));
        phone.locator("#until").fill("1999-01-01");
        phone.locator("#person").selectOption("mihon-ichirou");
        phone.locator("#pin").fill("1234");
        phone.locator("#add-family").click();
        assertThat(phone.locator("#faults")).isVisible();
        fits("family-faults");
        phone.locator("input[name=relation][value=ELDER]").check();
        phone.locator("#until").fill("令和8年12月31日");
        phone.locator("#pin").fill("1234");
        phone.locator("#add-family").click();
        assertThat(phone.locator(".delegation")).containsText("令和8年12月31日");
        phone.locator(".delegation button").first().click();
        assertThat(phone.locator("#acting")).containsText("代理で表示しています");
        assertThat(phone.locator("#who")).not().containsText("花子");
        fits("acting");
        phone.locator("#acting button").click();
        assertThat(phone.locator("#who")).containsText("花子");
        phone.navigate(town.url("/portal/family"));
        phone.locator(".delegation button.second").click();
        assertThat(phone.locator(".delegation")).hasCount(0);
        Page.WaitForDownloadOptions none = new Page.WaitForDownloadOptions();
        phone.navigate(town.url("/portal"));
        var pdf = phone.waitForDownload(none, () -> phone.locator("#pdf").click());
        pdf.saveAs(Path.of("target", "pictures", "portal.pdf"));
    }

    @Test
    @Order(7)
    void aCertificateThatAPrefectureRegisteredIsOnTheHoldersScreenWithTheSentenceOfTheDay() {
        clockTo("2026-05-24T02:00:00Z");
        certificates("kakuu-nozomu");
        assertThat(phone.locator("#certificate-0 .payer dd")).hasText("54139993");
        assertThat(phone.locator("#certificate-0 .recipient dd")).hasText("5400015");
        assertThat(phone.locator("#wording-0")).containsText("紙の受給者証の代わりとして利用することはできません");
        fits("recipient-before");

        clockTo("2026-05-25T02:00:00Z");
        certificates("kakuu-nozomu");
        assertThat(phone.locator("#certificate-0 .payer dd")).hasText("54139993");
        assertThat(phone.locator("#wording-0")).containsText("この画面とマイナンバーカードをセットで提示することで受付ができます");
        fits("recipient-after");
    }

    private static void certificates(String person) {
        logIn(phone, person);
        phone.navigate(town.url("/portal/recipient"));
    }
}
