package madoguchi.portal;

import gg.jte.Content;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Coverage;
import madoguchi.core.PersonKey;
import madoguchi.core.SelfRecord;
import madoguchi.core.SelfView;
import madoguchi.portal.pages.StaticTemplates;
import madoguchi.stamp.ScreenKind;
import madoguchi.web.Frame;
import madoguchi.web.Html;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;

/** 受付口 – what every portal screen has in common: who is there, in which language, what the registers hold, the layout. */
final class Front {

    static final String HOME = "/portal";
    static final String COOKIE = "portal-lang";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final List<String> TOLD = List.of(
            "enrolled",
            "ended",
            "withdrawn",
            "visits-withdrawn",
            "delegated",
            "delegation-ended",
            "refused",
            "down",
            "card",
            "passkey-added",
            "passkey-named",
            "passkey-removed");

    private final Texts texts = new Texts();
    private final Sessions sessions;
    private final SelfView view;
    private final DelegationStore delegations;
    private final Codes codes;
    private final Clock clock;

    Front(Sessions sessions, SelfView view, DelegationStore delegations, Codes codes, Clock clock) {
        this.sessions = sessions;
        this.view = view;
        this.delegations = delegations;
        this.codes = codes;
        this.clock = clock;
    }

    LocalDate today() {
        return day(clock);
    }

    /** Today in Japan. */
    static LocalDate day(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }

    /** Whether this log-in is enough for something; one by card always is. */
    boolean may(Session session, PasskeyUse use) {
        return !session.byPasskey() || PasskeyRule.of(use, today()).opens();
    }

    /** Who is logged in. The door has let nobody else through; a delegation that ended meanwhile is forgotten. */
    Optional<Session> session(HttpServletRequest request) {
        Optional<Session> session = sessions.of(request);
        if (session.flatMap(Session::acting).isEmpty()) {
            return session;
        }
        Session open = session.orElseThrow();
        boolean holds = open.acting().filter(ward -> mayShow(open, ward)).isPresent();
        if (!holds) {
            sessions.change(request, same -> same.showing(Optional.empty()));
        }
        return Optional.of(holds ? open : open.showing(Optional.empty()));
    }

    private boolean mayShow(Session session, PersonKey ward) {
        return session.person()
                .filter(self -> delegations.of(self).stream()
                        .anyMatch(found ->
                                found.guardian().equals(self) && found.ward().equals(ward) && found.holds(today())))
                .isPresent();
    }

    /** What the registers hold about the person shown, on a day. */
    SelfRecord record(Session session, LocalDate day) {
        return session.shown()
                .map(person -> view.record(person, day, Optional.empty()))
                .orElseGet(SelfRecord::nothing);
    }

    /** The frame of a screen for somebody logged in, with its code where it shows a coverage. */
    Page page(HttpServletRequest request, Session session, String here, ScreenKind kind, Optional<Coverage> coverage) {
        Optional<String> acting = session.acting()
                .flatMap(ward -> view.record(ward, today(), Optional.empty()).holder())
                .map(holder -> holder.name().written());
        Optional<PasskeyRule> passkey =
                session.byPasskey() ? Optional.of(PasskeyRule.of(PasskeyUse.of(kind), today())) : Optional.empty();
        return page(
                request,
                here,
                Optional.of(session),
                acting,
                passkey.filter(rule -> !rule.counts()).isPresent()
                        ? Optional.empty()
                        : codes.of(kind, coverage, session),
                passkey);
    }

    /** The frame of a screen for nobody yet. */
    Page page(HttpServletRequest request, String here) {
        return page(request, here, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Page page(
            HttpServletRequest request,
            String here,
            Optional<Session> session,
            Optional<String> acting,
            Optional<Code> code,
            Optional<PasskeyRule> passkey) {
        Speech speech = speech(request);
        return new Page(
                speech,
                key -> texts.of(speech, key),
                csrf(request),
                here,
                clock.instant(),
                session,
                acting,
                code,
                passkey,
                Optional.ofNullable(request.getParameter("told")).filter(TOLD::contains));
    }

    static Speech speech(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .map(Speech::tagged)
                .orElse(Speech.JA);
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Csrf(token.getParameterName(), token.getToken())
                : new Frame.Csrf("_csrf", "");
    }

    /** A screen, or what is said instead where a log-in by passkey does not open it. Never cached: it is about a person, and tomorrow it may be wrong. */
    ResponseEntity<String> show(HttpStatus status, Page page, String title, Content content) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(Html.render(TEMPLATES.portal(page, title, page.opens() ? content : TEMPLATES.card(page))));
    }

    ResponseEntity<String> show(Page page, String title, Content content) {
        return show(HttpStatus.OK, page, title, content);
    }

    /** Leads to a screen after something was done. */
    static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
