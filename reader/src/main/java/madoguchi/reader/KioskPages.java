package madoguchi.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import madoguchi.core.Text;
import madoguchi.reader.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** 読取機の画面 – {@code /kiosk}: shows the one screen there is, and takes taps and digits for the turn they belong to. No address carries anything of anybody. */
@RestController
public final class KioskPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("読取機", "Card reader");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final long PATIENCE_SECONDS = 10;

    private final Kiosks kiosks;
    private final Frames frames;
    private final Clock clock;
    private final BooleanSupplier simulated;
    private final Screens screens = new Screens();

    /**
     * The pages of those readers: each screen shows its own.
     *
     * @param simulated whether the cards on it are simulated, asked anew each time: then the screen says so
     */
    public KioskPages(Kiosks kiosks, Frames frames, Clock clock, BooleanSupplier simulated) {
        this.kiosks = kiosks;
        this.frames = frames;
        this.clock = clock;
        this.simulated = simulated;
    }

    /** The screen. */
    @GetMapping("/kiosk")
    ResponseEntity<String> screen(HttpServletRequest request) {
        Frame frame = frames.of(request, TITLE);
        Reader reader = kiosks.of(request);
        KioskScreen screen =
                screens.of(reader.now(), clock.instant(), reader.settings().times());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(Html.render(TEMPLATES.kiosk(
                        frame,
                        screen,
                        key -> screens.text(screen.view(), key),
                        simulated.getAsBoolean(),
                        sound(reader, screen),
                        reader.settings().voice())));
    }

    /* Sound comes beside what is shown, never instead of it. */
    private static Sound sound(Reader reader, KioskScreen screen) {
        if (!screen.name().equals("forgotten") || !reader.settings().sound()) {
            return Sound.NONE;
        }
        return screen.view().quiet() ? Sound.STOPPED : Sound.ALARM;
    }

    /** Which turn it is, and in which look: nothing else. */
    @GetMapping("/kiosk/turn")
    ResponseEntity<String> turn(HttpServletRequest request) {
        Reader.Snapshot now = kiosks.of(request).now();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body(KioskScreen.shown(now.session().turn(), now.view()));
    }

    /** Says when the screen is another. */
    @GetMapping(path = "/kiosk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(HttpServletRequest request) {
        return kiosks.of(request).watchers().open();
    }

    /** A button. An unknown one does nothing. */
    @PostMapping("/kiosk/tap")
    ResponseEntity<Void> tap(HttpServletRequest request, @RequestParam long turn, @RequestParam String tap) {
        Stream.of(Event.Tap.values())
                .filter(known -> known.name().equals(tap))
                .findFirst()
                .ifPresent(known -> await(kiosks.of(request).react(turn, known)));
        return again();
    }

    /** Four digits: a PIN or a passcode, as the screen of that turn asks. Anything else does nothing. */
    @PostMapping("/kiosk/digits")
    ResponseEntity<Void> digits(HttpServletRequest request, @RequestParam long turn, @RequestParam String digits) {
        Reader reader = kiosks.of(request);
        boolean staff = reader.now().session().state() instanceof State.StaffCode;
        Optional<Pin> typed = Pin.read(digits);
        typed.ifPresent(pin -> await(reader.react(turn, staff ? new Event.CodeTyped(pin) : new Event.PinTyped(pin))));
        return again();
    }

    /** もっと時間を – the screen of that turn waits longer. */
    @PostMapping("/kiosk/longer")
    ResponseEntity<Void> longer(HttpServletRequest request, @RequestParam long turn) {
        await(kiosks.of(request).longer(turn));
        return again();
    }

    /** Language, look and voice. */
    @PostMapping("/kiosk/look")
    ResponseEntity<Void> look(HttpServletRequest request, @RequestParam String look) {
        await(kiosks.of(request).look(change(look)));
        return again();
    }

    private static UnaryOperator<View> change(String look) {
        return switch (look) {
            case "contrast" -> View::inverted;
            case "large" -> View::resized;
            case "quiet" -> View::silenced;
            case "voice" -> View::voiced;
            default ->
                Stream.of(View.Speech.values())
                        .filter(speech -> speech.tag().equals(look))
                        .findFirst()
                        .<UnaryOperator<View>>map(speech -> view -> view.speaking(speech))
                        .orElse(UnaryOperator.identity());
        };
    }

    /* The next page already shows what the tap led to. */
    private static void await(CompletableFuture<Reader.Snapshot> step) {
        step.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static ResponseEntity<Void> again() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/kiosk")
                .build();
    }
}
