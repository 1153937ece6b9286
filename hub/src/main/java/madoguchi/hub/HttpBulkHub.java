package madoguchi.hub;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkRequest;
import madoguchi.core.BulkResult;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.json.CoreJson;
import tools.jackson.core.JacksonException;

/** 回線の向こうの一括照会 – asks a hub over HTTPS. Trouble on the way is a value that names the hop; sending again is safe. */
public final class HttpBulkHub implements BulkHub {

    private final HttpClient client;
    private final URI base;
    private final Duration patience;

    /**
     * A hub at an address.
     *
     * @param client carries the facility's client certificate
     * @param base such as {@code https://localhost:8443}
     * @param patience how long to wait for the beginning of one answer
     */
    public HttpBulkHub(HttpClient client, URI base, Duration patience) {
        this.client = client;
        this.base = base;
        this.patience = patience;
    }

    /** One call that went through or did not. */
    private record Call(int status, String body) {}

    private sealed interface Called {
        record Answered(Call call) implements Called {}

        record Lost(Answer.Unreachable why) implements Called {}
    }

    @Override
    public Submission submit(BulkRequest request) {
        HttpRequest post = to(BulkApi.PATH)
                .header(BulkApi.REQUEST_ID, request.id())
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(BulkText.of(request)))
                .build();
        return switch (call(post)) {
            case Called.Lost(var why) -> new Submission.NoAnswer(why);
            case Called.Answered(var call) -> submitted(call);
        };
    }

    @Override
    public Submission retrieve(BulkRetrieval retrieval) {
        HttpRequest post = to(BulkApi.RETRIEVALS)
                .header(BulkApi.REQUEST_ID, retrieval.id())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(RetrievalText.of(retrieval)))
                .build();
        return switch (call(post)) {
            case Called.Lost(var why) -> new Submission.NoAnswer(why);
            case Called.Answered(var call) -> submitted(call);
        };
    }

    private static Submission submitted(Call call) {
        if (call.status() == 202) {
            return read(call.body(), BulkApi.Receipt.class)
                    .<Submission>map(receipt -> new Submission.Accepted(receipt.reception(), receipt.at()))
                    .orElseGet(() -> new Submission.NoAnswer(unreadable()));
        }
        if (call.status() >= 500) {
            return new Submission.NoAnswer(refusedOrDown(call));
        }
        return new Submission.Refused(read(call.body(), BulkRefusal.class)
                .map(BulkRefusal::problems)
                .orElseGet(() -> List.of(new Problem("HTTP", refusedOrDown(call).detail()))));
    }

    @Override
    public Progress look(String reception) {
        return switch (call(to(path(reception)).GET().build())) {
            case Called.Lost(var why) -> new Progress.NoAnswer(why);
            case Called.Answered(var call) -> looked(reception, call);
        };
    }

    private Progress looked(String reception, Call call) {
        if (call.status() == 404) {
            return new Progress.Unknown();
        }
        Optional<BulkStatus> status = call.status() == 200 ? read(call.body(), BulkStatus.class) : Optional.empty();
        if (status.isEmpty()) {
            return new Progress.NoAnswer(call.status() == 200 ? unreadable() : refusedOrDown(call));
        }
        return switch (status.get().state()) {
            case PROCESSING -> new Progress.Processing(Optional.of(status.get().counts()));
            case CANCELLED -> new Progress.Cancelled(status.get().counts());
            case FINISHED -> results(reception, status.get());
        };
    }

    private Progress results(String reception, BulkStatus status) {
        return switch (call(to(path(reception) + "/results").GET().build())) {
            case Called.Lost(var why) -> new Progress.NoAnswer(why);
            case Called.Answered(var call) -> finished(status, call);
        };
    }

    /** Fewer lines than the counts say means that the answer broke off. */
    private static Progress finished(BulkStatus status, Call call) {
        if (call.status() != 200) {
            return new Progress.NoAnswer(refusedOrDown(call));
        }
        try {
            List<BulkResult> results = call.body()
                    .lines()
                    .map(line -> CoreJson.mapper().readValue(line, BulkResult.class))
                    .toList();
            return results.size() == status.counts().total()
                    ? new Progress.Finished(status.counts(), results)
                    : new Progress.NoAnswer(unreadable());
        } catch (JacksonException broken) {
            return new Progress.NoAnswer(unreadable());
        }
    }

    @Override
    public boolean cancel(String reception) {
        return call(to(path(reception)).DELETE().build()) instanceof Called.Answered(var call) && call.status() == 200;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(patience);
    }

    /** A reception number is digits; anything else never becomes part of an address. */
    private static String path(String reception) {
        return BulkApi.PATH + "/" + reception.replaceAll("[^0-9A-Za-z]", "_");
    }

    private Called call(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Called.Answered(new Call(response.statusCode(), response.body()));
        } catch (ConnectException nobodyThere) {
            return lost(
                    Answer.Cause.NETWORK,
                    "資格確認システムに接続できません。回線を確かめてください。",
                    "The hub cannot be reached. Check the line.");
        } catch (HttpTimeoutException late) {
            return lost(Answer.Cause.TIMEOUT, "時間内に回答がありませんでした。", "No answer in time.");
        } catch (IOException broken) {
            return lost(Answer.Cause.NETWORK, "通信が途中で切れました。", "The connection broke off.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return lost(Answer.Cause.TIMEOUT, "中止しました。", "Stopped.");
        }
    }

    private static Called lost(Answer.Cause cause, String ja, String en) {
        return new Called.Lost(new Answer.Unreachable(cause, Optional.empty(), new Text(ja, en)));
    }

    private static Answer.Unreachable unreadable() {
        return new Answer.Unreachable(
                Answer.Cause.UNREADABLE, Optional.empty(), new Text("回答を読めません。", "The answer cannot be read."));
    }

    private static Answer.Unreachable refusedOrDown(Call call) {
        return new Answer.Unreachable(
                call.status() >= 500 ? Answer.Cause.HUB : Answer.Cause.REFUSED,
                Optional.empty(),
                new Text(
                        "一括照会が受け付けられませんでした（" + call.status() + "）。",
                        "The bulk inquiry was refused (" + call.status() + ")."));
    }

    private static <T> Optional<T> read(String body, Class<T> as) {
        try {
            return Optional.ofNullable(CoreJson.mapper().readValue(body, as));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
