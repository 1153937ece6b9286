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
import madoguchi.core.TokenKind;

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

    /* The kiosk's browser has a voice, and keeps what it was given to say. */
    private static final String VOICE = """
            window.said = [];
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            Object.defineProperty(window, 'speechSynthesis', { value: {
              getVoices: () => [{ lang: 'ja-JP' }, { lang: 'en-US' }],
              speak: spoken => said.push(spoken.text),
              cancel: () => {},
              addEventListener: () => {},
            } });
            """;

    /* Leaves a screen by its button, pressed once; says yes on the first screen. */
    private static final String HOME = """
            () => {
              const there = document.body.dataset.screen === 'idle';
              const button = there ? null : document.querySelector('button[value=CANCEL], button[value=NEXT]');
              if (button && !button.dataset.pressed) {
                button.dataset.pressed = 'yes';
                button.click();
              }
              return there;
            }
            """;

    /* What is to be done on the screen: press an answer, type, or nothing. */
    private static final String KIND =
            "() => ['.digits', '.choices'].filter(part => document.querySelector(part)).join('') || 'told'";

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
    private final Set<Object> looked = new HashSet<>();

    /* One browser and one sign-in for all: what is proved is what patient and clerk see, not that a browser starts. */
    private KioskTown() throws IOException {
        bay = Bay.open();
        town = DemoTown.open(Optional.of(new Settings.Readers(bay.readers(), Optional.empty())));
        Thread.ofPlatform().daemon().name("cards").start(this::makeCards);
        browser = new Browser(1024, 768);
        browser.signIn(town, DemoLogin.ALL.get(0));
        desk = browser.page;
        slot = desk.context().newPage();
        slot.navigate(town.url("/slot"));
        kiosk = browser.stranger(1024, 768);
        kiosk.addInitScript(VOICE);
        admit("玄関");
        kiosk.onRequest(request -> addresses.add(request.url()));
    }

    /* Keys of cards take their time: they are made while the browser starts and a clerk signs in. */
    private void makeCards() {
        TownCards cards = town.server.bean(TownCards.class);
        List.of("reiji-nozomi", "reiji-aki", "mihon-hanako", "kakuu-tarou")
                .forEach(who -> cards.of(who, TokenKind.CARD));
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

    /** Ends whatever the patient before has left behind. The screen may move on by itself meanwhile: what is pressed is what is there when it is pressed. */
    void home() {
        act("pull", "mihon-hanako");
        kiosk.waitForFunction(HOME, null, new Page.WaitForFunctionOptions().setPollingInterval(300));
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

    /** What was read aloud since this page came. */
    String said() {
        return kiosk.evaluate("said.join(' ')").toString();
    }

    void live() {
        kiosk.locator("body[data-live=on]").waitFor();
    }

    /** The screen is there and follows the reader. */
    void reaches(String screen) {
        kiosk.locator("body[data-screen=" + screen + "][data-live=on]").waitFor();
    }

    /** The screen is there and follows the reader. The first of each kind – to be answered, to be typed on, to be read – is looked through as the server really sends it; all screens in all languages and looks are, by {@code KioskGalleryTest} of {@code reader}. */
    void shows(String screen) {
        reaches(screen);
        Browser.picture(kiosk, "kiosk-" + screen);
        if (looked.add(kiosk.evaluate(KIND))) {
            assertThat(kiosk.evaluate(SMALL, TARGET_PX_MIN))
                    .as("targets smaller than 44 px on " + screen)
                    .isEqualTo(List.of());
            assertThat(Browser.barriers(kiosk)).as(screen).isEmpty();
        }
    }
}
