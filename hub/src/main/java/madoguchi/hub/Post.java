package madoguchi.hub;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import madoguchi.core.Answer;
import madoguchi.core.Text;
import org.jspecify.annotations.Nullable;

/** 郵便 – posts JSON to a hub and waits for the whole answer, no longer than it may. Every trouble on the way is an {@link Answer.Unreachable} that names the hop. */
final class Post {

    /** 送信の結果. */
    sealed interface Sent {
        /** 応答あり. */
        record Answered(HttpResponse<byte[]> response) implements Sent {}

        /** 不達. */
        record Lost(Answer.Unreachable trouble) implements Sent {}
    }

    private final HttpClient client;
    private final Duration patience;

    Post(HttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    Sent send(URI where, byte[] body) {
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

    static Answer.Unreachable trouble(Answer.Cause cause, String ja, String en) {
        return new Answer.Unreachable(cause, Optional.empty(), new Text(ja, en));
    }
}
