package madoguchi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import madoguchi.web.Frame;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** 戻り先 – remembers which page was asked for before sign-in, and leads back to it. Pages only: a form that was sent, a script's request or an event stream is not repeated. */
final class Return {

    private final HttpSessionRequestCache cache = new HttpSessionRequestCache();

    Return() {
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && isPage(request)
                && !request.getRequestURI().startsWith("/login"));
    }

    HttpSessionRequestCache cache() {
        return cache;
    }

    /** Whether a person looks at the answer, not a script: only then does a redirect to the sign-in page help. */
    static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** The page a person starts from: the first one their role is shown in the bar; the front page when there is none. */
    static String home(Frame frame) {
        return frame.links().isEmpty() ? "/" : frame.links().getFirst().href();
    }

    /** The path to go to after sign-in; {@code home} when none was asked for, or only the front page, which is not every role's. Always on this site. */
    String path(HttpServletRequest request, HttpServletResponse response, String home) {
        SavedRequest saved = cache.getRequest(request, response);
        cache.removeRequest(request, response);
        if (!(saved instanceof DefaultSavedRequest asked)) {
            return home;
        }
        String path = Objects.requireNonNullElse(asked.getRequestURI(), "/");
        String query = asked.getQueryString() == null ? "" : "?" + asked.getQueryString();
        return path.equals("/") || path.startsWith("//") ? home : path + query;
    }
}
