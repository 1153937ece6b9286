package madoguchi.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import madoguchi.core.Coded;
import madoguchi.core.Text;
import madoguchi.core.TokenKind;
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

/** 模擬の差込口の画面 – {@code /slot}, for the demo only: whose card or phone is put down, and who looks into the camera. SIMULATION, and named so on the page. */
@RestController
public final class SlotPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("模擬の差込口", "Simulated slot");

    private final Slot slot;
    private final Frames frames;

    /** The page of that slot. */
    public SlotPages(Slot slot, Frames frames) {
        this.slot = slot;
        this.frames = frames;
    }

    /** The panel. */
    @GetMapping("/slot")
    ResponseEntity<String> panel(HttpServletRequest request) {
        Frame frame = frames.of(request, TITLE);
        return Html.page(frame, TEMPLATES.slot(frame, slot.people()));
    }

    /** What the demo's patient does: {@code place}, {@code pull}, {@code hold-2} (Android), {@code hold-3} (iPhone), {@code lay} (a card on the other reader), {@code stand} or {@code leave}; anything else is nothing. */
    @PostMapping("/slot")
    ResponseEntity<Void> act(@RequestParam String act, @RequestParam(defaultValue = "") String who) {
        switch (act) {
            case "place" -> slot.place(who);
            case "pull" -> slot.pull();
            case "lay" -> slot.lay(who);
            case "hold-2" -> hold(who, "2");
            case "hold-3" -> hold(who, "3");
            case "stand" -> slot.stand(Optional.of(who));
            case "leave" -> slot.stand(Optional.empty());
            default -> {}
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/slot")
                .build();
    }

    private void hold(String who, String code) {
        Coded.find(TokenKind.class, code).ifPresent(kind -> slot.hold(who, kind));
    }
}
