package madoguchi.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import madoguchi.json.CoreJson;
import madoguchi.stamp.StampKeys;
import tools.jackson.core.JacksonException;

/** 検証の鍵（HTTPS） – {@code GET /api/stamp-keys} of a hub, over mutual TLS. */
public final class HttpStampFeed implements StampFeed {

    private static final String PATH = "/api/stamp-keys";
    private static final int OK = 200;

    private final HttpClient client;
    private final HttpRequest request;

    /**
     * A feed from one hub.
     *
     * @param client with this facility's certificate
     * @param hub such as {@code https://hub.example:8443}
     * @param patience how long to wait at most
     */
    public HttpStampFeed(HttpClient client, URI hub, Duration patience) {
        this.client = client;
        this.request =
                HttpRequest.newBuilder(hub.resolve(PATH)).timeout(patience).build();
    }

    @Override
    public Optional<StampKeys> fetch() {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == OK
                    ? Optional.of(CoreJson.mapper().readValue(response.body(), StampKeys.class))
                    : Optional.empty();
        } catch (IOException | JacksonException silent) {
            return Optional.empty();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
