package madoguchi.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import madoguchi.reader.KioskCookie;
import madoguchi.reader.KioskDevice;
import madoguchi.reader.KioskDevices;
import madoguchi.reader.Kiosks;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 読取機の画面の入口 – {@code /kiosk} and below open to an admitted screen's cookie and to nothing else, not even to a clerk's session. No session is kept: a kiosk that nobody touched for a day works on, and its forms are proved by a
 * cookie beside a hidden field.
 */
final class KioskDoor extends OncePerRequestFilter {

    private static final String PATH = "/kiosk";
    private static final String PAIRING = "/kiosk/pair";

    private final KioskDevices devices;

    private KioskDoor(KioskDevices devices) {
        this.devices = devices;
    }

    /** Fills in the chain of the kiosk. */
    static HttpSecurity chain(HttpSecurity http, KioskDevices devices) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("madoguchi-kiosk-form");
        tokens.setCookiePath(PATH);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return http.securityMatcher(KioskDoor::isKiosk)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        // Every request is signed in anew by its cookie; a new form token for each would make the page
                        // that is open worthless.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, why) -> turnedAway(request, response, PAIRING))
                        .accessDeniedHandler((request, response, why) -> turnedAway(request, response, PATH)))
                .addFilterBefore(new KioskDoor(devices), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(pages -> pages.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(PAIRING, PAIRING + "/**")
                        .permitAll()
                        .anyRequest()
                        .hasRole("KIOSK"));
    }

    private static boolean isKiosk(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /* A person is led on; a script is told. */
    private static void turnedAway(HttpServletRequest request, HttpServletResponse response, String to) {
        String accept = request.getHeader("Accept");
        if (accept == null || accept.contains("text/html")) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", to);
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        KioskCookie.secret(request).flatMap(devices::seen).ifPresent(device -> {
            device.place().ifPresent(place -> request.setAttribute(Kiosks.PLACE, place));
            admit(device);
        });
        chain.doFilter(request, response);
    }

    private static void admit(KioskDevice device) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                device.id(), "", AuthorityUtils.createAuthorityList("ROLE_KIOSK")));
        SecurityContextHolder.setContext(context);
    }
}
