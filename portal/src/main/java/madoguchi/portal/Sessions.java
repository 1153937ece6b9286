package madoguchi.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/*
 * A session of its own, apart from the staff's: another cookie, sent to /portal and below only. In memory only: after a restart everybody logs in anew, on the spot. A page that renews itself says so (parameter auto) and
 * does not count as a hand.
 */

/** ログインの控え – who is logged in to the portal, by an unguessable cookie. Threads may share it. */
public final class Sessions {

    private static final String COOKIE = "madoguchi-portal";
    private static final String PATH = "/portal";
    private static final int BYTES = 32;
    private static final int MOST = 100_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Held(Session session, Instant touched) {}

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final PortalTerms terms;
    private final Clock clock;
    private final Predicate<Session> stands;

    /**
     * Nobody yet.
     *
     * @param stands whether a log-in still stands, asked at every request: one that does not is over
     */
    Sessions(PortalTerms terms, Clock clock, Predicate<Session> stands) {
        this.terms = terms;
        this.clock = clock;
        this.stands = stands;
    }

    /** Keeps a log-in; returns the cookie header that brings it back. */
    String open(Session session, HttpServletRequest request) {
        return cookie(request, begin(session), -1);
    }

    /** Keeps a log-in; returns its unguessable name. */
    String begin(Session session) {
        forget();
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        held.put(name, new Held(session, clock.instant()));
        return name;
    }

    private void forget() {
        held.values().removeIf(entry -> isOver(entry));
        if (held.size() >= MOST) {
            throw new IllegalStateException("too many people are logged in");
        }
    }

    /** The log-in of a request, where one is open. */
    public Optional<Session> of(HttpServletRequest request) {
        return name(request).flatMap(name -> find(name, request.getParameter("auto") == null));
    }

    /** The log-in of that name, where it is open; a hand prolongs it. */
    Optional<Session> find(String name, boolean byHand) {
        Optional<Held> found = Optional.ofNullable(held.get(name));
        if (found.filter(entry -> isOver(entry) || !stands.test(entry.session()))
                .isPresent()) {
            held.remove(name);
            return Optional.empty();
        }
        if (byHand) {
            change(name, session -> session);
        }
        return found.map(Held::session);
    }

    /** Changes what a log-in shows. */
    void change(HttpServletRequest request, UnaryOperator<Session> change) {
        name(request).ifPresent(name -> change(name, change));
    }

    private void change(String name, UnaryOperator<Session> change) {
        held.computeIfPresent(name, (same, entry) -> new Held(change.apply(entry.session()), clock.instant()));
    }

    /** Ends the log-in of a request; returns the cookie header that takes the cookie away. */
    String end(HttpServletRequest request) {
        name(request).ifPresent(this::forget);
        return cookie(request, "", 0);
    }

    /** Ends the log-in of that name. */
    void forget(String name) {
        held.remove(name);
    }

    /** Ends every log-in by that passkey. */
    void forgetPasskey(long id) {
        held.values().removeIf(entry -> entry.session().way() instanceof Way.ByPasskey by && by.id() == id);
    }

    private boolean isOver(Held entry) {
        Instant now = clock.instant();
        return !now.isBefore(entry.touched().plus(terms.idle()))
                || !now.isBefore(entry.session().at().plus(terms.longest()));
    }

    private static Optional<String> name(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static String cookie(HttpServletRequest request, String value, long seconds) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(PATH)
                .maxAge(seconds)
                .build()
                .toString();
    }
}
