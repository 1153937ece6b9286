package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator makes a report on the registers of a running town and goes down to the facts; an auditor reads it; a command line makes the next one. */
class QualityBrowserTest {

    private static final DemoLogin OPERATOR = DemoLogin.ALL.get(2);
    private static final DemoLogin AUDITOR = DemoLogin.ALL.get(3);

    private static DemoTown town;

    @BeforeAll
    static void open() throws IOException {
        town = DemoTown.open();
    }

    @AfterAll
    static void close() throws IOException {
        town.close();
    }

    @Test
    void fromTheReportDownToTheFactsAndOutToTheInsurer() throws IOException {
        try (Browser browser = new Browser(1280, 900)) {
            browser.signIn(town, OPERATOR);
            Page page = browser.page;
            page.locator("a[href='/hub/quality']").click();
            assertThat(page.locator("#empty")).isVisible();
            assertThat(browser.barriers()).isEmpty();
            page.locator("#day").fill("きのう");
            page.locator("#start button").click();
            assertThat(page.locator("#start .fault")).hasCount(1);
            assertThat(page.locator("#day")).hasValue("きのう");

            page.locator("#day").fill("R8.11.20");
            page.locator("#day").press("Enter");
            assertThat(page.locator("#insurers")).isVisible();
            assertThat(browser.barriers()).isEmpty();
            browser.picture("quality");

            page.locator("#insurers tbody a").first().click();
            assertThat(page.locator("#kinds")).isVisible();
            assertThat(browser.barriers()).isEmpty();
            browser.picture("quality-insurer");
            page.locator("#charset").selectOption("shift_jis");
            Path file = page.waitForDownload(() -> page.locator("#csv button").click())
                    .path();
            assertThat(Files.readString(file, Charset.forName("windows-31j"))).startsWith("報告番号,所見番号,基準日");

            page.locator("#kinds tbody a").first().click();
            assertThat(browser.barriers()).isEmpty();
            page.locator("#findings tbody a").first().click();
            assertThat(page.locator("#facts tbody tr")).not().hasCount(0);
            assertThat(page.locator("main")).not().containsText("見本　");
            assertThat(browser.barriers()).isEmpty();
            browser.picture("quality-finding");
        }

        Spoken spoken = Spoken.by(
                "quality", "--day", "2026-11-21", "--data", town.settings.data().toString());
        assertThat(spoken.code()).isIn(0, Madoguchi.ATTENTION);
        assertThat(spoken.out()).contains("報告 report 2", "139998");
        Spoken wrong = Spoken.by("quality", "--csv", "x.csv", "--day", "13月", "--data", "nowhere");
        assertThat(wrong.code()).isEqualTo(Madoguchi.FAILED);
        assertThat(wrong.err()).contains("--insurer", "--day");

        try (Browser browser = new Browser(640, 900)) {
            browser.signIn(town, AUDITOR);
            Page page = browser.page;
            page.navigate(town.url("/hub/quality"));
            assertThat(page.locator("#insurers")).containsText("→ ±0");
            assertThat(page.locator("#start")).hasCount(0);
            assertThat(browser.barriers()).isEmpty();
        }
    }
}
