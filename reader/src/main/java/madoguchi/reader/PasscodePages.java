package madoguchi.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.reader.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** 目視確認用パスコード発行 – {@code /visual-passcode}: a signed-in member of staff issues their own passcode, and sees it in that one answer only. */
@RestController
public final class PasscodePages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("目視確認用パスコード", "Passcode for visual confirmation");

    private final Passcodes passcodes;
    private final Frames frames;

    /** The page over those passcodes. */
    public PasscodePages(Passcodes passcodes, Frames frames) {
        this.passcodes = passcodes;
        this.frames = frames;
    }

    /** Whether there is one, since when, and a button for a new one. */
    @GetMapping("/visual-passcode")
    ResponseEntity<String> page(HttpServletRequest request) {
        return shown(request, Optional.empty());
    }

    /** Issues a new one. The answer is the only place it is ever shown, and is kept by no cache. */
    @PostMapping("/visual-passcode")
    ResponseEntity<String> issue(HttpServletRequest request) {
        return shown(
                request, Optional.of(passcodes.issue(request.getUserPrincipal().getName())));
    }

    private ResponseEntity<String> shown(HttpServletRequest request, Optional<String> code) {
        Frame frame = frames.of(request, TITLE);
        Optional<String> since = passcodes
                .issuedAt(request.getUserPrincipal().getName())
                .map(at -> Wareki.format(LocalDate.ofInstant(at, Openings.TOKYO)));
        return Html.page(frame, TEMPLATES.passcode(frame, since, code));
    }
}
