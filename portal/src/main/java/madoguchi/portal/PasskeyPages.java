package madoguchi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import madoguchi.core.PersonKey;
import madoguchi.core.Problem;
import madoguchi.json.CoreJson;
import madoguchi.portal.pages.StaticTemplates;
import madoguchi.stamp.ScreenKind;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** パスキーの画面 – {@code /portal/passkeys}: those of whoever is logged in, also while somebody else's screens are shown; registering by card only. Logging in by one: {@code /portal/passkey}, open to everybody. */
@RestController
public final class PasskeyPages {

    private static final String PATH = "/portal/passkeys";
    private static final String LOG_IN = "/portal/passkey";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Front front;
    private final Sessions sessions;
    private final EntrancePages entrance;
    private final Passkeys passkeys;

    PasskeyPages(Front front, Sessions sessions, EntrancePages entrance, Passkeys passkeys) {
        this.front = front;
        this.sessions = sessions;
        this.entrance = entrance;
        this.passkeys = passkeys;
    }

    /** The list. */
    @GetMapping(PATH)
    ResponseEntity<String> list(HttpServletRequest request) {
        return shown(request, HttpStatus.OK, "", List.of());
    }

    private ResponseEntity<String> shown(
            HttpServletRequest request, HttpStatus status, String typed, List<Problem> problems) {
        Optional<Session> session = front.session(request);
        if (session.isEmpty()) {
            return Front.to(EntrancePages.LOGIN);
        }
        List<Passkey> known = session.get().person().map(passkeys::of).orElse(List.of());
        Page page = front.page(request, session.get(), PATH, ScreenKind.OWN_RECORD, Optional.empty());
        return front.show(
                status, page, page.t("passkeys.title"), TEMPLATES.passkeys(page, known.reversed(), typed, problems));
    }

    /** What the browser needs to make one: JSON; 422 with a JSON array of sentences where something is wrong. */
    @PostMapping(PATH + "/options")
    ResponseEntity<String> options(HttpServletRequest request, @RequestParam(defaultValue = "") String name) {
        Optional<Session> session = front.session(request);
        if (session.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        var begun = passkeys.begin(session.get(), name);
        if (!begun.getValue().isEmpty()) {
            Speech speech = Front.speech(request);
            return json(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    CoreJson.mapper()
                            .writeValueAsString(begun.getValue().stream()
                                    .map(problem -> speech.of(problem.reason()))
                                    .toList()));
        }
        return offered(begun.getKey());
    }

    /** Keeps what the browser made; the list again (422) where it cannot be kept. */
    @PostMapping(PATH)
    ResponseEntity<String> register(
            HttpServletRequest request, @RequestParam(defaultValue = "") String name, @RequestParam String response) {
        Optional<Session> session = front.session(request);
        if (session.isEmpty()) {
            return Front.to(EntrancePages.LOGIN);
        }
        return switch (passkeys.register(session.get(), response)) {
            case Passkeys.Registered.Done _ -> Front.to(PATH + "?told=passkey-added");
            case Passkeys.Registered.Refused(var why) ->
                shown(request, HttpStatus.UNPROCESSABLE_CONTENT, name, List.of(why));
        };
    }

    /** Another name. */
    @PostMapping(PATH + "/name")
    ResponseEntity<String> rename(
            HttpServletRequest request, @RequestParam long passkey, @RequestParam(defaultValue = "") String name) {
        boolean named = person(request)
                .filter(who -> passkeys.rename(who, passkey, name))
                .isPresent();
        return Front.to(PATH + "?told=" + (named ? "passkey-named" : "refused"));
    }

    /** Takes one away, and ends every log-in by it. */
    @PostMapping(PATH + "/remove")
    ResponseEntity<String> remove(HttpServletRequest request, @RequestParam long passkey) {
        Optional<PersonKey> person = person(request);
        person.filter(who -> passkeys.of(who).stream().anyMatch(known -> known.id() == passkey))
                .ifPresent(who -> {
                    passkeys.remove(who, passkey);
                    sessions.forgetPasskey(passkey);
                });
        return Front.to(PATH + "?told=passkey-removed");
    }

    private Optional<PersonKey> person(HttpServletRequest request) {
        return front.session(request).flatMap(Session::person);
    }

    /** What the browser needs to answer with one: JSON; 503 while too many wait. */
    @GetMapping(LOG_IN + "/options")
    ResponseEntity<String> challenge() {
        return offered(passkeys.challenge());
    }

    private static ResponseEntity<String> offered(Optional<String> options) {
        return options.map(json -> json(HttpStatus.OK, json))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
    }

    private static ResponseEntity<String> json(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /** A log-in by one; the log-in screen again (422) with the reason when nobody came in. */
    @PostMapping(LOG_IN)
    ResponseEntity<String> logIn(HttpServletRequest request, @RequestParam(defaultValue = "") String response) {
        return entrance.came(request, passkeys.logIn(response));
    }
}
