package madoguchi.web;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 言語の切替 – remembers the language and goes back to the page. */
@RestController
public final class LangSwitch {

    private static final Duration KEPT = Duration.ofDays(365);
    private static final int LONGEST = 4_000;

    /** Takes {@code to} ({@code ja} or {@code en}) and {@code back}, a path of this site with its query; any other {@code back} leads to the front page. */
    @PostMapping("/lang")
    public ResponseEntity<Void> choose(@RequestParam String to, @RequestParam String back) {
        Lang lang = to.equals(Lang.EN.tag()) ? Lang.EN : Lang.JA;
        ResponseCookie cookie = ResponseCookie.from(Lang.COOKIE, lang.tag())
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, isOurs(back) ? back : "/")
                .build();
    }

    /* A query is what the browser itself made of a form of ours: visible ASCII, anything else being escaped in it. */
    private static boolean isOurs(String address) {
        return address.length() <= LONGEST
                && address.matches("/[A-Za-z0-9/_-]*(\\?[!-~&&[^#\"<>\\\\]]*)?")
                && !address.startsWith("//");
    }
}
