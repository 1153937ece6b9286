package madoguchi.app;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven as a person would; every page is also looked through for barriers. */
final class Browser implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final BrowserContext context;
    final Page page;

    Browser(int width, int height) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(QUIET));
        context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
        page = context.newPage();
    }

    /** What axe finds wrong with the page as it stands; empty when there is no barrier it can see. */
    List<String> barriers() {
        return barriers(page);
    }

    /** The same of another page of this browser. Our pages have no frames: nothing is gained by the blank page that would gather what was found in them. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(found -> found.getId() + ": " + found.getNodes())
                        .toList();
    }

    /** Two factors by keyboard alone. */
    void signIn(DemoTown town, DemoLogin login) {
        page.navigate(town.url("/"));
        page.locator("#login:focus").waitFor();
        page.keyboard().type(login.name());
        page.keyboard().press("Tab");
        page.keyboard().type(DemoLogin.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(town.url("/login/code"));
        page.locator("#code:focus").waitFor();
        page.keyboard().type(town.freshCode(login));
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** A page of somebody else: without this browser's cookies. */
    Page stranger(int width, int height) {
        return chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height))
                .newPage();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
        chromium.close();
        playwright.close();
    }
}
