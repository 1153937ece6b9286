package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A facility sends its claims over mutual TLS, an operator of the agency settles them and looks at what became of them, and the facility fetches its letter. */
class ReviewBrowserTest {

    private static final String CLINIC = "1311234569";

    @TempDir
    private Path folder;

    @Test
    void aClaimFileGoesFromTheFacilityThroughTheAgencyAndBack() throws Exception {
        Path claims = folder.resolve("RECEIPTC.UKE");
        assertThat(Spoken.by("uke", "invent", claims.toString(), "--receipts", "50")
                        .code())
                .isZero();
        try (DemoTown town = DemoTown.open();
                Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(town, DemoLogin.ALL.get(2));
            browser.go("/review");
            assertThat(page.locator("#nofiles")).isVisible();
            assertThat(page.locator("#noruns")).isVisible();
            page.locator("#file").setInputFiles(Files.createFile(folder.resolve("EMPTY.UKE")));
            page.locator("#take button").click();
            assertThat(page.locator("#fault")).containsText("中身が空です");
            assertThat(page.locator("#nofiles")).isVisible();
            assertThat(browser.barriers()).isEmpty();

            assertThat(sent(town, "1319999913", claims).statusCode()).isEqualTo(422);
            HttpResponse<String> taken = sent(town, CLINIC, claims);
            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(taken.body()).contains("\"ACCEPTED\"", "\"accepted\":50");
            assertThat(sent(town, CLINIC, claims).body()).isEqualTo(taken.body());
            String reception = taken.body().replaceAll("(?s).*\"reception\":\"([^\"]+)\".*", "$1");
            assertThat(get(town, CLINIC, "/" + reception).body()).isEqualTo(taken.body());
            assertThat(get(town, "1319999913", "/" + reception).statusCode()).isEqualTo(404);
            assertThat(get(town, CLINIC, "/" + reception + "/results.csv").statusCode())
                    .isEqualTo(404);

            page.navigate(town.url("/review"));
            assertThat(browser.barriers()).isEmpty();
            browser.picture("review-waiting");
            page.locator("#waiting button").press("Enter");
            assertThat(page.locator("#ended")).containsText("2026-05 請求分の処理が済みました");
            assertThat(page).hasURL(town.url("/review/settling"));
            assertThat(browser.barriers()).isEmpty();
            browser.picture("review-settled");
            String data = town.settings.data().toString();
            Spoken again = Spoken.by("review", "settle", "--month", "2026-05", "--data", data);
            assertThat(again.code()).isZero();
            assertThat(again.out()).contains("処理するファイルはありません");
            assertThat(Spoken.by("review", "list", "--data", data).out()).contains(reception, "2026-05-1");
            assertThat(get(town, CLINIC, "/" + reception + "/results.csv").body())
                    .contains(",NOT_CONFIRMED,03,S-03,");
            assertThat(get(town, CLINIC, "/" + reception + "/results.pdf").body())
                    .startsWith("%PDF");
            assertThat(get(town, "1319999913", "/" + reception + "/results.csv").statusCode())
                    .isEqualTo(404);

            page.navigate(town.url("/review"));
            assertThat(page.locator("#files tbody tr")).hasCount(2);
            assertThat(browser.barriers()).isEmpty();
            browser.picture("review");
            page.locator("#runs tbody a").press("Enter");
            assertThat(page.locator("#rules")).containsText("S-03");
            assertThat(page.locator("#insurers")).containsText("01139997");
            assertThat(browser.barriers()).isEmpty();
            browser.picture("review-run");
            Path letter = page.waitForDownload(
                            () -> page.locator("#sent a[href$='.csv']").last().click())
                    .path();
            assertThat(Files.readString(letter, StandardCharsets.UTF_8)).contains(reception);
            page.locator("#rules tbody a").first().press("Enter");
            assertThat(page.locator("#receipts tbody tr")).not().hasCount(0);
            assertThat(browser.barriers()).isEmpty();
            page.locator("#receipts tbody a").first().press("Enter");
            assertThat(page.locator("h1")).containsText(reception);
            assertThat(browser.barriers()).isEmpty();
        }
    }

    private static HttpResponse<String> sent(DemoTown town, String facility, Path file) throws Exception {
        return new MachineClient(town, facility).send(file);
    }

    private static HttpResponse<String> get(DemoTown town, String facility, String below) throws Exception {
        return new MachineClient(town, facility).get(below);
    }
}
