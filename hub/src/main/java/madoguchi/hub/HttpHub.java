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
import madoguchi.core.Filed;
import madoguchi.core.Filing;
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
    private final URI references;
    private final URI consents;
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
        this.references = base.resolve(FilingApi.REFERENCES);
        this.consents = base.resolve(FilingApi.CONSENTS);
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Reply inquire(Inquiry inquiry) {
        return switch (post(inquiries, CoreJson.mapper().writeValueAsBytes(inquiry))) {
            case Sent.Answered(var response) -> read(response);
            case Sent.Lost(var trouble) -> Reply.of(trouble, clock.instant());
        };
    }

    @Override
    public Filed file(Filing filing) {
        URI where =
                switch (filing) {
                    case Filing.Reference r -> references;
                    case Filing.Consent c -> consents;
                };
        return switch (post(where, CoreJson.mapper().writeValueAsBytes(filing))) {
            case Sent.Answered(var response) -> filed(response);
            case Sent.Lost(var trouble) -> new Filed.Undelivered(trouble);
        };
    }

    private static Filed filed(HttpResponse<byte[]> response) {
        try {
            return switch (response.statusCode()) {
                case 200 -> CoreJson.mapper().readValue(response.body(), Filed.Taken.class);
                case 409 ->
                    new Filed.Refused(CoreJson.mapper()
                            .readValue(response.body(), FilingApi.Refusal.class)
                            .problems());
                default -> undelivered(response.statusCode());
            };
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Filed.undelivered(Answer.Cause.UNREADABLE, "結果を読めません。", "The result cannot be read.");
        }
    }

    private static Filed undelivered(int status) {
        return Filed.undelivered(
                status >= 500 ? Answer.Cause.HUB : Answer.Cause.REFUSED,
                "届出が受け付けられませんでした（" + status + "）。",
                "The filing was refused (" + status + ").");
    }

    /** 送信の結果. */
    private sealed interface Sent {
        record Answered(HttpResponse<byte[]> response) implements Sent {}

        record Lost(Answer.Unreachable trouble) implements Sent {}
    }

    private Sent post(URI where, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(where)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        // The request's own timeout ends with the headers; the wait for the whole answer is bounded here.
        var sent = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return new Sent.Answered(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            return new Sent.Lost(trouble(failed.getCause()));
        } catch (TimeoutException late) {
            sent.cancel(true);
            return new Sent.Lost(late());
        } catch (InterruptedException stopping) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Sent.Lost(trouble(Answer.Cause.TIMEOUT, "照会を中止しました。", "The inquiry was stopped."));
        }
    }

    private static Answer.Unreachable trouble(@Nullable Throwable cause) {
        return switch (cause) {
            case ConnectException nobodyThere -> nobodyThere();
            case HttpConnectTimeoutException nobodyThere -> nobodyThere();
            case HttpTimeoutException late -> late();
            case null, default ->
                trouble(Answer.Cause.NETWORK, "通信が途中で切れました。もう一度照会してください。", "The connection broke off. Ask again.");
        };
    }

    private static Answer.Unreachable nobodyThere() {
        return trouble(
                Answer.Cause.NETWORK, "資格確認システムに接続できません。回線を確かめてください。", "The hub cannot be reached. Check the line.");
    }

    private static Answer.Unreachable late() {
        return trouble(Answer.Cause.TIMEOUT, "時間内に回答がありませんでした。もう一度照会してください。", "No answer in time. Ask again.");
    }

    private static Answer.Unreachable trouble(Answer.Cause cause, String ja, String en) {
        return new Answer.Unreachable(cause, Optional.empty(), new Text(ja, en));
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
        return Reply.of(trouble(cause, ja, en), clock.instant());
    }
}
