package madoguchi.hub;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import madoguchi.core.Answer;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** 回線の向こうの資格確認 – asks a hub over HTTPS. Every trouble on the way is an {@link Answer.Unreachable} that names the hop. */
public final class HttpHub implements Hub {

    private final HttpClient client;
    private final URI inquiries;
    private final Duration patience;
    private final Clock clock;

    /**
     * A hub at an address.
     *
     * @param client carries the facility's client certificate
     * @param base such as {@code https://localhost:8443}
     * @param patience how long to wait for one answer
     * @param clock tells when waiting ended
     */
    public HttpHub(HttpClient client, URI base, Duration patience, Clock clock) {
        this.client = client;
        this.inquiries = base.resolve(HubApi.PATH);
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Reply inquire(Inquiry inquiry) {
        HttpRequest request = HttpRequest.newBuilder(inquiries)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(CoreJson.mapper().writeValueAsBytes(inquiry)))
                .build();
        // The request's own timeout ends with the headers; the wait for the whole answer is bounded here.
        var sent = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return read(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            return lost(failed.getCause());
        } catch (TimeoutException late) {
            sent.cancel(true);
            return late();
        } catch (InterruptedException stopping) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return lost(Answer.Cause.TIMEOUT, "照会を中止しました。", "The inquiry was stopped.");
        }
    }

    private Reply lost(@Nullable Throwable cause) {
        return switch (cause) {
            case ConnectException nobodyThere -> nobodyThere();
            case HttpConnectTimeoutException nobodyThere -> nobodyThere();
            case HttpTimeoutException late -> late();
            case null, default ->
                lost(Answer.Cause.NETWORK, "通信が途中で切れました。もう一度照会してください。", "The connection broke off. Ask again.");
        };
    }

    private Reply nobodyThere() {
        return lost(
                Answer.Cause.NETWORK, "資格確認システムに接続できません。回線を確かめてください。", "The hub cannot be reached. Check the line.");
    }

    private Reply late() {
        return lost(Answer.Cause.TIMEOUT, "時間内に回答がありませんでした。もう一度照会してください。", "No answer in time. Ask again.");
    }

    private Reply read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        Optional<Reply> reply = status == 200 || status == 503 ? reply(response.body()) : Optional.empty();
        if (reply.isPresent()) {
            return reply.get();
        }
        if (status == 200) {
            return lost(Answer.Cause.UNREADABLE, "回答を読めません。", "The answer cannot be read.");
        }
        return lost(
                status >= 500 ? Answer.Cause.HUB : Answer.Cause.REFUSED,
                "照会が受け付けられませんでした（" + status + "）。",
                "The inquiry was refused (" + status + ").");
    }

    private static Optional<Reply> reply(byte[] body) {
        try {
            return Optional.ofNullable(CoreJson.mapper().readValue(body, Reply.class));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private Reply lost(Answer.Cause cause, String ja, String en) {
        return Reply.of(new Answer.Unreachable(cause, Optional.empty(), new Text(ja, en)), clock.instant());
    }
}
