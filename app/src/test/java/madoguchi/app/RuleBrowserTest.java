package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A receptionist reads the rules in a real browser; other software asks them on both ports. */
class RuleBrowserTest {

    private static final DemoLogin RECEPTION = DemoLogin.ALL.get(0);
    private static final DemoLogin OPERATOR = DemoLogin.ALL.get(2);
    private static final String QUESTION = """
            {"day": "2026-04-01", "shown": "card", "outcome": "active", "visit": "first"}
            """;

    private static DemoTown town;

    @BeforeAll
    static void open() throws IOException {
        town = DemoTown.shared();
    }

    @Test
    void aReceptionistFindsTheRowOfTheDayAndItsSource() {
        try (Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(town, RECEPTION);
            page.navigate(town.url("/"));
            browser.go("/rules");
            page.waitForURL(town.url("/rules"));
            assertThat(page.locator("h1")).hasText("規則");
            browser.picture("rules");
            assertThat(browser.barriers()).isEmpty();

            page.locator(".tables a[href^='/rules/insurance']").click();
            page.locator("#words").fill("オシラセ 国保");
            page.locator("#words").press("Enter");
            page.waitForURL(Pattern.compile(".*words=.*"));
            assertThat(page.locator("#words")).hasValue("オシラセ 国保");
            page.locator("#words").fill("");
            page.locator("#day").fill("R8.3.31");
            page.locator("#day").press("Enter");
            assertThat(page.locator("#day-shown")).containsText("令和8年3月31日");
            assertThat(page.locator("#day-said")).containsText("2026-03-31");
            assertThat(page.locator("#rows")).containsText("有効期限切れの健康保険証等に関する暫定的な取扱い");
            browser.picture("rules-insurance");
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void whatChangedOnADayIsShownForWhomAndHow() {
        try (Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(town, RECEPTION);
            page.navigate(town.url("/rules/insurance?day=2026-03-31"));
            page.locator("#next-change").click();
            assertThat(page.locator("#day-shown")).containsText("2026-04-01");
            page.locator("#go-compare").click();
            assertThat(page.locator("#changes h2")).containsText("令和8年3月31日 → 令和8年4月1日");
            assertThat(page.locator("#changes")).containsText("R-OLD-16");
            browser.picture("rules-changes");
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void theSliderStepsThroughTheDaysOnWhichRulesChange() {
        try (Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(town, RECEPTION);
            page.navigate(town.url("/rules/insurance?day=2026-04-01"));
            page.locator("#slider").focus();
            page.keyboard().press("ArrowLeft");
            page.waitForURL(Pattern.compile(".*day=2025-12-02.*"));
            assertThat(page.locator("#slider")).isFocused();
            assertThat(page.locator("#slider")).hasAttribute("aria-valuetext", "令和7年12月2日から令和8年3月31日まで");
        }
    }

    @Test
    void aSituationIsTriedAndEveryOtherRowSaysWhyNot() {
        try (Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(town, RECEPTION);
            page.navigate(town.url("/rules/insurance?day=2026-03-31"));
            page.locator("#go-try").click();
            page.locator("#facet-shown").selectOption("expired-insurance-card");
            page.locator("#facet-outcome").selectOption("active");
            page.locator("#facet-visit").selectOption("first");
            page.locator("#try").click();
            assertThat(page.locator("#decides")).containsText("R-OLD-13");
            assertThat(page.locator("#timeline tr.now")).containsText("R-OLD-13");
            assertThat(page.locator("#timeline")).containsText("令和8年4月1日から");
            browser.picture("rules-try");
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void theCatalogueSaysWhatEveryEntryOfTheSourcesBecame() {
        try (Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(town, OPERATOR);
            page.navigate(town.url("/rules/catalogue"));
            assertThat(page.locator("[id='R-OLD-13']")).containsText("保険の資格");
            browser.picture("rules-catalogue");
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void besideTheOtherSoftwareInHalfAScreenAndInEnglishNothingHasToBeScrolledSideways() {
        try (Browser browser = new Browser(640, 900)) {
            Page page = browser.page;
            browser.signIn(town, RECEPTION);
            for (String path : new String[] {
                "/rules",
                "/rules/insurance?compare=2026-03-31",
                "/rules/insurance/try",
                "/rules/subsidy",
                "/rules/catalogue"
            }) {
                page.navigate(town.url(path));
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path)
                        .isEqualTo(true);
                assertThat(browser.barriers()).as(path).isEmpty();
                browser.picture("rules-640" + path.replaceAll("[/?=&]", "-"));
            }
            page.navigate(town.url("/rules/insurance"));
            page.locator("button[name=to][value=en]").click();
            page.waitForURL(town.url("/rules/insurance"));
            assertThat(page.locator("h1")).hasText("Insurance at the desk");
            browser.picture("rules-640-english");
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void aPrintedPageHasTheRowsAndNoButtons() {
        try (Browser browser = new Browser(800, 1100)) {
            Page page = browser.page;
            browser.signIn(town, RECEPTION);
            page.navigate(town.url("/rules/certificate-state"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(page.locator("#show")).isHidden();
            assertThat(page.locator("nav").first()).isHidden();
            assertThat(page.locator("#rows .rule").first()).isVisible();
            assertThat(page.locator("#day-shown")).isVisible();
            browser.picture("rules-print");
        }
    }

    @Test
    void aSignedInSessionMayAskAndSomebodyElseIsToldSoAsAProblem() {
        try (Browser browser = new Browser(640, 900)) {
            browser.signIn(town, OPERATOR);
            APIResponse decision = browser.page
                    .request()
                    .post(
                            town.url("/api/determinations"),
                            RequestOptions.create()
                                    .setHeader("Content-Type", "application/json")
                                    .setData(QUESTION));
            assertThat(decision.status()).isEqualTo(200);
            assertThat(decision.text()).contains("\"verdict\" : \"accepted\"");
            assertThat(browser.page.request().get(town.url("/api/openapi.json")).status())
                    .isEqualTo(200);
            assertThat(browser.page.request().get(town.url("/api/openapi.yaml")).text())
                    .startsWith("openapi: 3.1.0");
        }
        try (Browser stranger = new Browser(640, 900)) {
            APIResponse refused = stranger.page
                    .request()
                    .post(
                            town.url("/api/determinations"),
                            RequestOptions.create()
                                    .setHeader("Content-Type", "application/json")
                                    .setData(QUESTION));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.headers().get("content-type")).startsWith("application/problem+json");
        }
    }

    @Test
    void aCertifiedMachineMayAskOnTheMachinesPort() throws Exception {
        HttpClient machine = Tls.client(new DevelopmentCa(town.settings.pki(), town.clock), "1319999913");
        HttpResponse<String> decision = machine.send(
                HttpRequest.newBuilder(
                                URI.create("https://localhost:" + town.settings.machinePort() + "/api/determinations"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(QUESTION))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(decision.statusCode()).isEqualTo(200);
        assertThat(decision.body()).contains("R-ACC-01");
    }
}
