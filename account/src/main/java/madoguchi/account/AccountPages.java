package madoguchi.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
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
import madoguchi.web.QrCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 利用者の画面 – the administrator's list of accounts and the audit. Login names travel in form fields, never in an address. */
@RestController
@RequestMapping("/accounts")
public final class AccountPages {

    private static final Text TITLE = new Text("利用者", "Accounts");
    private static final Text AUDIT_TITLE = new Text("利用者の記録", "Account records");
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int PAGE = 50;

    private final Accounts accounts;
    private final Frames frames;
    private final Clock clock;

    /** Pages over those accounts; times are shown in the clock's zone. */
    public AccountPages(Accounts accounts, Frames frames, Clock clock) {
        this.accounts = accounts;
        this.frames = frames;
        this.clock = clock;
    }

    /** The list, and the form for a new account; {@code changed} says what became of the last action. */
    @GetMapping
    public ResponseEntity<String> list(HttpServletRequest request, @RequestParam Optional<Boolean> changed) {
        return listPage(HttpStatus.OK, request, Form.empty(), changed.map(AccountPages::said));
    }

    /** Makes an account and shows its password and secret, once. */
    @PostMapping
    public ResponseEntity<String> create(
            HttpServletRequest request,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam String role) {
        Parsed<Issued> made = roleOf(role).then(chosen -> accounts.create(login, name, chosen, by(request)));
        return switch (made) {
            case Parsed.Value<Issued>(Issued issued) -> issued(request, issued);
            case Parsed.Faults<Issued>(List<Problem> problems) ->
                listPage(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        new Form(Map.of("login", login, "name", name, "role", role), problems, Map.of()),
                        Optional.empty());
        };
    }

    /** Stops an account. */
    @PostMapping("/disable")
    public ResponseEntity<String> disable(HttpServletRequest request, @RequestParam String login) {
        return done(accounts.disable(login, by(request)));
    }

    /** Allows it again. */
    @PostMapping("/enable")
    public ResponseEntity<String> enable(HttpServletRequest request, @RequestParam String login) {
        return done(accounts.enable(login, by(request)));
    }

    /** Lifts a lock. */
    @PostMapping("/unlock")
    public ResponseEntity<String> unlock(HttpServletRequest request, @RequestParam String login) {
        return done(accounts.unlock(login, by(request)));
    }

    /** Gives a new secret and shows it, once. */
    @PostMapping("/second-factor")
    public ResponseEntity<String> resetSecondFactor(HttpServletRequest request, @RequestParam String login) {
        return reissued(request, accounts.resetSecondFactor(login, by(request)));
    }

    /** Gives a new password and shows it, once. */
    @PostMapping("/password")
    public ResponseEntity<String> resetPassword(HttpServletRequest request, @RequestParam String login) {
        return reissued(request, accounts.resetPassword(login, by(request)));
    }

    /** The audit, newest first; {@code before} is the number of the last event on the page before. */
    @GetMapping("/audit")
    public ResponseEntity<String> audit(HttpServletRequest request, @RequestParam Optional<Long> before) {
        List<Event.Numbered> found = accounts.events(before.orElse(Long.MAX_VALUE), PAGE + 1);
        List<Event.Numbered> shown = found.stream().limit(PAGE).toList();
        Optional<Long> older = found.size() > PAGE ? Optional.of(shown.getLast().seq()) : Optional.empty();
        Frame frame = frames.of(request, AUDIT_TITLE);
        return Html.page(frame, TEMPLATES.audit(frame, shown, older, clock.getZone()));
    }

    private ResponseEntity<String> listPage(
            HttpStatus status, HttpServletRequest request, Form form, Optional<Text> said) {
        Frame frame = frames.of(request, TITLE);
        String self = by(request).actor();
        return Html.page(status, frame, TEMPLATES.accounts(frame, form, said, accounts.all(), self, clock));
    }

    private ResponseEntity<String> reissued(HttpServletRequest request, Parsed<Issued> given) {
        return switch (given) {
            case Parsed.Value<Issued>(Issued issued) -> issued(request, issued);
            case Parsed.Faults<Issued> ignored -> done(false);
        };
    }

    private ResponseEntity<String> issued(HttpServletRequest request, Issued issued) {
        Frame here = frames.of(request, new Text("一度だけ表示します", "Shown once"));
        // A change of language leads to the list: this page cannot be opened a second time.
        Frame frame = new Frame(
                here.lang(),
                here.title(),
                here.place(),
                here.user(),
                here.csrf(),
                "/accounts",
                here.links(),
                here.scripts());
        Optional<QrCode> picture = Optional.of(issued.secret())
                .filter(secret -> !secret.isEmpty())
                .map(secret -> QrCode.of(Totp.uri(issued.login(), secret)));
        return Html.page(frame, TEMPLATES.issued(frame, issued, picture));
    }

    /** Back to the list, which shows the state as it now is, whether or not this request changed it. */
    private static ResponseEntity<String> done(boolean changed) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/accounts?changed=" + changed))
                .build();
    }

    private static Text said(boolean changed) {
        return changed
                ? new Text("変更しました。", "Changed.")
                : new Text(
                        "変更はありませんでした。すでにその状態か、自分自身の停止です。",
                        "Nothing was changed: it was so already, or it would have stopped yourself.");
    }

    private static Parsed<Role> roleOf(String typed) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(typed))
                .findFirst()
                .map(Parsed::of)
                .orElseGet(() -> Parsed.fault("role", "役割を選んでください。", "Choose a role."));
    }

    private static By by(HttpServletRequest request) {
        return new By(Doorway.staff().orElseThrow().login(), request.getRemoteAddr());
    }
}
