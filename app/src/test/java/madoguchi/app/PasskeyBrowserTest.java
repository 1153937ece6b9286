package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A passkey from the first to the last day, in a real browser with a virtual authenticator: after a log-in by card, in place of the card, and no more. */
class PasskeyBrowserTest {

    private static final DemoTown TOWN = DemoTown.shared();
    private static Browser browser;
    private static Page phone;

    @BeforeAll
    static void open() {
        browser = new Browser(320, 700);
        phone = browser.page;
        // The first log-in of a town makes its cards.
        phone.setDefaultTimeout(120_000);
        CDPSession session = phone.context().newCDPSession(phone);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (String able :
                List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) {
            options.addProperty(able, true);
        }
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static void fits(String name) {
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isEqualTo(true);
        assertThat(Browser.barriers(phone)).as(name).isEmpty();
        Browser.picture(phone, "passkey-" + name);
    }

    private static void logInByCard() {
        phone.navigate(TOWN.url("/portal/login"));
        phone.locator("#person").selectOption("mihon-hanako");
        phone.locator("#pin").fill("1234");
        phone.locator("#enter").click();
        assertThat(phone.locator("#logged-in")).isVisible();
    }

    private static void logInByPasskey() {
        phone.locator("#enter-by-passkey").click();
    }

    @Test
    void aPasskeyOpensItsHoldersScreensButNoneThatCountsAtACounterUntilItIsRemoved() {
        logInByCard();
        assertThat(phone.locator("#code")).isVisible();
        phone.locator("nav a[href='/portal/passkeys']").click();
        assertThat(phone.locator("#no-passkeys")).isVisible();
        fits("none");
        phone.locator("#name").fill("");
        phone.locator("#name").evaluate("field => field.removeAttribute('required')");
        phone.locator("#add-passkey").click();
        assertThat(phone.locator("#faults")).containsText("名前を1〜40字で");
        phone.locator("#name").fill("わたしの電話");
        phone.locator("#add-passkey").click();
        assertThat(phone.locator(".passkey strong")).hasText("わたしの電話");
        phone.locator("#add-passkey").click();
        assertThat(phone.locator("#faults")).containsText("登録済み");
        fits("registered");

        phone.locator("#logout").click();
        fits("login");
        logInByPasskey();
        assertThat(phone.locator("#who")).containsText("見本　花子");
        assertThat(phone.locator("#spot")).containsText("パスキーでログイン");
        assertThat(phone.locator("#by-passkey")).containsText("窓口では使えない画面です");
        assertThat(phone.locator("#code")).hasCount(0);
        assertThat(phone.locator("#facility")).hasCount(0);
        assertThat(phone.locator("#enrolment-off")).hasCount(0);
        fits("health");
        for (String screen : List.of("recipient", "looks", "consents", "family")) {
            phone.navigate(TOWN.url("/portal/" + screen));
            assertThat(phone.locator("#code")).hasCount(0);
            fits(screen);
        }
        phone.locator("nav a[href='/portal/passkeys']").click();
        assertThat(phone.locator("#needs-card")).isVisible();

        phone.locator(".passkey .remove").click();
        assertThat(phone.locator("#ended")).isVisible();
        logInByPasskey();
        assertThat(phone.locator("#why")).containsText("このパスキーではログインできません。");
        logInByCard();
        phone.locator("nav a[href='/portal/passkeys']").click();
        assertThat(phone.locator(".passkey")).containsText("外しました");
        fits("removed");
    }
}
