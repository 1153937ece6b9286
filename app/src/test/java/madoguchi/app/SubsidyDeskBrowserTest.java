package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A subsidy at the desk, in a real browser by the keyboard: a card that cannot be read, the screen, a certificate keyed in, the charge and the ledger. */
class SubsidyDeskBrowserTest {

    @Test
    void aReceptionistConfirmsASubsidyByScreenKeysItInChargesAndEntersTheLedger() throws IOException {
        DemoTown town = DemoTown.shared();
        try (Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(town, DemoLogin.ALL.getFirst());
            page.keyboard().press("F6");
            page.locator("#receive-sheet input[name=shown]:focus").waitFor();
            page.locator("#called").fill("ジョセイ タロウ");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.matches(".*/receptions/[0-9a-f-]{36}"));
            page.locator("body[data-keys=on]").waitFor();
            page.keyboard().press("s");
            page.waitForURL(url -> url.endsWith("/subsidies"));
            assertThat(page.locator("#sentence")).containsText("受給者証");
            assertThat(browser.barriers()).isEmpty();

            keys(page);
            page.keyboard().press("2");
            assertThat(page.locator("[data-slot=new] [aria-pressed=true]")).containsText("画面");
            keys(page);
            page.keyboard().press("n");
            page.locator("#name:focus").waitFor();
            page.locator("input[value=PORTAL_SCREEN]").check();
            page.locator("#name").fill("特定医療費（指定難病）受給者証");
            page.locator("#payer").fill("54139994");
            page.locator("#recipient").fill("5400015");
            page.locator("#from").fill("R8.1.1");
            page.locator("#through").fill("R9.12.31");
            page.locator("#ceiling").fill("5000");
            page.keyboard().press("Enter");
            assertThat(page.locator("#payer-said")).containsText("検証番号が合いません");
            assertThat(browser.barriers()).isEmpty();
            page.locator("#payer").fill("54139993");
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-slot^=s]")).containsText("マイナポータルの画面から手入力");

            keys(page);
            page.keyboard().press("t");
            page.locator("#points:focus").waitFor();
            page.keyboard().type("200");
            page.keyboard().press("Enter");
            page.locator("#charge:focus").waitFor();
            browser.picture("subsidies");
            assertThat(browser.barriers()).isEmpty();

            page.navigate(page.url().replaceAll("/charge$", ""));
            keys(page);
            page.keyboard().press("g");
            page.waitForURL(url -> url.endsWith("/ledger"));
            page.locator("textarea").first().fill("2, 架空薬局, 薬局, 24500, 4900, 4900");
            page.locator(".transcribe button").first().press("Enter");
            assertThat(page.locator(".ledger-table")).containsText("架空薬局");
            assertThat(page.locator("section[data-total=ALL]")).containsText("残り 100円");
            browser.picture("ledger");
            assertThat(browser.barriers()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    private static void keys(Page page) {
        page.locator("body[data-keys=on]").waitFor();
    }
}
