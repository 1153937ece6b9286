package madoguchi.bundle;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import madoguchi.core.Text;

/** 回線の向こうの配布元 – a hub over HTTPS. Who answers there is not trusted: the bundle's own signature counts. */
public final class HttpRuleFeed implements RuleFeed {

    private final HttpClient client;
    private final URI current;
    private final Duration patience;

    /**
     * A hub at an address.
     *
     * @param client carries the facility's client certificate
     * @param base such as {@code https://localhost:8443}
     * @param patience how long to wait for the whole bundle
     */
    public HttpRuleFeed(HttpClient client, URI base, Duration patience) {
        this.client = client;
        this.current = base.resolve(RulesApi.PATH);
        this.patience = patience;
    }

    @Override
    public Fetched fetch(Optional<String> have) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(current).timeout(patience).GET();
        have.ifPresent(tag -> request.header("If-None-Match", tag));
        var sent = client.sendAsync(request.build(), HttpRuleFeed::bounded);
        try {
            return read(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            return unreachable("配布元に接続できません。", "The hub cannot be reached.");
        } catch (TimeoutException late) {
            sent.cancel(true);
            return unreachable("時間内に届きませんでした。", "It did not arrive in time.");
        } catch (InterruptedException stopping) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return unreachable("取得を中止しました。", "Fetching was stopped.");
        }
    }

    /* A bundle that says it is too large is not read at all; one that lies about it breaks off. */
    private static HttpResponse.BodySubscriber<Optional<byte[]>> bounded(HttpResponse.ResponseInfo info) {
        return tooLarge(info)
                ? new Unread()
                : BodySubscribers.mapping(
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), SignedBundle.LARGEST)
                                .apply(info),
                        Optional::of);
    }

    private static boolean tooLarge(HttpResponse.ResponseInfo info) {
        return info.headers().firstValueAsLong("Content-Length").orElse(0) > SignedBundle.LARGEST;
    }

    private static Fetched read(HttpResponse<Optional<byte[]>> response) {
        String tag = response.headers().firstValue("ETag").orElse("");
        return switch (response.statusCode()) {
            case 200 ->
                response.body()
                        .map(bytes -> (Fetched) new Fetched.Bundle(SignedBundle.of(bytes), tag))
                        .orElseGet(() -> new Fetched.TooLarge(tag));
            case 204 -> new Fetched.Nothing();
            case 304 -> new Fetched.Unchanged();
            default ->
                unreachable(
                        "配布元が断りました（" + response.statusCode() + "）。",
                        "The hub refused (" + response.statusCode() + ").");
        };
    }

    private static Fetched unreachable(String ja, String en) {
        return new Fetched.Unreachable(new Text(ja, en));
    }

    /** 読まない – hangs up instead of reading. */
    private static final class Unread implements HttpResponse.BodySubscriber<Optional<byte[]>> {

        @Override
        public CompletionStage<Optional<byte[]>> getBody() {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> unread) {}

        @Override
        public void onError(Throwable hungUp) {}

        @Override
        public void onComplete() {}
    }
}
