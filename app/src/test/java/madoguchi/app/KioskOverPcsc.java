package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import madoguchi.card.Pcscd;
import madoguchi.card.VpcdPlug;
import madoguchi.core.TokenKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A card through the real PC/SC stack (vpcd, pcscd, {@code javax.smartcardio}), the patient and the clerk each in their own browser window: by face, by PIN with a wrong try, pulled in the middle. Where no pcscd can be started, the same card goes over the
 * vpcd socket; nothing is skipped. Part of {@code KioskBrowserTest}, since a machine has one pcscd and the classes of this module run in two processes. What each step took is printed, as patient and clerk saw it.
 */
abstract class KioskOverPcsc {

    private static final KioskTown PLACE = KioskTown.shared();

    private final Page kiosk = PLACE.kiosk;
    private final Page desk = PLACE.desk;
    private long last = System.nanoTime();

    @BeforeAll
    static void sayHow() {
        System.out.println("cards go through "
                + (PLACE.bay.stack()
                        ? "pcscd"
                        : "the vpcd socket, because " + Pcscd.trouble().orElse("")));
    }

    private static VpcdPlug placed(String who) {
        return placed(who, 0);
    }

    private static VpcdPlug placed(String who, int reader) {
        return VpcdPlug.plug(
                        PLACE.town.server.bean(TownCards.class).of(who, TokenKind.CARD),
                        PLACE.bay.slots().get(reader))
                .toOptional()
                .orElseThrow();
    }

    private void starting(String what) {
        System.out.println(what);
        last = System.nanoTime();
    }

    private void lap(String step) {
        long now = System.nanoTime();
        System.out.printf("%6d ms  %s%n", (now - last) / 1_000_000, step);
        last = now;
    }

    private void reaches(String screen, String step) {
        PLACE.reaches(screen);
        lap(step);
    }

    private Locator newest() {
        return desk.locator("a.row").first();
    }

    @Test
    void byFaceTheResultStandsOnTheDeskBeforeTheCardIsTaken() {
        PLACE.act("stand", "mihon-hanako");
        starting("by face:");
        try (VpcdPlug _ = placed("mihon-hanako")) {
            reaches("method", "card noticed and read");
            kiosk.keyboard().press("1");
            reaches("consentAll", "face, centre, signature, answer");
            kiosk.keyboard().press("1");
            reaches("diseases", "consent");
            kiosk.keyboard().press("2");
            PLACE.reaches("subsidies");
            lap("no");
            kiosk.keyboard().press("2");
            assertThat(newest()).containsText("ミホン ハナコ");
            lap("from the last answer to the desk");
            PLACE.reaches("take");
            assertThat(kiosk.locator("h1")).hasText("カードをお取りください");
            newest().click();
            assertThat(desk.locator("#consents")).containsText(Pattern.compile("薬剤情報\\s*● 同意あり"));
            lap("the clerk reads the consents");
        }
        reaches("done", "card pulled and noticed");
        assertThat(kiosk.content()).doesNotContain("見本", "ミホン");
    }

    /* The two slots are readers of one make, told apart by their numbers. */
    @Test
    void eachScreenShowsItsOwnReaderAndACardOnOneIsNoneOnTheOther() {
        Page second = PLACE.browser.stranger(1024, 768);
        PLACE.admit(second, "二番");
        Locator row = desk.locator("#devices tr", new Page.LocatorOptions().setHasText("二番"));
        assertThat(Browser.barriers(desk)).isEmpty();
        row.locator("select").selectOption(PLACE.bay.readers().get(1));
        row.locator("form[action='/kiosk-devices/place'] button").click();
        assertThat(row.locator("select")).hasValue(PLACE.bay.readers().get(1));
        second.navigate(PLACE.town.url("/kiosk"));
        second.locator("body[data-screen=idle][data-live=on]").waitFor();
        try (VpcdPlug _ = placed("reiji-aki", 1)) {
            second.locator("body[data-screen=method][data-live=on]").waitFor();
            PLACE.reaches("idle");
            try (VpcdPlug _ = placed("mihon-hanako", 0)) {
                PLACE.reaches("method");
            }
            PLACE.reaches("idle");
            second.locator("body[data-screen=method][data-live=on]").waitFor();
        }
        second.locator("body[data-screen=idle][data-live=on]").waitFor();
        row.locator("form[action='/kiosk-devices/revoke'] button").click();
        second.context().close();
    }

    @Test
    void byPinAWrongTryIsCountedByTheCardAndTheRightOneSetsItBack() {
        starting("by PIN:");
        try (VpcdPlug _ = placed("reiji-nozomi")) {
            reaches("method", "card noticed and read");
            kiosk.keyboard().press("2");
            PLACE.reaches("pin");
            PLACE.type("9999");
            assertThat(kiosk.locator(".alarm")).containsText("あと 2 回");
            lap("a wrong PIN");
            PLACE.live();
            PLACE.type(TownCards.PIN);
            reaches("consentAll", "PIN, signature, answer");
            kiosk.locator("button[value=CANCEL]").click();
            reaches("take", "no more questions");
            assertThat(newest()).containsText("レイジ ノゾミ");
            lap("on the desk");
        }
        reaches("done", "card pulled and noticed");
        try (VpcdPlug _ = placed("reiji-nozomi")) {
            PLACE.reaches("method");
            kiosk.keyboard().press("2");
            PLACE.reaches("pin");
            PLACE.type("9999");
            assertThat(kiosk.locator(".alarm")).containsText("あと 2 回");
        }
        PLACE.reaches("idle");
    }

    @Test
    void pulledBeforeTheAnswerNothingIsKeptAndAfterItTheEligibilityWithoutConsents() {
        int before = desk.locator("a.row").count();
        starting("pulled in the middle:");
        try (VpcdPlug _ = placed("mihon-hanako")) {
            PLACE.reaches("method");
            kiosk.keyboard().press("2");
            reaches("pin", "to the PIN");
        }
        reaches("idle", "pulled before the answer");
        assertThat(desk.locator("a.row")).hasCount(before);

        PLACE.act("stand", "mihon-hanako");
        try (VpcdPlug _ = placed("mihon-hanako")) {
            PLACE.reaches("method");
            kiosk.keyboard().press("1");
            reaches("consentAll", "face, centre, signature, answer");
        }
        reaches("done", "pulled at the consents");
        assertThat(desk.locator("a.row")).hasCount(before + 1);
        newest().click();
        assertThat(desk.locator("#consents")).containsText(Pattern.compile("薬剤情報\\s*\\S* ?同意なし"));
        assertThat(kiosk.content()).doesNotContain("見本", "ミホン");
    }
}
