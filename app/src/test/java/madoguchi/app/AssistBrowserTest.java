package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import madoguchi.assist.Assistant;
import madoguchi.leaflet.LeafletKind;
import madoguchi.leaflet.LeafletKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assistant over the desk and as a page, the administrator's list, and the prints, in a real browser by keyboard; and both from the command line. */
class AssistBrowserTest {

    @TempDir
    private Path folder;

    @Test
    void helpOpensOverTheDeskByOneKeyAndLeavesItAsItWas() throws Exception {
        DemoTown town = DemoTown.shared();
        try (Browser browser = new Browser(1280, 900)) {
            Page page = browser.page;
            browser.signIn(town, DemoLogin.ALL.getFirst());
            page.locator("body[data-keys=on]").waitFor();
            String desk = page.url();
            page.keyboard().press("F1");
            page.locator("#assist-words:focus").waitFor();
            page.keyboard().type("005");
            page.keyboard().press("Enter");
            assertThat(page.locator("#assist-answers")).containsText("公式には分かっていません");
            assertThat(page.url()).isEqualTo(desk);
            assertThat(browser.barriers()).isEmpty();
            browser.picture("assist-panel");
            page.locator("#assist-answers form button").press("Enter");
            assertThat(page.locator("#assist-answers")).containsText("✓ 管理者の一覧に残しました");
            assertThat(page.url()).isEqualTo(desk);
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog.assist-panel")).isHidden();

            page.navigate(town.url("/assist"));
            page.locator("#words").fill("田中さんの駐車場はどこ");
            page.keyboard().press("Enter");
            assertThat(page.locator(".answers")).containsText("答えは見つかりませんでした");
            page.locator("#words").fill("期限切れの保険証");
            page.keyboard().press("Enter");
            assertThat(page.locator(".answers .next")).containsText("マイナ保険証か資格確認書");
            assertThat(page.url()).doesNotContain("words");
            assertThat(browser.barriers()).isEmpty();
            browser.picture("assist");
            assertThat(Objects.requireNonNull(page.navigate(town.url("/assist/questions")))
                            .status())
                    .isEqualTo(403);

            page.navigate(town.url("/leaflets"));
            assertThat(browser.barriers()).isEmpty();
            page.locator("a[href='/leaflets/next-time']").press("Enter");
            assertThat(page.locator(".preview img")).hasCount(1);
            assertThat(page.evaluate("document.querySelector('.preview img').decode().then(() => true)"))
                    .isEqualTo(true);
            assertThat(browser.barriers()).isEmpty();
            browser.picture("leaflet");

            try (Browser admin = new Browser(1280, 900)) {
                admin.signIn(town, DemoLogin.ALL.get(1));
                admin.page.navigate(town.url("/assist/questions"));
                assertThat(admin.page.locator("tbody")).containsText("駐車");
                assertThat(admin.page.locator("tbody")).not().containsText("田中");
                assertThat(admin.barriers()).isEmpty();
                admin.picture("assist-questions");
                admin.page.locator("tbody button").first().press("Enter");
                assertThat(admin.page.locator("tbody")).containsText("✓");
            }
        }
    }

    @Test
    void theCommandLineAnswersAndPrintsWithoutAServer() throws Exception {
        Spoken code = Spoken.by("ask", "011");
        assertThat(code.code()).isZero();
        assertThat(code.out()).contains("資格確認端末の不良", "R-FB-09", "0800-080-4583", "leaflet check-sheet");
        assertThat(Spoken.by("ask", "--lang", "en", "where", "is", "the", "car", "park")
                        .code())
                .isEqualTo(Madoguchi.ATTENTION);
        assertThat(Spoken.by("leaflet").out()).contains("next-time", "reception", "changes");
        Path pdf = folder.resolve("april.pdf");
        assertThat(Spoken.by("leaflet", "changes", "--day", "2026-04-01", "--out", pdf.toString())
                        .code())
                .isZero();
        assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(Spoken.by("leaflet", "changes", "--day", "x", "--out", pdf.toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void everyPrintTheAssistantOffersExists() {
        List<String> kinds =
                LeafletKinds.standard().stream().map(LeafletKind::name).toList();
        Stream<String> offered = Assistant.prints().stream();
        assertThat(offered).isNotEmpty().allMatch(kinds::contains);
    }
}
