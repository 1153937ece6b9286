package madoguchi.app;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.authentication.preauth.x509.SubjectX500PrincipalExtractor;
import org.springframework.security.web.authentication.preauth.x509.X509AuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/*
 * The inherited filter puts the whole certificate into words for the debug log, twice a request, whether or not that log is on: a quarter of the hub's processor
 * time at full load. This one reads the name and nothing else.
 */

/** 機械の証明書 – who calls on the machines' port: the common name of the client certificate that mutual TLS has already checked. */
final class MachineCertificate extends X509AuthenticationFilter {

    private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";
    private static final List<SimpleGrantedAuthority> MACHINE = List.of(new SimpleGrantedAuthority("ROLE_MACHINE"));

    private final SubjectX500PrincipalExtractor commonName = new SubjectX500PrincipalExtractor();

    /** Nothing outlives the request: no session is made for a machine. */
    MachineCertificate() {
        setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
        setAuthenticationManager(asked ->
                new PreAuthenticatedAuthenticationToken(Objects.requireNonNull(asked.getPrincipal()), "", MACHINE));
    }

    @Override
    protected @Nullable Object getPreAuthenticatedPrincipal(HttpServletRequest request) {
        X509Certificate certificate = certificate(request);
        return certificate == null ? null : commonName.extractPrincipal(certificate);
    }

    @Override
    protected @Nullable Object getPreAuthenticatedCredentials(HttpServletRequest request) {
        return certificate(request);
    }

    private static @Nullable X509Certificate certificate(HttpServletRequest request) {
        X509Certificate[] chain = (X509Certificate[]) request.getAttribute(ATTRIBUTE);
        return chain == null || chain.length == 0 ? null : chain[0];
    }
}
