package madoguchi.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RestController;

/** 登録前の画面 – {@code /kiosk/pair}: what a screen shows that no member of staff has admitted yet. Open to everybody; it says a code and nothing else. */
@RestController
public final class PairingPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("読取機の画面の登録", "Set up this screen");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final KioskDevices devices;
    private final Frames frames;

    /** The page over those screens. */
    public PairingPages(KioskDevices devices, Frames frames) {
        this.devices = devices;
        this.frames = frames;
    }

    /** The code of this screen; the kiosk itself once it is admitted. */
    @GetMapping("/kiosk/pair")
    ResponseEntity<String> pair(HttpServletRequest request) {
        Optional<String> secret = KioskCookie.secret(request);
        if (secret.flatMap(devices::seen).isPresent()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, "/kiosk")
                    .build();
        }
        KioskDevices.Waiting screen = secret.flatMap(devices::waiting).orElseGet(devices::begin);
        Frame frame = frames.of(request, TITLE);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .header(HttpHeaders.SET_COOKIE, KioskCookie.header(request, screen.secret()))
                .body(Html.render(TEMPLATES.pair(frame, screen.code())));
    }

    /** {@code yes} once this screen is admitted, {@code no} before. */
    @GetMapping("/kiosk/pair/admitted")
    ResponseEntity<String> admitted(HttpServletRequest request) {
        boolean yes = KioskCookie.secret(request).flatMap(devices::seen).isPresent();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body(yes ? "yes" : "no");
    }
}
