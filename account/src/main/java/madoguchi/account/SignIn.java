package madoguchi.account;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.web.Frames;
import org.springframework.security.authorization.AllAuthoritiesAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** サインイン – the security of the staff pages: two factors before anything, roles per page, forms that cannot be forged, and headers that let a browser run our own files only. */
public final class SignIn {

    /** Settings of Spring Boot that belong to this sign-in: pass them as default properties. 30 minutes without a request end a session. */
    public static final Map<String, Object> SESSION_PROPERTIES = Map.of(
            "server.servlet.session.timeout", "30m",
            "server.servlet.session.tracking-modes", "cookie",
            "server.servlet.session.cookie.http-only", "true",
            "server.servlet.session.cookie.same-site", "lax");

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /**
     * 画面と役割 – who may open the pages of one path pattern, such as {@code /desk/**}.
     *
     * @param pattern a Spring path pattern
     * @param roles any of these
     */
    public record Rule(String pattern, Set<Role> roles) {

        /** Copies the roles; refuses a rule nobody fulfils. */
        public Rule {
            roles = Set.copyOf(roles);
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("a rule without a role");
            }
        }
    }

    /** The rules of this module's own pages; the chain puts them before all others. */
    private static final List<Rule> OWN = List.of(
            new Rule("/account/password", Set.of(Role.values())),
            new Rule("/accounts/audit", Set.of(Role.ADMIN, Role.AUDITOR)),
            new Rule("/accounts/**", Set.of(Role.ADMIN)));

    private final Gate gate;
    private final Frames frames;
    private final Clock clock;
    private final Doorway doorway = new Doorway();
    private final Return back = new Return();

    /** A sign-in over the accounts of that store. */
    public SignIn(AccountStore store, Passwords passwords, Clock clock, SignInLimits limits, Frames frames) {
        this.gate = new Gate(store, passwords, clock, limits);
        this.frames = frames;
        this.clock = clock;
    }

    /** The pages {@code /login} and {@code /login/code}: register them as a bean. */
    public SignInPages pages() {
        return new SignInPages(gate, doorway, back, frames, clock);
    }

    /** The page {@code /account/password}, open to every role: register it as a bean. */
    public PasswordPage passwordPage() {
        return new PasswordPage(gate, doorway, frames, clock);
    }

    /**
     * The filter chain of the staff pages. Open without sign-in are only {@code /login}, {@code /assets/**}, {@code /lang}, {@code /healthz} and {@code /readyz}; a page that no rule names is open to every role.
     *
     * @param http a fresh builder; a caller with several ports has set its {@code securityMatcher}
     * @param rules the first whose pattern fits decides
     */
    public SecurityFilterChain chain(HttpSecurity http, List<Rule> rules) {
        Refusals refusals = new Refusals(frames, back);
        return http.securityContext(context -> context.securityContextRepository(doorway.contexts()))
                .csrf(csrf -> csrf.csrfTokenRepository(doorway.tokens()))
                .requestCache(cache -> cache.requestCache(back.cache()))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SignIn::headers)
                .logout(logout -> logout.logoutSuccessUrl("/login?ended")
                        .addLogoutHandler((request, response, authentication) -> {
                            if (authentication != null && authentication.getPrincipal() instanceof Staff staff) {
                                gate.signedOut(staff, request.getRemoteAddr());
                            }
                        }))
                .addFilterAfter(new StillValid(gate), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(pages -> authorize(pages, rules))
                .build();
    }

    /** 応答の見出し – gives another chain of the same site the headers of the staff pages: our own files only, no frames, no referrer. */
    public static HttpSecurity headed(HttpSecurity http) {
        return http.headers(SignIn::headers);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages,
            List<Rule> rules) {
        // An error page or the end of an event stream belongs to a request that was judged before.
        pages.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
        pages.requestMatchers("/login", "/assets/**", "/lang", "/healthz", "/readyz")
                .permitAll();
        pages.requestMatchers("/login/code").hasAuthority(Doorway.PASSWORD);
        OWN.forEach(rule -> pages.requestMatchers(rule.pattern()).access(allowed(rule)));
        rules.forEach(rule -> pages.requestMatchers(rule.pattern()).access(allowed(rule)));
        pages.anyRequest().access(bothFactors());
    }

    private static AuthorizationManager<RequestAuthorizationContext> allowed(Rule rule) {
        return AuthorizationManagers.allOf(
                bothFactors(),
                AuthorityAuthorizationManager.hasAnyRole(
                        rule.roles().stream().map(Role::name).toArray(String[]::new)));
    }

    private static AuthorizationManager<RequestAuthorizationContext> bothFactors() {
        return AllAuthoritiesAuthorizationManager.hasAllAuthorities(Doorway.PASSWORD, Doorway.CODE);
    }
}
