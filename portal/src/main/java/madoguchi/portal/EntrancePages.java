package madoguchi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import madoguchi.core.Challenged;
import madoguchi.core.Coded;
import madoguchi.core.Octets;
import madoguchi.core.SelfEntry;
import madoguchi.core.Text;
import madoguchi.core.TokenKind;
import madoguchi.json.CoreJson;
import madoguchi.portal.pages.StaticTemplates;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 入口の画面 – {@code /portal/login}: log-in by card or phone, and out again; the language; what is shown without a line. Open to everybody. */
@RestController
public final class EntrancePages {

    /** Where one logs in. */
    public static final String LOGIN = "/portal/login";

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Duration KEPT = Duration.ofDays(365);

    private final Front front;
    private final Sessions sessions;
    private final Entrance entrance;

    EntrancePages(Front front, Sessions sessions, Entrance entrance) {
        this.front = front;
        this.sessions = sessions;
        this.entrance = entrance;
    }

    /** The log-in screen. */
    @GetMapping(LOGIN)
    ResponseEntity<String> login(HttpServletRequest request) {
        return shown(request, HttpStatus.OK, Optional.empty());
    }

    private ResponseEntity<String> shown(HttpServletRequest request, HttpStatus status, Optional<Text> why) {
        Page page = front.page(request, LOGIN);
        boolean ended = request.getParameter("ended") != null;
        return front.show(status, page, page.t("login.title"), TEMPLATES.login(page, entrance.tokens(), why, ended));
    }

    /** With a simulated card or phone; 422 with the reason when nobody came in. */
    @PostMapping(LOGIN)
    ResponseEntity<String> withToken(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "1") String token,
            @RequestParam(defaultValue = "") String pin) {
        TokenKind kind = Coded.find(TokenKind.class, token).orElse(TokenKind.CARD);
        return came(request, entrance.withToken(person, kind, pin));
    }

    /** 乱数 – for an app that holds a real card: {@code POST /portal/challenge} gives a nonce as JSON. */
    @PostMapping("/portal/challenge")
    ResponseEntity<String> challenge() {
        Challenged challenged = entrance.challenge();
        return ResponseEntity.status(challenged instanceof Challenged.Issued ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(CoreJson.mapper().writerFor(Challenged.class).writeValueAsString(challenged));
    }

    /** What the app's card signed, in Base64; 422 with the reason when nobody came in. */
    @PostMapping("/portal/enter")
    ResponseEntity<String> enter(
            HttpServletRequest request,
            @RequestParam String nonce,
            @RequestParam String certificate,
            @RequestParam String signature,
            @RequestParam String token) {
        Optional<TokenKind> kind = Coded.find(TokenKind.class, token);
        try {
            return came(
                    request,
                    entrance.present(new SelfEntry.Presented(
                            nonce, Octets.ofBase64(certificate), Octets.ofBase64(signature), kind.orElseThrow())));
        } catch (IllegalArgumentException | java.util.NoSuchElementException odd) {
            return ResponseEntity.badRequest().build();
        }
    }

    /** Opens the session of whoever came in; 422 with the reason otherwise. */
    ResponseEntity<String> came(HttpServletRequest request, Entrance.Came came) {
        return switch (came) {
            case Entrance.Came.Out(var why) -> shown(request, HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(why));
            case Entrance.Came.In(var session) -> {
                sessions.end(request);
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.SET_COOKIE, sessions.open(session, request))
                        .header(HttpHeaders.LOCATION, Front.HOME)
                        .build();
            }
        };
    }

    /** Out again. */
    @PostMapping("/portal/logout")
    ResponseEntity<String> logout(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, sessions.end(request))
                .header(HttpHeaders.LOCATION, LOGIN + "?ended")
                .build();
    }

    /** The language; {@code back} is a path below {@code /portal}, any other leads to the first screen. */
    @PostMapping("/portal/language")
    ResponseEntity<String> language(@RequestParam String to, @RequestParam(defaultValue = "") String back) {
        ResponseCookie cookie = ResponseCookie.from(
                        Front.COOKIE, Speech.tagged(to).tag())
                .path(Front.HOME)
                .maxAge(KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, back.matches("/portal(/[a-z]+)?") ? back : Front.HOME)
                .build();
    }

    /** What a browser shows when there is no line: nothing of anybody, and no code. It may be kept. */
    @GetMapping("/portal/offline")
    ResponseEntity<String> offline(HttpServletRequest request) {
        Page page = front.page(request, Front.HOME);
        return front.show(page, page.t("offline.title"), TEMPLATES.offline(page));
    }

    /** Whether the line is there: nothing else. */
    @GetMapping("/portal/alive")
    ResponseEntity<String> alive() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body("");
    }
}
