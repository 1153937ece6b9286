package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** A browser without scripts: pages and forms of one server. */
final class PageClient {

    private final HttpClient browser = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext app;

    PageClient(ConfigurableApplicationContext app) {
        this.app = app;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<byte[]> bytes(String path) {
        return browser.sendAsync(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                .join();
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + app.getEnvironment().getProperty("local.server.port") + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return browser.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    /** The path of the newest reception in the list. */
    String newest() {
        String list = get("/part/list").body();
        int at = list.indexOf("/receptions/");
        return list.substring(at, list.indexOf("\"", at));
    }

    static void eventually(BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(10);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }
}
