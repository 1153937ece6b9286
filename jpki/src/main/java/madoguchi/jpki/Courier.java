package madoguchi.jpki;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** 失効情報の運び手 – carries bytes to a responder or a store of lists and brings the answer's bytes; empty when there is none. */
@FunctionalInterface
public interface Courier {

    /** The longest answer taken over HTTP, in bytes: lists grow. */
    int LONGEST = 64 * 1024 * 1024;

    /** Asks once; never throws for trouble on the way. */
    Optional<byte[]> fetch(byte[] request);

    /** OCSP over HTTP (RFC 6960 appendix A.1): POST, and status 200 or nothing. */
    static Courier posting(HttpClient client, URI responder, Duration patience) {
        return request -> send(
                client,
                HttpRequest.newBuilder(responder)
                        .timeout(patience)
                        .header("Content-Type", "application/ocsp-request")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                        .build());
    }

    /** GET of a list, whose address is below this one and ends with the key identifier in the request (ASCII). */
    static Courier getting(HttpClient client, URI below, Duration patience) {
        return issuer -> send(
                client,
                HttpRequest.newBuilder(below.resolve(new String(issuer, java.nio.charset.StandardCharsets.US_ASCII)))
                        .timeout(patience)
                        .build());
    }

    private static Optional<byte[]> send(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(LONGEST + 1);
                return response.statusCode() == 200 && bytes.length <= LONGEST ? Optional.of(bytes) : Optional.empty();
            }
        } catch (IOException silent) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
