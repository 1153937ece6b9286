package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The evening before: a receptionist asks about all of tomorrow's patients, in a real browser, with the people of the town. */
class BulkBrowserTest {

    private static final DemoLogin RECEPTION = DemoLogin.ALL.get(0);
    private static final String LIST = """
            P000123,139998,12-34,567890,02,S62.4.12,見本　花子
            P000042,06139992,3001,42,00,S54.11.30,見本　次郎
            P000999,139998,12-34,999999,,S62.4.12,
            """;

    private static DemoTown town;
    private Browser browser;
    private Page page;
    private final List<String> addresses = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        town = DemoTown.shared();
    }

    @BeforeEach
    void browser() {
        browser = new Browser(1280, 900);
        page = browser.page;
        page.onRequest(request -> addresses.add(request.url()));
    }

    @AfterEach
    void leave(TestInfo test) {
        browser.picture("end-of-" + test.getTestMethod().orElseThrow().getName());
        browser.close();
    }

    @Test
    void aListIsCheckedSentAndAnsweredWithTheKeyboardAloneWhileThePageMovesByItself() {
        browser.signIn(town, RECEPTION);
        page.navigate(town.url("/bulk"));
        assertThat(page.locator("#day")).hasValue("令和8年11月22日");
        browser.picture("bulk-sheet");
        assertThat(browser.barriers()).isEmpty();

        page.locator("#text").focus();
        page.keyboard().insertText(LIST + "P0,13999,,,,x");
        page.locator("body[data-keys=on]").waitFor();
        page.keyboard().press("F9");
        assertThat(page.locator("#faults")).isFocused();
        assertThat(page.locator(".wrong")).containsText("保険者番号は8桁");
        browser.picture("bulk-preview");
        assertThat(browser.barriers()).isEmpty();

        page.keyboard().press("F8");
        assertThat(page.locator("#bulk-list[data-state=FINISHED]")).isVisible();
        assertThat(page.locator("[data-group=NOT_ACTIVE] tr[data-own=P000042]")).containsText("新しい資格あり");
        assertThat(page.locator("[data-group=NOT_ACTIVE] tr[data-own=P000999]")).containsText("該当資格なし");
        assertThat(page.locator("[data-group=REST] tr[data-own=P000123]")).containsText("ミホン ハナコ");
        assertThat(page.locator("[data-group=REST] tr[data-own=P000123]")).containsText("初めて");
        assertThat(page.locator("#bulk-list")).not().containsText("無保険");
        browser.picture("bulk");
        assertThat(browser.barriers()).isEmpty();
        page.setViewportSize(640, 900);
        browser.picture("bulk-640");
        assertThat(browser.barriers()).isEmpty();
        assertThat(addresses)
                .noneMatch(address -> Pattern.compile("567890|139998|1987|P000")
                        .matcher(address)
                        .find());

        page.keyboard().press("Escape");
        page.waitForURL(town.url("/bulk"));
        assertThat(page.locator("#earlier")).containsText("✓ 結果あり");
        browser.picture("bulk-sheet-640");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void theSecondEveningSaysWhoIsUnchangedAlsoInEnglish() {
        browser.signIn(town, RECEPTION);
        for (int evening = 0; evening < 2; evening++) {
            page.navigate(town.url("/bulk"));
            page.locator("body[data-keys=on]").waitFor();
            page.locator("#text").fill("P7,06139992,3001,42,00,19791130,");
            page.keyboard().press("F9");
            page.locator("#start").waitFor();
            page.locator("body[data-keys=on]").waitFor();
            page.keyboard().press("F8");
            assertThat(page.locator("#bulk-list[data-state=FINISHED]")).isVisible();
        }
        assertThat(page.locator("[data-group=NOT_ACTIVE] tr[data-own=P7]")).containsText("変更なし");
        page.locator("button[lang=en]").click();
        assertThat(page.locator("[data-group=NOT_ACTIVE] tr[data-own=P7]")).containsText("unchanged");
        assertThat(browser.barriers()).isEmpty();
    }
}
