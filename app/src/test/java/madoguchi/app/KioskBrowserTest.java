package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient at the kiosk and a clerk at the desk, in a real browser: virtual cards, the real driver, the hub's real authentication. Every screen that is reached is looked through for barriers. */
class KioskBrowserTest {

    private static final DemoLogin RECEPTION = DemoLogin.ALL.get(0);

    private static final Set<String> SEEN = new HashSet<>();

    private static DemoTown town;
    private Browser browser;
    private Page desk;
    private Page kiosk;
    private Page slot;
    private final List<String> addresses = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        town = DemoTown.open();
    }

    @AfterAll
    static void close() throws IOException {
        town.close();
    }

    @BeforeEach
    void screens() {
        browser = new Browser(1024, 768);
        browser.signIn(town, RECEPTION);
        desk = browser.page;
        slot = desk.context().newPage();
        slot.navigate(town.url("/kiosk/slot"));
        kiosk = desk.context().newPage();
        kiosk.onRequest(request -> addresses.add(request.url()));
        home();
    }

    /* Whatever the patient before has left behind. */
    private void home() {
        act("pull", "mihon-hanako");
        kiosk.navigate(town.url("/kiosk"));
        live();
        for (String button : List.of("CANCEL", "NEXT")) {
            if (kiosk.locator("button[value=" + button + "]").count() > 0) {
                kiosk.locator("button[value=" + button + "]").click();
                live();
            }
        }
        shows("idle");
    }

    @AfterEach
    void leave() {
        picture("kiosk-end");
        browser.close();
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
        kiosk.keyboard().press("Enter");
        shows("take");
        assertThat(kiosk.locator("h1")).hasText("カードをお取りください");
        assertThat(desk.locator("main")).containsText("ミホン ハナコ");
        act("pull", "mihon-hanako");
        shows("done");
        assertThat(kiosk.content()).doesNotContain("見本", "ミホン");
        assertThat(addresses)
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
        kiosk.keyboard().press("1");
        shows("phoneKind");
        kiosk.keyboard().press("2");
        shows("phonePin");
        type("1234");
        shows("holdAndroid");
        act("hold-3", "mihon-hanako");
        shows("failed");
        assertThat(kiosk.locator(".code")).containsText("X-PHN");
        assertThat(desk.locator("main")).containsText("読めない回答");
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
        picture("kiosk-" + screen);
        String looked = screen
                + kiosk.locator("html").getAttribute("lang")
                + kiosk.locator("html").getAttribute("class");
        if (!SEEN.add(looked)) {
            return;
        }
        assertThat(new AxeBuilder(kiosk)
                        .analyze().getViolations().stream()
                                .map(found -> found.getId() + ": " + found.getNodes())
                                .toList())
                .isEmpty();
    }

    private void picture(String name) {
        kiosk.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }
}
