package madoguchi.reader;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.core.Typed;
import madoguchi.reader.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 読取機の画面の一覧 – {@code /kiosk-devices}: a signed-in member of staff admits screens, sees when each was last there, and stops one. */
@RestController
public final class KioskDevicePages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("読取機の画面", "Reader screens");
    private static final Text NO_SUCH_CODE = new Text(
            "そのコードの画面はありません。10分で変わります。画面のコードをもう一度見てください。",
            "No screen shows this code. It changes after ten minutes: look at the screen again.");
    private static final int LABEL_MAX = 40;

    private final KioskDevices devices;
    private final Kiosks kiosks;
    private final Frames frames;

    /** The page over those screens, for those readers. */
    public KioskDevicePages(KioskDevices devices, Kiosks kiosks, Frames frames) {
        this.devices = devices;
        this.kiosks = kiosks;
        this.frames = frames;
    }

    /** The list. */
    @GetMapping("/kiosk-devices")
    ResponseEntity<String> list(HttpServletRequest request) {
        return shown(request, HttpStatus.OK, "", Optional.empty());
    }

    /** Admits the screen that shows this code; the page again (422) when none does, with what was typed. */
    @PostMapping("/kiosk-devices/admit")
    ResponseEntity<String> admit(
            HttpServletRequest request, @RequestParam String code, @RequestParam(defaultValue = "") String label) {
        return devices.admit(Typed.key(code), named(label), login(request))
                ? to("/kiosk-devices")
                : shown(request, HttpStatus.UNPROCESSABLE_CONTENT, label, Optional.of(NO_SUCH_CODE));
    }

    /** Makes this browser the kiosk, and signs the member of staff out of it: a patient will stand here. */
    @PostMapping("/kiosk-devices/here")
    ResponseEntity<String> here(HttpServletRequest request, @RequestParam(defaultValue = "") String label)
            throws ServletException {
        String secret = devices.open(named(label), login(request));
        request.logout();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, KioskCookie.header(request, secret))
                .header(HttpHeaders.LOCATION, "/kiosk")
                .build();
    }

    /** Chooses which reader's screen it is; an unknown reader or screen changes nothing. */
    @PostMapping("/kiosk-devices/place")
    ResponseEntity<String> place(HttpServletRequest request, @RequestParam String device, @RequestParam String place) {
        boolean known = places().contains(place)
                && devices.all().stream().anyMatch(screen -> screen.id().equals(device));
        if (known) {
            devices.place(device, place, login(request));
        }
        return to("/kiosk-devices");
    }

    private List<String> places() {
        return kiosks.all().stream().map(Kiosks.Kiosk::name).toList();
    }

    /** Stops a screen; from then on it shows a code again. An unknown one changes nothing. */
    @PostMapping("/kiosk-devices/revoke")
    ResponseEntity<String> revoke(HttpServletRequest request, @RequestParam String device) {
        devices.revoke(device, login(request));
        return to("/kiosk-devices");
    }

    private ResponseEntity<String> shown(
            HttpServletRequest request, HttpStatus status, String label, Optional<Text> problem) {
        Frame frame = frames.of(request, TITLE);
        return Html.page(status, frame, TEMPLATES.devices(frame, devices.all(), places(), label, problem));
    }

    private static String named(String label) {
        String words = label.strip();
        return words.isEmpty() ? "読取機" : words.substring(0, Math.min(words.length(), LABEL_MAX));
    }

    private static String login(HttpServletRequest request) {
        return request.getUserPrincipal().getName();
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
