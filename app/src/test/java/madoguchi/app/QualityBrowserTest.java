package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import madoguchi.account.Accounts;
import madoguchi.account.By;
import madoguchi.account.Role;
import madoguchi.hub.Registrations;
import madoguchi.hub.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An operator makes a report on the registers of a running town and goes down to the facts; an auditor reads it; a command line makes the next one. */
@TestMethodOrder(MethodOrderer.MethodName.class)
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
    void aFaultyFileIsToldLineByLineAndMarkedInTheList() {
        String lines = """
                異動区分,個人番号,保険者番号,記号,番号,枝番,被保険者証区分,本人家族,氏名,氏名カナ,性別1,生年月日,住所,資格取得年月日,保険者名称
                1,000000000124,06139984,71,9001,00,01,1,例示　別人,ﾚｲｼﾞ ﾍﾞﾂｼﾞﾝ,5,19620230,東京都架空区例示町7-7,20261101,架空商事健康保険組合
                """;
        try (Browser browser = new Browser(1100, 900)) {
            browser.signIn(town, OPERATOR);
            Page page = browser.page;
            page.navigate(town.url("/hub"));
            page.setInputFiles(
                    "#file", new FilePayload("faulty.csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8)));
            page.locator("form:has(#file) button").press("Enter");
            assertThat(page.locator("#report")).containsText("登録 0、変更なし 0、誤り 1");
            assertThat(page.locator("#report .fault")).hasCount(2);
            assertThat(page.locator("#report")).containsText("2 行目 生年月日: その日は暦にありません。");
            page.navigate(town.url("/hub"));
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("faulty.csv")))
                    .containsText("▲ 誤りの行を除いて完了");
            assertThat(page.locator("main")).containsText("もう一度入れると、行ごとの理由が出ます");
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void firstFromTheReportDownToTheFactsAndOutToTheInsurer() throws IOException {
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

    @Test
    void theRegistersAreReadForADayAndTellOfAHiddenPersonToTheAuditorAlone() {
        try (Browser browser = new Browser(1100, 900)) {
            browser.signIn(town, OPERATOR);
            Page page = browser.page;
            page.navigate(town.url("/hub/registers"));
            page.locator("#ask button").click();
            assertThat(page.locator("#ask .fault")).not().hasCount(0);
            read(page, "139998", "12-34", "567890", "02", "S62.4.12");
            assertThat(page.locator("#entries")).containsText("● 有効");
            assertThat(page.locator("main")).not().containsText("ミホン");
            assertThat(browser.barriers()).isEmpty();
            browser.picture("registers");
            read(page, "01139997", "8141", "55", "00", "H1.2.20");
            assertThat(page.locator("#nobody")).isVisible();
        }
        try (Browser browser = new Browser(640, 900)) {
            browser.signIn(town, AUDITOR);
            Page page = browser.page;
            page.navigate(town.url("/hub/registers"));
            read(page, "01139997", "8141", "55", "00", "H1.2.20");
            assertThat(page.locator("#entries")).isVisible();
            assertThat(page.locator("#looks tbody tr")).not().hasCount(0);
            assertThat(browser.barriers()).isEmpty();
        }
    }

    private static void read(Page page, String insurer, String symbol, String number, String branch, String birth) {
        page.locator("#insurer").fill(insurer);
        page.locator("#symbol").fill(symbol);
        page.locator("#number").fill(number);
        page.locator("#branch").fill(branch);
        page.locator("#birth").fill(birth);
        page.locator("#ask button").click();
    }

    /** A townsperson's My Number in a society's row of somebody else: found by the report, proposed by one operator, carried out by another. */
    @Test
    void thenAWrongLinkIsMendedByTwoOperators() throws IOException {
        DemoLogin second = new DemoLogin("ishida", "二人目", Role.OPERATOR, "MFSGK3LPOJQWO5LDNBUS2NRA");
        town.server
                .bean(Accounts.class)
                .publish(
                        second.name(),
                        second.label(),
                        second.role(),
                        DemoLogin.HASH,
                        second.secret(),
                        By.program("test"));
        takeAWrongRow();
        try (Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(town, OPERATOR);
            page.navigate(town.url("/hub/quality"));
            page.locator("#start button").click();
            assertThat(page.locator("h2").first()).containsText("報告 3");
            page.locator("#insurers a", new Page.LocatorOptions().setHasText("06139984"))
                    .click();
            page.locator("a[href$='/WRONG-1']").click();
            page.locator("#findings tbody a").first().click();
            assertThat(page.locator("#concordance")).containsText("✕ 不一致");
            page.locator("#propose button").click();
            assertThat(page.locator("#propose .fault")).not().hasCount(0);
            assertThat(browser.barriers()).isEmpty();
            page.locator("#propose input[name=fact]").last().check();
            page.locator("#propose input[name=unknown]").check();
            page.locator("#reason").fill("個人番号の取り違え");
            browser.picture("relink-propose");
            page.locator("#propose button").click();
            assertThat(page.locator("#state")).containsText("別の担当者の確認を待っています");
            assertThat(page.locator("#confirm")).hasCount(0);
            assertThat(browser.barriers()).isEmpty();
        }
        try (Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(town, second);
            page.navigate(town.url("/hub/relinks"));
            assertThat(browser.barriers()).isEmpty();
            page.locator("#relinks tbody a").first().click();
            page.locator("#confirm button").press("Enter");
            assertThat(page.locator("#state")).containsText("訂正しました（ishida");
            assertThat(page.locator("#undo")).isVisible();
            assertThat(browser.barriers()).isEmpty();
            browser.picture("relink");
        }
    }

    private static void takeAWrongRow() throws IOException {
        Path file = Files.createTempFile("wrong", ".csv");
        Files.writeString(file, """
                異動区分,個人番号,保険者番号,記号,番号,枝番,被保険者証区分,本人家族,氏名,氏名カナ,性別1,生年月日,住所,資格取得年月日,保険者名称
                1,000000000124,06139984,71,9001,00,01,1,例示　別人,ﾚｲｼﾞ ﾍﾞﾂｼﾞﾝ,2,19620101,東京都架空区例示町7-7,20261101,架空商事健康保険組合
                """);
        assertThat(town.server
                        .bean(Registrations.class)
                        .take(Source.of(file), lines -> {})
                        .orElseThrow()
                        .stored())
                .isOne();
    }
}
