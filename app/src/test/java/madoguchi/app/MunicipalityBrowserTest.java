package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A municipality's clerk registers subsidies in a real browser, and an operator sees who takes part and issues a token with which a machine gets in. */
class MunicipalityBrowserTest {

    private static final DemoTown TOWN = DemoTown.shared();

    private static String record(String myNumber, String birth, String key) {
        return """
            {"orgSpecificCertificateTypeId": "CHILD", "myNumber": "%s",
             "basicFiveInfo": {"name": "見本　はると", "nameKana": "ミホン　ハルト", "address": "東京都架空区試験町1-2-3",
              "dateOfBirth": "%s", "sex": "1"},
             "isNotDisclosed": false, "medicalSubsidyInsurerNumber": "88139993", "certificationName": "マル子医療証",
             "medicalSubsidyRecipientNumber": "3100021", "isAlwaysReimbursement": "0",
             "validFrom": "2029-04-01", "validTo": "2029-04-30", "historyKey": "browser-%s", "isDeleted": false, "certificationDetail": []}
            """.formatted(myNumber, birth, key);
    }

    private static void send(Page page, String name, String text) {
        page.locator("#file")
                .setInputFiles(new FilePayload(name, "application/json", text.getBytes(StandardCharsets.UTF_8)));
        page.locator("#send button").press("Enter");
        page.waitForURL(url -> url.contains("/municipality/tasks/"));
    }

    @Test
    void aClerkSeesEveryFaultConfirmsFollowsAndTakesItBack() {
        try (Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(TOWN, DemoLogin.ALL.getLast());
            page.navigate(TOWN.url("/municipality"));
            assertThat(page.locator("#own")).containsText("架空区");
            shown(browser, "municipality");

            send(page, "broken.json", "[{\"historyKey\": \"h1\"},");
            assertThat(page.locator("#state")).containsText("SUB-E01");
            shown(browser, "municipality-broken");

            page.navigate(TOWN.url("/municipality"));
            send(
                    page,
                    "children.json",
                    "[" + record("000000000353", "2022-06-05", "1") + ","
                            + record("000000000353", "2022-06-06", "2") + ","
                            + record("00000000035", "2022-06-05", "3") + "]");
            assertThat(page.locator("#state")).containsText("まだ何も登録されていません");
            assertThat(page.locator("#faults")).containsText("SUB-E25");
            assertThat(page.locator("#faults")).containsText("SUB-E13");
            shown(browser, "municipality-preview");

            page.locator("#confirm button").press("Enter");
            assertThat(page.locator("#state")).containsText("登録しました");
            shown(browser, "municipality-stored");
            page.locator("#reason").fill("試しに送った");
            page.locator("#undo button").press("Enter");
            assertThat(page.locator("#state")).containsText("取り消しました");
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void anOperatorSeesWhoTakesPartAndIssuesATokenThatLetsAMachineIn() throws IOException, InterruptedException {
        try (Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(TOWN, DemoLogin.ALL.get(2));
            page.navigate(TOWN.url("/subsidies/participants"));
            assertThat(page.locator("#schemes")).containsText("架空区");
            assertThat(page.locator("#setting button")).isVisible();
            shown(browser, "participants");
            page.locator("button[lang=en]").click();
            assertThat(page.locator("#setting")).containsText("Look-ups by number");
            shown(browser, "participants-english");
            page.locator("button[lang=ja]").click();
            assertThat(page.locator("#setting")).containsText("番号での照会");

            page.navigate(TOWN.url("/subsidies/tokens"));
            page.locator("#code").fill("139998");
            page.locator("#note").fill("夜間連携");
            page.locator("#issue button").press("Enter");
            String token = page.locator("#token").textContent();
            shown(browser, "tokens");
            assertThat(posted(token).statusCode()).isEqualTo(202);
            page.navigate(TOWN.url("/subsidies/tokens"));
            assertThat(page.locator("body")).not().containsText(token);
            page.locator("#tokens form button").first().press("Enter");
            assertThat(page.locator("#tokens")).containsText("失効");
            assertThat(posted(token).statusCode()).isEqualTo(401);
        }
    }

    private static HttpResponse<String> posted(String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(TOWN.url("/api/subsidies/registration-tasks")))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.ofString("[" + record("1", "2022-06-05", "4") + "]"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** No barrier, nothing cut off at either width, in either language. */
    private static void shown(Browser browser, String name) {
        Page page = browser.page;
        browser.picture(name);
        assertThat(browser.barriers()).isEmpty();
        page.setViewportSize(640, 900);
        browser.picture(name + "-640");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits 640 pixels", name)
                .isEqualTo(true);
        page.setViewportSize(1280, 900);
    }
}
