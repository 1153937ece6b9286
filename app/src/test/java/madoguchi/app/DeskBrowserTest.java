package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A receptionist at the desk, in a real browser, with the keyboard alone. */
class DeskBrowserTest {

    private static final DemoLogin RECEPTION = DemoLogin.ALL.get(0);
    private static final DemoLogin ADMIN = DemoLogin.ALL.get(1);
    private static final DemoLogin OPERATOR = DemoLogin.ALL.get(2);

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
    void aReceptionistSignsInInquiresAndSeesTheAnswerWithTheKeyboardAlone() {
        browser.signIn(town, RECEPTION);
        inquireByKeyboard("139998", "12-34", "567890", "02", "S62.4.12");

        assertThat(page.locator("#reception[data-state=ACTIVE]")).isVisible();
        assertThat(page.locator("#who")).containsText("ミホン ハナコ");
        assertThat(page.locator("#who")).containsText("見本　花子");
        assertThat(page.locator("#born")).containsText("昭和62年4月12日");
        assertThat(page.locator("#born")).containsText("39歳");
        assertThat(page.locator("#state")).containsText("● 有効");
        assertThat(page.locator("#reception")).containsText("架空区国民健康保険");
        assertThat(page.locator("[data-field=insurer]").first()).hasText("139998");
        assertThat(page.locator("#sentence")).not().isEmpty();
        browser.picture("desk");
        assertThat(browser.barriers()).isEmpty();
        assertThat(addresses)
                .noneMatch(address -> Pattern.compile("567890|139998|1987|6204")
                        .matcher(address)
                        .find());
    }

    @Test
    void everyFaultOfAnInquiryIsShownAtOnceAndNothingTypedIsLost() {
        browser.signIn(town, RECEPTION);
        page.keyboard().press("F2");
        page.waitForURL(town.url("/inquiry"));
        page.locator("#insurer").fill("139999");
        page.locator("#birth").fill("昭和99年");
        page.locator("#send").press("Enter");

        assertThat(page.locator("#faults")).isVisible();
        assertThat(page.locator("#insurer")).hasValue("139999");
        assertThat(page.locator("#insurer-said")).containsText("検証番号");
        assertThat(page.locator("#number-said")).containsText("番号を入力してください");
        assertThat(page.locator("#birth-said")).containsText("✕");
        browser.picture("inquiry-faults");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void aPersonWithoutAnActiveCoverageIsNeverCalledUninsured() {
        browser.signIn(town, RECEPTION);
        inquireByKeyboard("139998", "12-34", "999999", "", "S62.4.12");

        assertThat(page.locator(
                        "#reception[data-state=ASK], #reception[data-state=INACTIVE], #reception[data-state=CHECK]"))
                .isVisible();
        Locator reception = page.locator("#reception");
        assertThat(reception).not().containsText("無保険");
        assertThat(page.locator("#sentence")).not().isEmpty();
        browser.picture("desk-not-found");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void aPlacedTestCardAppearsAtTheDeskByItselfAndInTheFaceFolder() throws IOException {
        browser.signIn(town, RECEPTION);
        try (Browser second = new Browser(1280, 900)) {
            second.signIn(town, ADMIN);
            second.page.navigate(town.url("/town"));
            assertThat(second.barriers()).isEmpty();
            second.picture("town");
            second.page
                    .locator("tr", new Page.LocatorOptions().setHasText("架空　太郎"))
                    .first()
                    .locator("button")
                    .click();
        }
        assertThat(page.locator("#list")).containsText("カクウ タロウ");
        try (Stream<Path> faces =
                Files.list(town.settings.oqsFolder().orElseThrow().resolve("face"))) {
            assertThat(faces.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("OQSsiquc01res_face_1319999913"));
        }
    }

    @Test
    void aCardThatCannotBeReadLeadsAFirstVisitByNeitherToTheDeclaration() {
        browser.signIn(town, RECEPTION);
        receiveByKeyboard("1", "FIRST", "ミホン カード");
        assertThat(page.locator("#sentence")).containsText("カードが読み取れませんでした");
        assertThat(page.locator("#actions [data-key]")).hasCount(4);
        browser.picture("ladder-card");
        assertThat(browser.barriers()).isEmpty();
        assertNothingBesideTheScreen();

        page.keyboard().press("?");
        assertThat(page.locator("#rule")).hasText("R-FB-01");
        assertThat(page.locator("#why")).containsText("マイナ保険証で受付が出来ない場合の具体例");
        browser.picture("ladder-why");
        assertThat(browser.barriers()).isEmpty();
        page.keyboard().press("?");

        press("[data-evidence=NEITHER]");
        assertThat(page.locator("#write-declaration")).isVisible();
        assertThat(page.locator("[data-evidence=PORTAL_SCREEN]")).hasCount(0);
        browser.picture("ladder-declaration");
        assertThat(browser.barriers()).isEmpty();

        page.keyboard().press("b");
        assertThat(page.locator("[data-evidence=PORTAL_SCREEN]")).isVisible();
        press("[data-evidence=NEITHER]");
        press("[data-evidence=DECLARATION]");
        assertThat(page.locator("#sentence")).containsText("申立書の割合で受け付けてください");
        assertThat(page.locator("#reception")).not().containsText("無保険");
        browser.picture("ladder-done");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void aPhoneAloneIsAskedForTheScreenLoggedInOnTheSpotAndForNothingElse() {
        browser.signIn(town, RECEPTION);
        receiveByKeyboard("2", "FIRST", "ミホン スマホ");
        assertThat(page.locator("#sentence")).containsText("その場でマイナポータルにログイン");
        assertThat(page.locator("[data-evidence=DECLARATION]")).hasCount(0);
        browser.picture("ladder-phone");
        press("[data-evidence=PORTAL_SCREEN]");
        assertThat(page.locator("#verdict")).hasText("受付できる");
        assertThat(page.locator("#follow-up")).containsText("番号で照会して確かめます");
    }

    @Test
    void leavingTheLadderNeedsAReasonThatTheRulesKnow() {
        browser.signIn(town, RECEPTION);
        receiveByKeyboard("1", "FIRST", "ミホン ベツ");
        page.keyboard().press("l");
        page.waitForURL(url -> url.endsWith("/leave"));
        browser.picture("leave");
        assertThat(browser.barriers()).isEmpty();
        page.locator("input[value=deposit-full-amount]").check();
        page.keyboard().press("Enter");
        assertThat(page.locator("#refusal")).containsText("全額は請求しません");
        browser.picture("leave-refused");
        assertThat(browser.barriers()).isEmpty();
        page.locator("input[value=brings-later]").check();
        page.locator("#note").fill("金曜日に持参");
        page.keyboard().press("Enter");
        assertThat(page.locator("#trail")).containsText("後日持ってくる");
        assertThat(page.locator("#list")).containsText("仮・ほかの扱い");
        browser.picture("left");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void theSentenceIsTurnedToThePatientAndBackByKeys() {
        browser.signIn(town, RECEPTION);
        receiveByKeyboard("1", "RETURNING", "ミホン ミセル");
        String reception = page.url();
        page.keyboard().press("p");
        page.waitForURL(url -> url.endsWith("/patient"));
        assertThat(page.locator("#words")).containsText("全額をお支払いいただくことはありません");
        assertThat(page.locator(".bar")).not().isVisible();
        browser.picture("patient-ja");
        assertThat(browser.barriers()).isEmpty();
        page.keyboard().press("2");
        assertThat(page.locator("#words")).containsText("お金を 全部 はらうことは ありません");
        browser.picture("patient-easy");
        page.keyboard().press("3");
        assertThat(page.locator("#words")).hasAttribute("lang", "en");
        browser.picture("patient-en");
        assertThat(browser.barriers()).isEmpty();
        page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(Path.of("target", "pictures", "patient-slip.pdf")));
        page.keyboard().press("Escape");
        page.waitForURL(reception);
    }

    @Test
    void whatWasReceivedForNowIsFollowedUpUntilTheHubConfirmsIt() {
        browser.signIn(town, RECEPTION);
        receiveByKeyboard("1", "FIRST", "ミホン アトデ");
        String reception = page.url();
        press("[data-evidence=NEITHER]");
        press("[data-evidence=DECLARATION]");
        page.keyboard().press("o");
        page.waitForURL(town.url("/open"));
        assertThat(page.locator(".bar nav a[href='/open']")).containsText("事後確認");
        Locator item = page.locator("#follow-ups li", new Page.LocatorOptions().setHasText("ミホン アトデ"));
        assertThat(item).containsText("申立書で受け付けました");
        assertThat(item).containsText("番号が分からないので");
        browser.picture("open");
        assertThat(browser.barriers()).isEmpty();
        assertNothingBesideTheScreen();

        page.navigate(reception);
        page.locator("input[value=ANSWERED]").check();
        page.locator("#contact-again").fill("きのう");
        browser.picture("follow-up");
        page.locator("#write-contact").click();
        assertThat(page.locator("#contact-again-said")).containsText("✕");
        assertThat(browser.barriers()).isEmpty();
        page.locator("#contact-again").fill("");
        page.locator("#write-contact").click();
        page.locator("#insurer:focus").waitFor();
        typeNumber("139998", "12-34", "567890", "02", "S62.4.12");
        assertThat(page.locator("#reception[data-state=ACTIVE]")).isVisible();
        assertThat(page.locator("#confirmed-later")).containsText("あとからオンラインで確認できました");
        browser.picture("confirmed-later");
        assertThat(browser.barriers()).isEmpty();
        page.navigate(town.url("/open"));
        assertThat(page.locator("#confirmed-list")).containsText("ミホン ハナコ");
        assertThat(page.locator("#follow-ups")).not().containsText("ミホン アトデ");
        browser.picture("open-confirmed");
    }

    @Test
    void theLadderFitsInHalfAScreen() {
        try (Browser narrow = new Browser(640, 900)) {
            narrow.signIn(town, RECEPTION);
            page = narrow.page;
            receiveByKeyboard("1", "FIRST", "ミホン ハンブン");
            assertNothingBesideTheScreen();
            narrow.picture("ladder-640");
            assertThat(narrow.barriers()).isEmpty();
            press("[data-evidence=NEITHER]");
            press("[data-evidence=DECLARATION]");
            assertNothingBesideTheScreen();
            narrow.picture("ladder-640-done");
            page.navigate(town.url("/open"));
            narrow.picture("open-640");
            assertNothingBesideTheScreen();
            assertThat(narrow.barriers()).isEmpty();
        }
    }

    @Test
    void theDeskSpeaksEnglishByASwitch() {
        browser.signIn(town, RECEPTION);
        page.locator("button[name=to][value=en]").click();
        page.waitForURL(town.url("/"));
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#go-inquiry")).containsText("Inquire by number");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void besideTheOtherSoftwareInHalfAScreenNothingHasToBeScrolledSideways() {
        try (Browser narrow = new Browser(640, 900)) {
            narrow.signIn(town, RECEPTION);
            narrow.page.keyboard().press("F2");
            narrow.page.waitForURL(town.url("/inquiry"));
            assertThat(narrow.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            narrow.picture("desk-640");
            assertThat(narrow.barriers()).isEmpty();
        }
    }

    @Test
    void theSignInPagesHaveNoBarriersAndAWrongCodeIsSaidPlainly() {
        page.navigate(town.url("/"));
        assertThat(browser.barriers()).isEmpty();
        browser.picture("login");
        page.keyboard().type(OPERATOR.name());
        page.keyboard().press("Tab");
        page.keyboard().type(DemoLogin.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(town.url("/login/code"));
        assertThat(browser.barriers()).isEmpty();
        page.keyboard().type("000000");
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("コード");
        assertThat(page.locator("[aria-invalid=true]")).isVisible();
    }

    @Test
    void everyRoleFindsItsPagesWithoutBarriersAndNoOther() {
        browser.signIn(town, OPERATOR);
        page.navigate(town.url("/hub"));
        assertThat(page.locator("h1")).containsText("資格確認システム");
        browser.picture("hub");
        assertThat(browser.barriers()).isEmpty();
        Response desk = page.navigate(town.url("/bulk"));
        assertThat(desk.status()).isEqualTo(403);
        page.navigate(town.url("/"));
        assertThat(page).hasURL(town.url("/hub"));
        assertThat(page.evaluate("fetch('/').then(answer => answer.status)")).isEqualTo(403);

        try (Browser admin = new Browser(1280, 900)) {
            admin.signIn(town, ADMIN);
            admin.page.navigate(town.url("/accounts"));
            assertThat(admin.barriers()).isEmpty();
            admin.picture("accounts");
            admin.page.navigate(town.url("/accounts/audit"));
            assertThat(admin.barriers()).isEmpty();
        }
    }

    private void assertNothingBesideTheScreen() {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    /** By the number key that stands on the button. */
    private void press(String button) {
        Locator found = page.locator("#actions " + button);
        page.keyboard().press(found.getAttribute("data-key"));
        assertThat(found).hasCount(0);
        page.locator("body[data-keys=on]").waitFor();
    }

    private void receiveByKeyboard(String shown, String visit, String called) {
        page.keyboard().press("F6");
        page.locator("#receive-sheet input[name=shown]:focus").waitFor();
        page.keyboard().press(shown);
        assertThat(page.locator("#receive-sheet input[name=shown]").nth(Integer.parseInt(shown) - 1))
                .isChecked();
        page.locator("#receive-sheet input[value=" + visit + "]").check();
        page.locator("#called").fill(called);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.matches(".*/receptions/[0-9a-f-]{36}"));
        page.locator("body[data-keys=on] #sentence").waitFor();
    }

    private void inquireByKeyboard(String insurer, String symbol, String number, String branch, String birth) {
        page.keyboard().press("F2");
        page.locator("#insurer:focus").waitFor();
        typeNumber(insurer, symbol, number, branch, birth);
    }

    private void typeNumber(String insurer, String symbol, String number, String branch, String birth) {
        for (String text : List.of(insurer, symbol, number, branch)) {
            page.keyboard().type(text);
            page.keyboard().press("Enter");
        }
        page.keyboard().type(birth);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.matches(".*/receptions/[0-9a-f-]{36}"));
    }
}
