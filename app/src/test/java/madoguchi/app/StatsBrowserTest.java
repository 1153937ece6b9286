package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
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
                assertThat(page.locator("#source")).containsText("仮の値");
                assertThat(page.locator("#answers tbody tr")).hasCount(4);
                open(browser, town, "/stats/returns", "stats-returns-empty");
                assertThat(page.locator("#empty")).isVisible();
                page.navigate(town.url("/claims/results"));
                page.setInputFiles("#file", letter());
                page.locator("#start").press("Enter");
                assertThat(page.locator("#note")).containsText("3");
                open(browser, town, "/stats/troubles", "stats-troubles-returns");
                assertThat(page.locator("#returnreasons tbody tr")).hasCount(1);
                page.locator("#returns a[href='/stats/returns']").press("Enter");
                browser.picture("stats-returns");
                assertThat(browser.barriers()).isEmpty();
                assertThat(page.locator("#returned")).containsText("2");
                assertThat(page.locator("#reasons tbody tr")).hasCount(2);
                page.locator("#reasons a").first().press("Enter");
                assertThat(page.locator("#receipts tbody tr")).hasCount(2);
                assertThat(page.locator("#receipts")).containsText("K0002");
                assertThat(browser.barriers()).isEmpty();
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
                open(browser, town, "/stats/nation/returns", "stats-nation-returns");
                assertThat(page.locator("#empty")).isVisible();
                // Of one facility every total tells everything: nothing may go out.
                open(browser, town, "/stats/nation/release?month=2026-11", "stats-release");
                assertThat(page.locator("#unsafe")).isVisible();
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
            assertThat(Spoken.by("stats", "--month", month, "--files", "--data", data)
                            .err())
                    .contains("stats export --month " + month);
            assertThat(Spoken.by("stats", "export", "--month", "2025-10", "--data", data)
                            .out())
                    .contains("2025-10-31  0 件");
            Spoken fromFiles = Spoken.by("stats", "--month", "2025-10", "--files", "--data", data);
            assertThat(fromFiles.out()).contains("この月の照会はありません");
            Files.writeString(
                    StatsWiring.masterFile(town.settings.data()), "code,kind,name\n1,shop,\n", StandardCharsets.UTF_8);
            Spoken refused = Spoken.by("stats", "--month", month, "--data", data);
            assertThat(refused.code()).isEqualTo(Madoguchi.FAILED);
            assertThat(refused.err()).contains("2行目 line 2");
        }
    }

    private static FilePayload letter() {
        String lines = """
                reception,claim_month,receipt,ordinal,chart,service_month,outcome,rule,part,claimed_insurer,found_insurer,sentence
                202611-000000001,2026-11,1,1,K0001,2026-10,TRANSFERRED,S-04,1,01139997,06139992,a
                202611-000000001,2026-11,2,2,K0002,2026-10,RETURNED_DEATH,S-08,1,39139993,,b
                202611-000000001,2026-11,3,3,K0003,2026-10,RETURNED_DEATH,S-08,1,39139993,,c
                """;
        return new FilePayload("kekka.csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8));
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
