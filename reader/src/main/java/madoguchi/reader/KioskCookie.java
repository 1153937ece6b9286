package madoguchi.reader;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/** 画面の証 – the cookie with which an admitted screen proves itself: sent to {@code /kiosk} and below only, out of reach of scripts and other sites. Browsers keep it for 400 days at most; then the screen is admitted anew. */
public final class KioskCookie {

    private static final String NAME = "madoguchi-kiosk";
    private static final String PATH = "/kiosk";
    private static final Duration KEPT = Duration.ofDays(400);

    private KioskCookie() {}

    /** The secret a request brings. */
    public static Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    static String header(HttpServletRequest request, String secret) {
        return ResponseCookie.from(NAME, secret)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(PATH)
                .maxAge(KEPT)
                .build()
                .toString();
    }
}
