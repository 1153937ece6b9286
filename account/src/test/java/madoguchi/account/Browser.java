package madoguchi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A visitor: keeps cookies, sends the token of the last page with every form, and does not follow redirects, so that a test sees them. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI address;
    private String token = "";

    Browser(URI address) {
        this.address = address;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html"));
    }

    /** A script's request, which expects no page. */
    HttpResponse<String> fetch(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).header("Accept", "application/json"));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", token);
        return postWithoutToken(path, form);
    }

    HttpResponse<String> postWithoutToken(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The first step, from the sign-in page. */
    HttpResponse<String> password(String login, String password) {
        get("/login");
        return post("/login", Map.of("login", login, "password", password));
    }

    /** The second step, from the code page. */
    HttpResponse<String> code(String code) {
        get("/login/code");
        return post("/login/code", Map.of("code", code));
    }

    /** Both steps, which must lead somewhere. */
    HttpResponse<String> signIn(String login, String password, String code) {
        assertThat(where(password(login, password))).isEqualTo("303 /login/code");
        HttpResponse<String> answer = code(code);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer;
    }

    /** Chooses English, as the switch does. */
    Browser english() {
        cookies.getCookieStore().add(address, cookie("lang", "en"));
        return this;
    }

    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Status and path of the redirect, such as {@code 303 /login}. */
    static String where(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        return (answer.statusCode() + " " + location.replaceFirst("^http://[^/]+", "")).strip();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpCookie cookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        return cookie;
    }
}
