package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.desk.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient on a first visit whose card cannot be read: from the reception to the destroyed declaration, in a real browser. */
class DeclarationBrowserTest {

    private static final DemoLogin RECEPTION = DemoLogin.ALL.get(0);

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
        browser = new Browser(1280, 1000);
        page = browser.page;
        page.onRequest(request -> addresses.add(request.url()));
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void aDeclarationIsWrittenAtTheCounterTellsTheDeskAndIsDestroyed() {
        arriveUnread();
        browser.signIn(town, RECEPTION);
        // Its own reception: others of this town may still be asked again and come to the top.
        page.locator("#list a.row", new Page.LocatorOptions().setHasText("氏名不明"))
                .first()
                .click();
        page.locator("#visit").selectOption("FIRST");
        page.locator("#shown-form button").click();
        page.locator("[data-evidence=NEITHER]").click();
        page.locator("#write-declaration").click();
        assertThat(browser.barriers()).isEmpty();
        browser.picture("declaration-form");

        page.locator("#save").click();
        assertThat(page.locator("#faults")).containsText("まだ保存していません");
        assertThat(page.locator("#has-insurance-said")).containsText("✕");
        assertThat(browser.barriers()).isEmpty();
        browser.picture("declaration-faults");

        fill();
        page.locator("#save").click();
        assertThat(page.locator("#declaration")).containsText("保存してあります");
        assertThat(page.locator("#said")).containsText("髙﨑　𠮷子");
        assertThat(page.locator("#gaps")).containsText("事業所名");
        assertThat(browser.barriers()).isEmpty();
        browser.picture("declaration-detail");
        assertThat(page.request().get(page.url() + "/print.pdf").headers().get("content-type"))
                .isEqualTo("application/pdf");

        page.locator("#reception").click();
        assertThat(page.locator("#reception")).containsText("仮・申立書");

        page.navigate(town.url("/declarations"));
        assertThat(page.locator("#kept")).containsText("髙﨑　𠮷子");
        assertThat(browser.barriers()).isEmpty();
        page.locator("#kept a").first().click();
        page.locator("#destroy").click();
        assertThat(page.locator("main")).containsText("元に戻せません");
        assertThat(browser.barriers()).isEmpty();
        browser.picture("declaration-destroy");
        page.locator("input[name=reason]").first().check();
        page.locator("#confirm").check();
        page.locator("#do-destroy").click();
        assertThat(page.locator("#none")).isVisible();
        assertThat(page.locator("#destroyed")).containsText("請求と支払の事務が終わった");
        assertThat(browser.barriers()).isEmpty();
        browser.picture("declaration-list");
        assertThat(addresses)
                .noneMatch(address -> Pattern.compile("1987|6204|%E9%AB|0900000")
                        .matcher(address)
                        .find());
    }

    @Test
    void besideTheOtherSoftwareInHalfAScreenNothingHasToBeScrolledSideways() {
        try (Browser narrow = new Browser(640, 900)) {
            narrow.signIn(town, RECEPTION);
            narrow.page.navigate(town.url("/declarations/new"));
            assertThat(narrow.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            narrow.picture("declaration-640");
            assertThat(narrow.barriers()).isEmpty();
        }
    }

    private void fill() {
        page.locator("#has-insurance").check();
        page.locator("input[name=insurance-kind][value=employees]").check();
        page.locator("#insurer-name").fill("見本産業健康保険組合");
        page.locator("#name").fill("髙﨑　𠮷子");
        page.locator("#kana").fill("タカサキ　ヨシコ");
        page.locator("#birth-date").fill("S62.4.12");
        page.locator("input[name=sex][value='2']").check();
        page.locator("#address").fill("架空県架空区旧町1-2-3");
        page.locator("#signature").fill("髙﨑　𠮷子");
        page.locator("#phone").fill("090-0000-1234");
    }

    /* A card whose reading nobody answered. */
    private static void arriveUnread() {
        Desk desk = town.server.bean(Desk.class);
        LocalDate day = LocalDate.ofInstant(town.clock.instant(), Server.TOKYO);
        desk.arrivals()
                .arrived(new Arrival(
                        "declaration-test",
                        day,
                        InquiryKind.CARD,
                        Reply.of(
                                new Answer.Unreachable(
                                        Answer.Cause.TERMINAL, Optional.empty(), Text.same("reader out of order")),
                                town.clock.instant())));
    }
}
