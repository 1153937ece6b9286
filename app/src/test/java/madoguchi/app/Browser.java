package madoguchi.app;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import madoguchi.fixture.Chromium;

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

    /** A page that must come to say something is waited for, also where three programs share a slow machine. */
    private static final double PATIENCE_MS = 30_000;

    /* One Chromium for all tests of this process, started by the first; it ends with the process. Every Browser is a context of its own in it: nothing is shared but the program. */
    private static final class Shared {
        static final com.microsoft.playwright.Browser CHROMIUM = start();

        private static com.microsoft.playwright.Browser start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            return Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Chromium.program())
                            .setArgs(QUIET));
        }
    }

    private final BrowserContext context;
    final Page page;

    Browser(int width, int height) {
        context = context(width, height);
        page = context.newPage();
    }

    private static BrowserContext context(int width, int height) {
        return Shared.CHROMIUM.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
    }

    /** What axe finds wrong with the page as it stands; empty when there is no barrier it can see. */
    List<String> barriers() {
        return barriers(page);
    }

    /** The same of another page of this browser. What is in order is not described, which would take most of the time. Our pages have no frames: nothing is gained by the blank page that would gather what was found in them. */
    static List<String> barriers(Page page) {
        // Before the styles are there, what they hide is seen.
        page.waitForLoadState();
        AxeRunOptions onlyBarriers = new AxeRunOptions();
        onlyBarriers.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(onlyBarriers).setLegacyMode(true).analyze().getViolations().stream()
                        .map(found -> found.getId() + ": " + found.getNodes())
                        .toList();
    }

    /** Signs in: with the keyboard the first time, later with what the browser of that person kept. */
    void signIn(DemoTown town, DemoLogin login) {
        List<Cookie> kept = town.signedIn.get(login);
        if (kept == null) {
            signInByKeyboard(town, login);
            town.signedIn.put(login, context.cookies());
        } else {
            context.addCookies(kept);
            page.navigate(town.url("/"));
        }
    }

    /** Two factors by keyboard alone. */
    private void signInByKeyboard(DemoTown town, DemoLogin login) {
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

    /** Goes to a page by the bar at the top, where it may stand in the menu. */
    void go(String href) {
        Locator link = page.locator(".bar a[href='" + href + "']");
        Locator menu = page.locator("details.menu:not([open]):has(a[href='" + href + "'])");
        if (menu.count() > 0) {
            menu.locator("summary").press("Enter");
        }
        link.press("Enter");
    }

    /** A page of somebody else: without this browser's cookies. */
    Page stranger(int width, int height) {
        return context(width, height).newPage();
    }

    void picture(String name) {
        picture(page, name);
    }

    /** With {@code -Dmadoguchi.pictures=true} the whole page is left in {@code target/pictures} to be looked at. */
    static void picture(Page page, String name) {
        if (Boolean.getBoolean("madoguchi.pictures")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "pictures", name + ".png")));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
