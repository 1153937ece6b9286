package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A member of the staff without scripts: signs in with both factors, keeps cookies, sends the token of the last page with every form, and does not follow redirects. */
final class StaffClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final String BOUNDARY = "b-o-u-n-d";

    /** In which the pages speak; files are what they are. */
    private static final Charset LETTERS = StandardCharsets.UTF_8;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final DemoTown town;
    private String token = "";

    private StaffClient(DemoTown town) {
        this.town = town;
    }

    static StaffClient signedIn(DemoTown town, DemoLogin login) throws Exception {
        StaffClient staff = new StaffClient(town);
        staff.get("/login");
        staff.post("/login", Map.of("login", login.name(), "password", DemoLogin.PASSWORD));
        staff.get("/login/code");
        assertThat(staff.post("/login/code", Map.of("code", town.freshCode(login)))
                        .statusCode())
                .isEqualTo(303);
        return staff;
    }

    /** A page as text. */
    String get(String path) throws Exception {
        return new String(send(HttpRequest.newBuilder(uri(path))).body(), LETTERS);
    }

    /** What is saved from a page. */
    HttpResponse<byte[]> fetch(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<byte[]> post(String path, Map<String, String> fields) throws Exception {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", token);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), LETTERS))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Chooses a file in the form of the page that was read last. */
    HttpResponse<byte[]> upload(String path, String name, byte[] file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(BOUNDARY, token, BOUNDARY, name)
                        .getBytes(LETTERS));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(LETTERS));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Where an answer leads, without the host. */
    static String where(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(new String(answer.body(), LETTERS)).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private URI uri(String path) {
        return URI.create(town.url(path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> answer =
                client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofByteArray());
        Matcher found = TOKEN.matcher(new String(answer.body(), LETTERS));
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }
}
