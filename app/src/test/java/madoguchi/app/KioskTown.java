package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.card.Pcscd;

/**
 * 待合のある町 – a town with two windows: the kiosk, where patients stand, and the desk. Cards are placed on the simulated slot or plugged into a reader: that of a pcscd of our own, or where none can be started the same socket without it. One for all
 * classes of this process; it ends with the process.
 */
final class KioskTown {

    private static final int TARGET_PX_MIN = 44;

    /* Whatever can be pressed and is smaller than a finger. */
    private static final String SMALL = """
            least => [...document.querySelectorAll('button, a[href], input:not([type=hidden]), select')]
              .map(target => [target, target.getBoundingClientRect()])
              .filter(([target, box]) => box.width > 0 && (box.width < least || box.height < least))
              .map(([target, box]) => target.textContent.trim() + ' ' + box.width + ' x ' + box.height)
            """;

    /* The looks in which the screen is wider than its window: with and without large letters. */
    private static final String WIDE = """
            () => [false, true].filter(large => {
              const root = document.documentElement;
              const before = root.className;
              root.classList.toggle('large', large);
              const wide = root.scrollWidth > window.innerWidth;
              root.className = before;
              return wide;
            })
            """;

    /**
     * 読取機 – two readers of one make: the slots of vpcd.
     *
     * @param readers what the program is told
     * @param slots where a card plugs in
     * @param stack whether a real pcscd is in between
     */
    record Bay(List<String> readers, List<InetSocketAddress> slots, boolean stack) {

        static Bay open() throws IOException {
            Optional<Pcscd> pcscd = Pcscd.started();
            if (pcscd.isPresent()) {
                return new Bay(
                        pcscd.get().transport().names(),
                        List.of(pcscd.get().slot(0), pcscd.get().slot(1)),
                        true);
            }
            List<InetSocketAddress> slots = List.of(free(), free());
            return new Bay(slots.stream().map(slot -> "vpcd:" + slot.getPort()).toList(), slots, false);
        }

        private static InetSocketAddress free() throws IOException {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), DemoTown.freePort());
        }
    }

    final Bay bay;
    final DemoTown town;
    final Browser browser;
    final Page desk;
    final Page kiosk;
    final Page slot;
    final List<String> addresses = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> seen = new HashSet<>();

    /* One browser and one sign-in for all: what is proved is what patient and clerk see, not that a browser starts. */
    private KioskTown() throws IOException {
        bay = Bay.open();
        town = DemoTown.open(Optional.of(new Settings.Readers(bay.readers(), Optional.empty())));
        browser = new Browser(1024, 768);
        browser.signIn(town, DemoLogin.ALL.get(0));
        desk = browser.page;
        slot = desk.context().newPage();
        slot.navigate(town.url("/slot"));
        kiosk = browser.stranger(1024, 768);
        admit("玄関");
        kiosk.onRequest(request -> addresses.add(request.url()));
    }

    static KioskTown shared() {
        return Shared.TOWN;
    }

    private static final class Shared {
        static final KioskTown TOWN = begin();

        private static KioskTown begin() {
            try {
                KioskTown begun = new KioskTown();
                Runtime.getRuntime().addShutdownHook(new Thread(begun::end));
                return begun;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private void end() {
        try {
            town.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The screen shows a code, a clerk types it, and the screen begins by itself. */
    void admit(String label) {
        admit(kiosk, label);
    }

    /** The same for another screen. */
    void admit(Page screen, String label) {
        screen.navigate(town.url("/kiosk"));
        assertThat(screen).hasURL(town.url("/kiosk/pair"));
        String code = screen.locator("#code").textContent();
        desk.navigate(town.url("/kiosk-devices"));
        desk.locator("#code").fill(code);
        desk.locator("#label").fill(label);
        desk.locator("#admit").click();
        assertThat(desk.locator("#devices")).containsText(label);
        screen.locator("body[data-screen=idle][data-live=on]").waitFor();
    }

    /** The next patient: what failed for the one before is another reception by now. */
    void next() {
        addresses.clear();
        town.clock.forward(Duration.ofMinutes(1));
        desk.navigate(town.url("/"));
        home();
    }

    /** Ends whatever the patient before has left behind. */
    void home() {
        act("pull", "mihon-hanako");
        // The screen may be on its way to the next one by itself, and two navigations at once end each other.
        kiosk.waitForLoadState();
        live();
        for (String button : List.of("CANCEL", "NEXT")) {
            if (kiosk.locator("button[value=" + button + "]").count() > 0) {
                kiosk.locator("button[value=" + button + "]").click();
                live();
            }
        }
        shows("idle");
    }

    /** By face, and no to everything before the question about the patient card. */
    void questionsOf(String who) {
        act("place", who);
        shows("method");
        kiosk.keyboard().press("1");
        shows("consentAll");
        kiosk.keyboard().press("2");
        shows("diseases");
        kiosk.keyboard().press("2");
        shows("subsidies");
        kiosk.keyboard().press("2");
    }

    /** Four digits by the keyboard. */
    void type(String digits) {
        kiosk.locator("#digits:focus").waitFor();
        kiosk.keyboard().type(digits);
        kiosk.keyboard().press("Enter");
    }

    /** Something is done at the simulated slot. */
    void act(String act, String who) {
        slot.locator("#who").selectOption(who);
        slot.locator("button[value=" + act + "]").click();
        slot.waitForLoadState();
    }

    void live() {
        kiosk.locator("body[data-live=on]").waitFor();
    }

    /** The screen is there and follows the reader. */
    void reaches(String screen) {
        kiosk.locator("body[data-screen=" + screen + "][data-live=on]").waitFor();
    }

    /** The screen is there, follows the reader, and has no barrier that can be found. */
    void shows(String screen) {
        reaches(screen);
        String looked = screen
                + kiosk.locator("html").getAttribute("lang")
                + kiosk.locator("html").getAttribute("class");
        if (!seen.add(looked)) {
            return;
        }
        Browser.picture(kiosk, "kiosk-" + screen);
        assertThat(kiosk.evaluate(SMALL, TARGET_PX_MIN))
                .as("targets smaller than 44 px on " + screen)
                .isEqualTo(List.of());
        assertThat(Browser.barriers(kiosk)).as(screen).isEmpty();
        // 200 % zoom of a screen of 1024 pixels is half as many of them.
        kiosk.setViewportSize(512, 384);
        assertThat(kiosk.evaluate(WIDE))
                .as("sideways scrolling at 200 % on " + screen)
                .isEqualTo(List.of());
        kiosk.setViewportSize(1024, 768);
    }
}
