package madoguchi.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.ConsentScope;
import madoguchi.core.Text;
import madoguchi.core.TokenKind;
import madoguchi.fixture.Chromium;
import madoguchi.reader.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Html;
import madoguchi.web.Lang;
import org.junit.jupiter.api.Test;

/**
 * 画面の一覧 – every screen of the kiosk, every fault, in every language and look, in a real browser at 200 % zoom of a screen of 1024 pixels (512 × 384): nothing is wider than the window, nothing to press is smaller than a finger, the question has the
 * focus or names what has it; and axe finds no barrier on any kind of screen in any language, with everything on it that the script adds. {@code -Dmadoguchi.pictures=true} keeps a picture of each.
 */
class KioskGalleryTest {

    private static final Frame FRAME = new Frame(
            Lang.JA,
            Text.same("読取機"),
            "",
            Optional.empty(),
            new Frame.Csrf("_csrf", "t"),
            "/kiosk",
            List.of(),
            List.of());

    /* What is wrong with the page in any look: wider than its window, cut off, too small to press, or unnamed to who cannot see it. */
    private static final String LOOKED_THROUGH = """
            async pages => {
              const wrong = [];
              const looked = new Set();
              for (const [name, html] of Object.entries(pages)) {
                const page = new DOMParser().parseFromString(html, 'text/html');
                const root = document.documentElement;
                const found = what => wrong.push(name + ': ' + what);
                root.lang = page.documentElement.lang;
                document.title = page.title;
                document.body.replaceWith(document.adoptNode(page.body));
                document.getElementById('voice').hidden = false;
                const warning = document.getElementById('warning');
                if (warning) {
                  warning.textContent = warning.dataset.text;
                }
                for (const look of ['', 'large', 'contrast', 'large contrast']) {
                  root.className = look;
                  if (root.scrollWidth > window.innerWidth) {
                    const widest = [...document.body.querySelectorAll('*')].sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0];
                    found(look + ' wide: ' + root.scrollWidth + ' ' + widest.tagName + ' ' + widest.textContent.trim().slice(0, 20));
                  }
                  for (const target of document.querySelectorAll('button, a[href], input:not([type=hidden])')) {
                    const box = target.getBoundingClientRect();
                    if (box.width < 44 || box.height < 44 || target.scrollWidth > target.clientWidth + 1) {
                      found(look + ' small or cut: ' + target.textContent.trim() + ' ' + box.width + ' x ' + box.height);
                    }
                  }
                }
                root.className = '';
                const kind = name.replace(/-[0-9]+-/, '');
                if (!looked.has(kind)) {
                  looked.add(kind);
                  const seen = await axe.run(document, { resultTypes: ['violations'], elementRef: false });
                  seen.violations.forEach(barrier => found(barrier.id + ' ' + barrier.nodes.map(node => node.html).join(' ')));
                }
                const focus = document.querySelector('[autofocus]');
                if (!document.querySelector('main').contains(focus)) {
                  found('focus outside main');
                }
                const group = focus.closest('[role=group]');
                const named = focus.id === 'question' || (group && group.getAttribute('aria-labelledby') === 'question') || focus.getAttribute('aria-describedby') === 'more';
                if (!named) {
                  found('who cannot see hears no question: ' + focus.outerHTML.slice(0, 80));
                }
              }
              return wrong;
            }
            """;

    /* What the script adds: the voice where there is one, and the warning at its time. */
    private static final String WITH_EVERYTHING = """
            () => {
              document.getElementById('voice').hidden = false;
              const warning = document.getElementById('warning');
              if (warning) {
                warning.textContent = warning.dataset.text;
              }
              return warning !== null;
            }
            """;

    private final Screens screens = new Screens();

    private static List<State> states() {
        List<State> all = new ArrayList<>(Samples.states());
        all.add(new State.PinEntry(Samples.held("A"), OptionalInt.empty(), false));
        all.add(new State.StaffCode(Optional.empty(), false, Optional.of(Samples.NOW)));
        all.add(new State.PhoneHold(TokenKind.IPHONE, Optional.empty()));
        all.add(new State.PhonePin(OptionalInt.of(1), true));
        for (FaceFault why : FaceFault.values()) {
            all.add(new State.FaceRetry(Samples.held("A"), why));
        }
        for (ConsentScope scope : Samples.SETTINGS.offered()) {
            all.add(new State.ConsentEach(Samples.progress(TokenKind.CARD), List.of(scope)));
        }
        for (State.Ending ending : State.Ending.values()) {
            all.add(new State.Done(ending, true));
            all.add(new State.Done(ending, false));
        }
        Faults.load().all().forEach(fault -> all.add(new State.Failed(fault.code(), true)));
        return all;
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        for (View.Speech speech : View.Speech.values()) {
            for (State state : states()) {
                KioskScreen screen = screens.of(
                        new Reader.Snapshot(
                                new Session(1, state),
                                Optional.of(Samples.NOW.plusSeconds(60)),
                                View.USUAL.speaking(speech)),
                        Samples.NOW,
                        Samples.SETTINGS.times());
                String name = "%s-%03d-%s".formatted(speech.tag(), pages.size(), screen.name());
                pages.put(name, html(screen));
            }
        }
        return pages;
    }

    private String html(KioskScreen screen) {
        Sound sound = screen.name().equals("forgotten") ? Sound.ALARM : Sound.NONE;
        return Html.render(
                new StaticTemplates().kiosk(FRAME, screen, key -> screens.text(screen.view(), key), true, sound, true));
    }

    @Test
    void everyScreenFitsAtTwiceItsSizeInLargeLettersAndNamesItsQuestion() {
        Map<String, String> pages = pages();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Chromium.program())
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(512, 384));
            page.route("**/*", route -> serve(route, pages));
            page.navigate("http://kiosk.test/" + pages.keySet().iterator().next());
            page.evaluate(resource("/axe.min.js"));
            assertThat(page.evaluate(LOOKED_THROUGH, pages)).isEqualTo(List.of());
            if (Boolean.getBoolean("madoguchi.pictures")) {
                pages.keySet().forEach(name -> keep(page, Path.of("target", "pictures"), name));
            }
        }
    }

    /* As a page is seen at its usual size, and in large letters on black at 200 %. */
    private static void keep(Page page, Path folder, String name) {
        page.navigate("http://kiosk.test/" + name);
        page.evaluate("() => { document.documentElement.className = 'large contrast'; }");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + "-zoom.png"))
                .setFullPage(true));
        page.evaluate("() => { document.documentElement.className = ''; }");
        page.setViewportSize(1024, 768);
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        if ((Boolean) page.evaluate(WITH_EVERYTHING)) {
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + "-warned.png")));
        }
        page.setViewportSize(512, 384);
    }

    private static void serve(Route route, Map<String, String> pages) {
        String path = route.request().url().substring("http://kiosk.test".length());
        String page = pages.get(path.substring(1));
        if (page != null) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(page));
        } else if (path.endsWith(".css") || path.endsWith(".svg")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType(path.endsWith(".css") ? "text/css" : "image/svg+xml")
                    .setBodyBytes(asset(path)));
        } else {
            route.abort();
        }
    }

    private static byte[] asset(String path) {
        return resource("/static" + path).getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(String path) {
        try (InputStream in = Optional.ofNullable(KioskGalleryTest.class.getResourceAsStream(path))
                .orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
