package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.desk.Desk;
import org.junit.jupiter.api.Test;

/** A facility looks at its own figures, an operator at everybody's: from an empty month to the events behind a figure. */
class StatsBrowserTest {

    private static final DemoLogin RECEPTION = DemoLogin.ALL.get(0);
    private static final DemoLogin OPERATOR = DemoLogin.ALL.get(2);

    @Test
    void figuresFillByThemselvesAndLeadToTheEventsBehindThem() throws Exception {
        try (DemoTown town = DemoTown.open()) {
            try (Browser browser = new Browser(1280, 900)) {
                browser.signIn(town, RECEPTION);
                Page page = browser.page;
                open(browser, town, "/stats/troubles", "stats-troubles-empty");
                assertThat(page.locator("#empty")).isVisible();

                page.navigate(town.url("/town"));
                page.locator("tr", new Page.LocatorOptions().setHasText("架空　太郎"))
                        .first()
                        .locator("button")
                        .click();
                unreadable(town, "011");
                unreadable(town, "006");

                open(browser, town, "/stats", "stats-own");
                assertThat(page.locator("#noreceipts")).isVisible();
                assertThat(page.locator("#tiers tbody tr")).hasCount(3);
                page.locator("a[href*='counted=counted']").press("Enter");
                assertThat(page.locator("#events tbody tr")).hasCount(1);
                assertThat(page.locator("#events")).containsText("R-MET-03");
                assertThat(browser.barriers()).isEmpty();

                open(browser, town, "/stats/troubles", "stats-troubles");
                assertThat(page.locator("#unsettled")).isVisible();
                page.locator("a[href='/stats/troubles/expired-card?span=week']").press("Enter");
                assertThat(page.locator("#receptions")).containsText("006");
                assertThat(browser.barriers()).isEmpty();

                open(browser, town, "/stats/line?hour=60&readers=1&visual=40", "stats-line");
                assertThat(page.locator("#assumed")).isVisible();
                assertThat(page.locator("#answers tbody tr")).hasCount(4);
                assertThat(page.navigate(town.url("/stats/nation")).status()).isEqualTo(403);
            }
            try (Browser browser = new Browser(1280, 900)) {
                browser.signIn(town, OPERATOR);
                Page page = browser.page;
                open(browser, town, "/stats/nation", "stats-nation");
                assertThat(page.locator("#prefectures")).containsText("東京都");
                assertThat(page.locator("svg.chart text").first()).not().isEmpty();
                page.locator("#prefectures a").first().press("Enter");
                page.locator("#facilities a").first().press("Enter");
                assertThat(page.locator("#events tbody tr")).hasCount(1);
                open(browser, town, "/stats/nation/published", "stats-published");
                assertThat(page.locator("#agree")).isVisible();
                assertThat(page.locator("#checks")).containsText("37.14%");
            }
            town.clock.forward(Duration.ofMinutes(2));
            String month = LocalDate.ofInstant(town.clock.instant(), Server.TOKYO)
                    .toString()
                    .substring(0, 7);
            String data = town.settings.data().toString();
            Spoken said = Spoken.by("stats", "--month", month, "--csv", "--data", data);
            assertThat(said.out()).contains(month + ",nation,nation,全国,1,1,0,0,0,100.00,");
            Files.writeString(
                    StatsWiring.masterFile(town.settings.data()), "code,kind,name\n1,shop,\n", StandardCharsets.UTF_8);
            Spoken refused = Spoken.by("stats", "--month", month, "--data", data);
            assertThat(refused.code()).isEqualTo(Madoguchi.FAILED);
            assertThat(refused.err()).contains("2行目 line 2");
        }
    }

    private static void open(Browser browser, DemoTown town, String path, String picture) {
        browser.page.navigate(town.url(path));
        browser.picture(picture);
        assertThat(browser.barriers()).as(path).isEmpty();
    }

    private static void unreadable(DemoTown town, String code) {
        Answer nobody = new Answer.Unreachable(
                Answer.Cause.TERMINAL, Optional.of(code), new Text("読み取れませんでした。", "It could not be read."));
        town.server
                .bean(Desk.class)
                .arrivals()
                .arrived(new Arrival(
                        "stats-" + code,
                        LocalDate.ofInstant(town.clock.instant(), Server.TOKYO),
                        InquiryKind.CARD,
                        Reply.of(nobody, town.clock.instant())));
    }
}
