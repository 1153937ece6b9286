package madoguchi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** 入口 – puts each factor into the session, with a new session id and a new form token every time. A role is granted with the second factor, never before. */
final class Doorway {

    /** The authority of a right password. */
    static final String PASSWORD = FactorGrantedAuthority.PASSWORD_AUTHORITY;

    /** The authority of a right one-time code. */
    static final String CODE = "FACTOR_TOTP";

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
    private final SessionAuthenticationStrategy renewal = new CompositeSessionAuthenticationStrategy(
            List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));

    SecurityContextRepository contexts() {
        return contexts;
    }

    CsrfTokenRepository tokens() {
        return tokens;
    }

    /** The password was right: the session may show the code page and nothing else. */
    void halfWay(HttpServletRequest request, HttpServletResponse response, Staff staff, Instant at) {
        enter(request, response, staff, List.of(factor(PASSWORD, at)));
    }

    /** Both were right. */
    void inside(HttpServletRequest request, HttpServletResponse response, Staff staff, Instant passwordAt, Instant at) {
        enter(
                request,
                response,
                staff,
                List.of(
                        factor(PASSWORD, passwordAt),
                        factor(CODE, at),
                        new SimpleGrantedAuthority("ROLE_" + staff.role().name())));
    }

    /** The person this request belongs to, after the first factor or both. */
    static Optional<Staff> staff() {
        return authentication().map(Authentication::getPrincipal).map(p -> p instanceof Staff staff ? staff : null);
    }

    /** When that factor was given in this session. */
    static Optional<Instant> given(String factor) {
        return authentication().map(Authentication::getAuthorities).stream()
                .flatMap(Collection::stream)
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .filter(authority -> authority.getAuthority().equals(factor))
                .map(FactorGrantedAuthority::getIssuedAt)
                .findFirst();
    }

    private void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            Staff staff,
            List<? extends GrantedAuthority> authorities) {
        Authentication authentication = UsernamePasswordAuthenticationToken.authenticated(staff, null, authorities);
        renewal.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
    }

    private static GrantedAuthority factor(String authority, Instant at) {
        return FactorGrantedAuthority.withAuthority(authority).issuedAt(at).build();
    }
}
