package madoguchi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.account.pages.StaticTemplates;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.web.Form;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** パスワードの変更 – everybody changes their own, knowing the present one. Made by {@link SignIn#passwordPage()}. */
@RestController
@RequestMapping("/account/password")
public final class PasswordPage {

    private static final Text TITLE = new Text("パスワードの変更", "Change password");
    private static final Text DONE = new Text("パスワードを変更しました。", "Your password was changed.");
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Gate gate;
    private final Doorway doorway;
    private final Frames frames;
    private final Clock clock;

    PasswordPage(Gate gate, Doorway doorway, Frames frames, Clock clock) {
        this.gate = gate;
        this.doorway = doorway;
        this.frames = frames;
        this.clock = clock;
    }

    /** The form. */
    @GetMapping
    public ResponseEntity<String> form(HttpServletRequest request) {
        return page(HttpStatus.OK, request, Form.empty(), Optional.empty());
    }

    /** Changes the password; this session goes on under a new id, every other one ends. */
    @PostMapping
    public ResponseEntity<String> change(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String password,
            @RequestParam String fresh) {
        Staff staff = Doorway.staff().orElseThrow();
        return switch (gate.changePassword(staff, password, fresh, request.getRemoteAddr())) {
            case Parsed.Value<Staff>(Staff renewed) -> {
                doorway.inside(request, response, renewed, clock.instant(), clock.instant());
                yield page(HttpStatus.OK, request, Form.empty(), Optional.of(DONE));
            }
            case Parsed.Faults<Staff>(List<Problem> problems) ->
                page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        new Form(Map.of(), problems, Map.of()),
                        Optional.empty());
        };
    }

    private ResponseEntity<String> page(HttpStatus status, HttpServletRequest request, Form form, Optional<Text> said) {
        Frame frame = frames.of(request, TITLE);
        return Html.page(status, frame, TEMPLATES.password(frame, form, said));
    }
}
