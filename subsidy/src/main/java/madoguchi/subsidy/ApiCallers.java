package madoguchi.subsidy;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Principal;
import java.util.Optional;
import madoguchi.core.Parsed;
import org.springframework.http.HttpHeaders;

/** 呼び手の確認 – by the common name of the client certificate, which mutual TLS has checked before, or by a token over an encrypted connection (or from this very machine). */
final class ApiCallers {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;

    ApiCallers(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Who it is. Where both are shown, both must name the same municipality. */
    ApiCaller of(HttpServletRequest request) {
        Optional<ApiCaller> certificate =
                Optional.ofNullable(request.getUserPrincipal()).map(ApiCallers::named);
        Optional<ApiCaller> token = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(words -> words.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(words -> byToken(words.substring(BEARER.length()).strip(), request));
        if (certificate.isPresent() && token.isPresent()) {
            return together(certificate.get(), token.get());
        }
        return certificate.or(() -> token).orElseGet(() -> ApiCaller.refused(ApiRefusal.NOBODY));
    }

    private static ApiCaller named(Principal certificate) {
        return MunicipalityCode.parse("certificate", certificate.getName())
                        instanceof Parsed.Value<MunicipalityCode>(var code)
                ? new ApiCaller.Municipality(code, "certificate")
                : ApiCaller.refused(ApiRefusal.NO_MUNICIPALITY);
    }

    private ApiCaller byToken(String words, HttpServletRequest request) {
        return request.isSecure() || isHere(request.getRemoteAddr())
                ? tokens.caller(words, request.getRemoteAddr())
                : ApiCaller.refused(ApiRefusal.PLAIN);
    }

    private static ApiCaller together(ApiCaller certificate, ApiCaller token) {
        return certificate instanceof ApiCaller.Municipality(var one, var by)
                        && token instanceof ApiCaller.Municipality(var other, var with)
                        && !one.equals(other)
                ? ApiCaller.refused(ApiRefusal.TWO)
                : token instanceof ApiCaller.Refused ? token : certificate;
    }

    /* The servlet container gives digits, so no name is looked up. */
    private static boolean isHere(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException odd) {
            return false;
        }
    }
}
