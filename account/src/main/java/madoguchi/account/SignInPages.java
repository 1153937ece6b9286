package madoguchi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.account.pages.StaticTemplates;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** サインインの画面 – the password page and the code page. Made by {@link SignIn#pages()}. */
@RestController
public final class SignInPages {

    private static final Text TITLE = new Text("サインイン", "Sign in");
    private static final Text CODE_TITLE = new Text("サインイン：コード", "Sign in: code");
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final Gate gate;
    private final Doorway doorway;
    private final Return back;
    private final Frames frames;
    private final Clock clock;

    SignInPages(Gate gate, Doorway doorway, Return back, Frames frames, Clock clock) {
        this.gate = gate;
        this.doorway = doorway;
        this.back = back;
        this.frames = frames;
        this.clock = clock;
    }

    /** The password page; {@code ended} says that one has just signed out. */
    @GetMapping("/login")
    public ResponseEntity<String> login(HttpServletRequest request, @RequestParam Optional<String> ended) {
        Optional<Text> said = ended.map(any -> new Text("サインアウトしました。", "You have signed out."));
        return loginPage(HttpStatus.OK, request, Form.empty(), said);
    }

    /** The first factor. Every failure looks the same. */
    @PostMapping("/login")
    public ResponseEntity<String> password(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String login,
            @RequestParam String password) {
        Optional<Staff> staff = gate.password(login, password, request.getRemoteAddr());
        if (staff.isEmpty()) {
            Form form = new Form(Map.of(Fields.LOGIN.name(), login), List.of(refused()), Map.of());
            return loginPage(HttpStatus.UNPROCESSABLE_CONTENT, request, form, Optional.empty());
        }
        doorway.halfWay(request, response, staff.get(), clock.instant());
        return redirect("/login/code");
    }

    /** The code page, after a right password. */
    @GetMapping("/login/code")
    public ResponseEntity<String> code(HttpServletRequest request) {
        return Doorway.given(Doorway.CODE).isPresent() ? redirect("/") : codePage(HttpStatus.OK, request, Form.empty());
    }

    /** The second factor; leads to the page that was asked for before. */
    @PostMapping("/login/code")
    public ResponseEntity<String> code(
            HttpServletRequest request, HttpServletResponse response, @RequestParam String code) {
        Staff staff = Doorway.staff().orElseThrow();
        Instant passwordAt = Doorway.given(Doorway.PASSWORD).orElseThrow();
        return switch (gate.code(staff, passwordAt, code, request.getRemoteAddr())) {
            case CodeAnswer.Open(Staff open) -> {
                doorway.inside(request, response, open, passwordAt, clock.instant());
                yield redirect(back.path(request, response));
            }
            case CodeAnswer.Wrong() ->
                wrongCode(
                        request,
                        "コードが違うか、もう使われています。次に表示されるコードを入れてください。",
                        "The code is wrong or was used before. Enter the next one your app shows.");
            case CodeAnswer.Locked(Instant until) ->
                wrongCode(
                        request,
                        "まちがいが続いたので止めています。%s を過ぎてからもう一度入れてください。".formatted(time(until)),
                        "Too many wrong tries. Try again after %s.".formatted(time(until)));
            case CodeAnswer.StartAgain() ->
                loginPage(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        Form.empty(),
                        Optional.of(
                                new Text(
                                        "時間がたったか、利用者の設定が変わりました。最初からサインインしてください。",
                                        "Too much time has passed, or the account was changed. Please sign in from the start.")));
        };
    }

    private ResponseEntity<String> loginPage(
            HttpStatus status, HttpServletRequest request, Form form, Optional<Text> said) {
        Frame frame = frames.of(request, TITLE);
        return Html.page(status, frame, TEMPLATES.login(frame, form, said));
    }

    private ResponseEntity<String> codePage(HttpStatus status, HttpServletRequest request, Form form) {
        Frame frame = frames.of(request, CODE_TITLE);
        return Html.page(status, frame, TEMPLATES.code(frame, form));
    }

    private ResponseEntity<String> wrongCode(HttpServletRequest request, String ja, String en) {
        Form form = new Form(Map.of(), List.of(Problem.at(Fields.CODE.name(), ja, en)), Map.of());
        return codePage(HttpStatus.UNPROCESSABLE_CONTENT, request, form);
    }

    private static Problem refused() {
        return Problem.at(
                Fields.PASSWORD.name(),
                "ログイン名かパスワードが違うか、この利用者は今使えません。まちがいが続くとしばらく入れなくなります。" + "そのときは15分ほど待つか、管理者に頼んでください。",
                "The login name or password is wrong, or the account cannot be used now. "
                        + "Repeated wrong tries close it for a while; then wait about 15 minutes or ask your administrator.");
    }

    private String time(Instant instant) {
        // Rounded up: the minute shown is never too early.
        return TIME.format(instant.atZone(clock.getZone()).plusSeconds(59));
    }

    private static ResponseEntity<String> redirect(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
