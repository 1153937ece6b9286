package madoguchi.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import madoguchi.portal.EntrancePages;
import madoguchi.portal.Sessions;
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
 * 本人のポータルの入口 – {@code /portal} and below open to whoever logged in there, and to no clerk's session; a portal session opens nothing else. Forms are proved by a cookie beside a hidden field. The two addresses an
 * app with a real card posts to need no form: they change nothing but who is logged in, by a signature over a fresh nonce.
 */
final class PortalDoor extends OncePerRequestFilter {

    private static final String PATH = "/portal";
    private static final String[] OPEN = {
        EntrancePages.LOGIN,
        "/portal/challenge",
        "/portal/enter",
        "/portal/passkey",
        "/portal/passkey/options",
        "/portal/language",
        "/portal/offline",
        "/portal/alive",
        "/portal/worker.js"
    };

    private final Sessions sessions;

    private PortalDoor(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Fills in the chain of the portal. */
    static HttpSecurity chain(HttpSecurity http, Sessions sessions) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("madoguchi-portal-form");
        tokens.setCookiePath(PATH);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return http.securityMatcher(PortalDoor::isPortal)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .ignoringRequestMatchers("/portal/challenge", "/portal/enter")
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, why) -> turnedAway(request, response))
                        .accessDeniedHandler((request, response, why) -> turnedAway(request, response)))
                .addFilterBefore(new PortalDoor(sessions), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(pages -> pages.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .hasRole("PATIENT"));
    }

    private static boolean isPortal(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /* A person is led on; a script is told. */
    private static void turnedAway(HttpServletRequest request, HttpServletResponse response) {
        String accept = request.getHeader("Accept");
        if (accept == null || accept.contains("text/html")) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", EntrancePages.LOGIN + "?ended");
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (sessions.of(request).isPresent()) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    "patient", "", AuthorityUtils.createAuthorityList("ROLE_PATIENT")));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
