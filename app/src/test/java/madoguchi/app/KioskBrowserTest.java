package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import madoguchi.reader.Event;
import madoguchi.reader.Reader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient at the kiosk and a clerk at the desk, in a real browser: virtual cards, the real driver, the hub's real authentication. Every screen that is reached is looked through for barriers. */
class KioskBrowserTest {

    private static final DemoLogin RECEPTION = DemoLogin.ALL.get(0);
    private static final DemoLogin ADMIN = DemoLogin.ALL.get(1);

    private static final Set<String> SEEN = new HashSet<>();

    private static final int TARGET_PX_MIN = 44;

    /* Whatever can be pressed and is smaller than a finger. */
    private static final String SMALL = """
            least => [...document.querySelectorAll('button, a[href], input:not([type=hidden]), select')]
              .map(target => [target, target.getBoundingClientRect()])
              .filter(([target, box]) => box.width > 0 && (box.width < least || box.height < least))
              .map(([target, box]) => target.textContent.trim() + ' ' + box.width + ' x ' + box.height)
            """;

    private static DemoTown town;
    private static Browser browser;
    private static Page desk;
    private static Page kiosk;
    private static Page slot;
    private static final List<String> ADDRESSES = Collections.synchronizedList(new ArrayList<>());

    /* One browser and one sign-in for all: what is proved is what patient and clerk see, not that a browser starts. */
    @BeforeAll
    static void open() throws IOException {
        town = DemoTown.open();
        browser = new Browser(1024, 768);
        browser.signIn(town, RECEPTION);
        desk = browser.page;
        slot = desk.context().newPage();
        slot.navigate(town.url("/slot"));
        kiosk = browser.stranger(1024, 768);
        admit("玄関");
        kiosk.onRequest(request -> ADDRESSES.add(request.url()));
    }

    /* The screen shows a code, a clerk types it, and the screen begins by itself. */
    private static void admit(String label) {
        kiosk.navigate(town.url("/kiosk"));
        assertThat(kiosk).hasURL(town.url("/kiosk/pair"));
        String code = kiosk.locator("#code").textContent();
        desk.navigate(town.url("/kiosk-devices"));
        desk.locator("#code").fill(code);
        desk.locator("#label").fill(label);
        desk.locator("#admit").click();
        assertThat(desk.locator("#devices")).containsText(label);
        kiosk.locator("body[data-screen=idle][data-live=on]").waitFor();
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        town.close();
    }

    @BeforeEach
    void screens() {
        ADDRESSES.clear();
        // What failed for the patient before is another reception by now.
        town.clock.forward(Duration.ofMinutes(1));
        desk.navigate(town.url("/"));
        home();
    }

    /* Whatever the patient before has left behind. */
    private void home() {
        act("pull", "mihon-hanako");
        // The screen may be on its way to the next one by itself, and two navigations at once end each other.
        kiosk.waitForLoadState();
        live();
        for (String button : List.of("CANCEL", "NEXT")) {
            if (kiosk.locator("button[value=" + button + "]").count() > 0) {
                kiosk.locator("button[value=" + button + "]").click();
                live();
            }
        }
        shows("idle");
    }

    @Test
    void aPatientIsReceivedByFaceWithTheKeyboardAloneAndTheDeskSeesItByItself() {
        shows("idle");
        act("place", "mihon-hanako");
        shows("method");
        kiosk.keyboard().press("1");
        shows("consentAll");
        assertThat(kiosk.locator("main")).containsText("24時間");
        kiosk.keyboard().press("3");
        for (String scope : List.of("手術", "診療", "薬", "健診")) {
            assertThat(kiosk.locator("h1")).containsText(scope);
            shows("consentEach");
            kiosk.keyboard().press("1");
        }
        shows("diseases");
        kiosk.keyboard().press("2");
        shows("subsidies");
        kiosk.keyboard().press("Tab");
        long answered = System.nanoTime();
        kiosk.keyboard().press("Enter");
        assertThat(desk.locator("main")).containsText("ミホン ハナコ");
        System.out.printf(
                "from the last answer to the desk board: %d ms%n", (System.nanoTime() - answered) / 1_000_000);
        shows("take");
        assertThat(kiosk.locator("h1")).hasText("カードをお取りください");
        assertThat(desk.locator("main")).containsText("ミホン ハナコ");
        desk.locator("a.row").first().click();
        assertThat(desk.locator("#consents")).containsText(Pattern.compile("手術情報\\s*● 同意あり"));
        act("pull", "mihon-hanako");
        shows("done");
        assertThat(kiosk.content()).doesNotContain("見本", "ミホン");
        assertThat(ADDRESSES)
                .allMatch(address -> address.matches(".*/(kiosk(/tap|/digits|/look|/turn|/events)?|assets/.*)"));
    }

    @Test
    void aForeignPatientWithAForgottenPinIsConfirmedByTheEyesOfStaff() {
        desk.navigate(town.url("/visual-passcode"));
        desk.locator("main form button").click();
        String passcode = desk.locator("#passcode").textContent();
        assertThat(passcode).matches("[0-9]{4}");
        desk.navigate(town.url("/visual-passcode"));
        assertThat(desk.locator("main").textContent()).doesNotContain(passcode);
        desk.navigate(town.url("/"));

        kiosk.locator("button[name=look][value=en]").click();
        act("place", "kakuu-tarou");
        shows("method");
        assertThat(kiosk.locator("h1")).containsText("How shall we confirm");
        kiosk.keyboard().press("2");
        shows("pin");
        type("9999");
        assertThat(kiosk.locator(".alarm")).containsText("2");
        shows("pin");
        type("9999");
        assertThat(kiosk.locator(".alarm")).containsText("1");
        live();
        type("9999");
        shows("pinLocked");
        kiosk.locator("button[value=STAFF]").click();
        shows("staff");
        assertThat(desk.locator("#staff-call")).containsText("呼んでいます");
        assertThat(browser.barriers()).isEmpty();
        desk.locator("#clear-call").click();
        assertThat(desk.locator("#staff-call")).hasCount(0);
        type(passcode.equals("0000") ? "0001" : "0000");
        assertThat(kiosk.locator(".alarm")).containsText("Wrong passcode");
        live();
        type(passcode);
        shows("visual");
        kiosk.keyboard().press("1");
        shows("consentAll");
        kiosk.locator("button[value=CANCEL]").click();
        shows("take");
        act("pull", "kakuu-tarou");
        shows("done");
        kiosk.locator("button[value=STAFF]").waitFor();
    }

    @Test
    void anIphoneIsReadAtTheOtherReaderAndTheWrongPhoneBringsItsCodeToBothScreens() {
        Locator unreadable = desk.locator("a.row", new Page.LocatorOptions().setHasText("読めない回答"));
        int before = unreadable.count();
        kiosk.keyboard().press("1");
        shows("phoneKind");
        kiosk.keyboard().press("2");
        shows("phonePin");
        type("1234");
        shows("holdAndroid");
        act("hold-3", "mihon-hanako");
        shows("failed");
        assertThat(kiosk.locator(".code")).containsText("X-PHN");
        assertThat(unreadable).hasCount(before + 1);
        kiosk.keyboard().press("1");
        shows("idle");
        kiosk.locator("button[name=look][value=contrast]").click();
        kiosk.locator("button[name=look][value=large]").click();
        live();
        kiosk.keyboard().press("1");
        shows("phoneKind");
        assertThat(kiosk.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        kiosk.keyboard().press("1");
        shows("holdIphone");
        act("hold-3", "mihon-hanako");
        shows("consentAll");
        kiosk.keyboard().press("2");
        shows("diseases");
        kiosk.locator("button[value=CANCEL]").click();
        shows("done");
        // The reading that came to nothing is made up for: no clerk has to take it back.
        assertThat(unreadable).hasCount(before);
    }

    @Test
    void anAdmittedScreenOpensTheKioskOnlyAndAClerksSessionDoesNotUntilItIsStopped() {
        desk.navigate(town.url("/kiosk"));
        assertThat(desk).hasURL(town.url("/kiosk/pair"));
        assertThat(browser.barriers()).isEmpty();
        kiosk.navigate(town.url("/"));
        assertThat(kiosk).hasURL(Pattern.compile(".*/login"));
        desk.navigate(town.url("/kiosk-devices"));
        assertThat(browser.barriers()).isEmpty();
        desk.locator("#code").fill("12");
        desk.locator("#admit").click();
        assertThat(desk.locator("#problem")).isVisible();
        desk.locator("#devices button").click();
        assertThat(desk.locator("#devices")).hasCount(0);
        admit("待合");
        shows("idle");
    }

    /* First time: the wish at the kiosk, the number found by kana and birth, confirmed by the clerk, taken back, confirmed again. Second time: the card alone. */
    @Test
    void aCardBecomesThePatientCardAndTheNextVisitStandsInTheListWithItsNumber() {
        Page admin = browser.stranger(1024, 768);
        signIn(admin, ADMIN);
        switchLink(admin, true);
        assertThat(Browser.barriers(admin)).isEmpty();
        picture(admin, "reader-settings");
        desk.navigate(town.url("/patient-numbers"));
        desk.locator("#list").fill("P-901\tれいじ　あき\tH5.12.12");
        desk.locator("#take").click();
        desk.locator("#register").fill("P-902\t06139992\t3001\t131\t00\t1994-08-04");
        desk.locator("#go").click();
        assertThat(desk.locator("#told")).containsText("1人を登録しました");
        desk.navigate(town.url("/"));

        questionsOf("reiji-aki");
        shows("link");
        kiosk.keyboard().press("1");
        shows("take");
        act("pull", "reiji-aki");
        desk.locator("a.row", new Page.LocatorOptions().setHasText("レイジ アキ"))
                .first()
                .click();
        assertThat(desk.locator("#link-wished")).isVisible();
        assertThat(desk.locator("#link-number")).hasValue("P-901");
        desk.locator("#do-link").click();
        assertThat(desk.locator("#linked")).hasText("P-901");
        desk.locator("#unlink").click();
        assertThat(desk.locator("#linked")).hasCount(0);
        desk.locator("#do-link").click();
        assertThat(desk.locator("#linked")).hasText("P-901");

        home();
        questionsOf("reiji-aki");
        shows("take");
        act("pull", "reiji-aki");
        desk.navigate(town.url("/"));
        assertThat(desk.locator("a.row").first()).containsText("P-901");
        assertThat(desk.locator("a.row").first()).containsText("レイジ アキ");
        home();
        questionsOf("reiji-nozomi");
        shows("take");
        assertThat(desk.locator("a.row").first()).containsText("P-902");
        switchLink(admin, false);
        admin.context().close();
    }

    private static void signIn(Page page, DemoLogin login) {
        page.navigate(town.url("/"));
        page.locator("#login").fill(login.name());
        page.keyboard().press("Tab");
        page.keyboard().type(DemoLogin.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(town.url("/login/code"));
        page.locator("#code").fill(town.freshCode(login));
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private static void switchLink(Page admin, boolean on) {
        admin.navigate(town.url("/reader-settings"));
        admin.locator("input[value=LINK]").setChecked(on);
        admin.locator("#save").click();
        assertThat(admin.locator("#saved")).isVisible();
    }

    /* By face, and no to everything before the question about the patient card. */
    private void questionsOf(String who) {
        act("place", who);
        shows("method");
        kiosk.keyboard().press("1");
        shows("consentAll");
        kiosk.keyboard().press("2");
        shows("diseases");
        kiosk.keyboard().press("2");
        shows("subsidies");
        kiosk.keyboard().press("2");
    }

    @Test
    void thePhoneReaderIsRemovedTriedWithACardOfStaffAndRegisteredAgain() {
        desk.navigate(town.url("/phone-reader"));
        assertThat(desk.locator("#state")).containsText("使えます");
        assertThat(browser.barriers()).isEmpty();
        desk.locator("#remove").click();
        assertThat(desk.locator("#state")).containsText("登録されていません");
        kiosk.keyboard().press("1");
        shows("failed");
        assertThat(kiosk.locator(".code")).containsText("X-NOEQ");
        desk.locator("#register").click();
        assertThat(desk.locator("#said")).containsText("先に");
        desk.locator("#test").click();
        assertThat(desk.locator("#said")).containsText("カードが置かれていません");
        act("lay", "mihon-hanako");
        desk.locator("#test").click();
        assertThat(desk.locator("#said")).containsText("カードを読めました");
        desk.locator("#label").fill("受付の右");
        picture(desk, "phone-reader");
        desk.locator("#register").click();
        assertThat(desk.locator("#state")).containsText("受付の右");
        assertThat(browser.barriers()).isEmpty();
        home();
        kiosk.keyboard().press("1");
        shows("phoneKind");
        desk.navigate(town.url("/"));
        desk.locator("a.row").first().click();
        assertThat(desk.locator("main")).containsText("スマートフォン");
    }

    @Test
    void aForgottenCardIsSeenAndHeardAndTheSoundCanBeStopped() {
        questionsOf("mihon-hanako");
        shows("take");
        Reader reader = town.server.bean(Reader.class);
        reader.react(reader.now().session().turn(), new Event.TimedOut()).join();
        shows("forgotten");
        assertThat(kiosk.locator(".alarm")).isVisible();
        assertThat(kiosk.locator("body[data-sound=alarm]")).hasAttribute("data-heard", "running");
        kiosk.locator("button[value=quiet]").click();
        live();
        assertThat(kiosk.locator("body")).hasAttribute("data-sound", "stopped");
        assertThat(kiosk.locator(".alarm")).isVisible();
    }

    private void type(String digits) {
        kiosk.locator("#digits:focus").waitFor();
        kiosk.keyboard().type(digits);
        kiosk.keyboard().press("Enter");
    }

    private void act(String act, String who) {
        slot.locator("#who").selectOption(who);
        slot.locator("button[value=" + act + "]").click();
        slot.waitForLoadState();
    }

    private void live() {
        kiosk.locator("body[data-live=on]").waitFor();
    }

    /** The screen is there, follows the reader, and has no barrier that can be found. */
    private void shows(String screen) {
        kiosk.locator("body[data-screen=" + screen + "][data-live=on]").waitFor();
        String looked = screen
                + kiosk.locator("html").getAttribute("lang")
                + kiosk.locator("html").getAttribute("class");
        if (!SEEN.add(looked)) {
            return;
        }
        picture("kiosk-" + screen);
        assertThat(kiosk.evaluate(SMALL, TARGET_PX_MIN))
                .as("targets smaller than 44 px on " + screen)
                .isEqualTo(List.of());
        assertThat(Browser.barriers(kiosk)).as(screen).isEmpty();
        if (kiosk.locator("html.large").count() > 0) {
            return;
        }
        // 200 % zoom of a screen of 1024 pixels is half as many of them. Large letters are a zoom of their own.
        kiosk.setViewportSize(512, 384);
        assertThat(kiosk.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("sideways scrolling at 200 % on " + screen)
                .isEqualTo(true);
        kiosk.setViewportSize(1024, 768);
    }

    private void picture(String name) {
        picture(kiosk, name);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }
}
