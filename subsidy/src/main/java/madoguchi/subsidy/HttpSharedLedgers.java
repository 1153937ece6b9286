package madoguchi.subsidy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import madoguchi.charge.LedgerFact;
import madoguchi.charge.LedgerOf;
import madoguchi.charge.SharedLedgers;
import madoguchi.core.Text;
import tools.jackson.core.JacksonException;

/** 回線の向こうの共有の上限額管理票 – asks a hub over HTTPS, in the name of the client's certificate. Every trouble on the way is a {@link SharedLedgers.Told.Unreachable} that says whether an entry may have arrived. */
public final class HttpSharedLedgers implements SharedLedgers {

    private static final Text NOBODY = new Text(
            "共有の上限額管理票に届きません。回線を確かめ、紙の管理票に記入してください。つながったら、ここに書き写します。",
            "The shared ledger of ceilings cannot be reached. Check the line and write on the paper ledger; copy it here when the line is back.");
    private static final Text NOT_KNOWN = new Text(
            "回線が途中で切れ、記入が届いたかどうか分かりません。つながったら共有の票を見て、載っていなければもう一度入れてください。",
            "The line broke and it is not known whether the entry arrived. Look at the shared ledger when the line is back, and enter it again if it is not there.");
    private static final Text UNREADABLE = new Text("共有の上限額管理票の答えを読めません。", "The hub's answer cannot be read.");

    private final HttpClient client;
    private final URI ledgers;
    private final URI entries;
    private final Duration patience;

    /**
     * A hub at an address.
     *
     * @param client carries the facility's client certificate
     * @param base such as {@code https://localhost:8443}
     * @param patience how long to wait for one answer
     */
    public HttpSharedLedgers(HttpClient client, URI base, Duration patience) {
        this.client = client;
        this.ledgers = base.resolve(LedgerApi.PATH);
        this.entries = base.resolve(LedgerApi.ENTRIES);
        this.patience = patience;
    }

    @Override
    public Told read(LedgerOf ledger) {
        return send(ledgers, ledger, false);
    }

    @Override
    public Told write(LedgerOf ledger, long seenYen, List<LedgerFact> facts, String operator) {
        return send(entries, new LedgerWire.Entry(ledger, seenYen, facts, operator), true);
    }

    private Told send(URI where, Object question, boolean writing) {
        HttpRequest request = HttpRequest.newBuilder(where)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(LedgerWire.MAPPER.writeValueAsBytes(question)))
                .build();
        var sent = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return told(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS), writing);
        } catch (ExecutionException failed) {
            boolean nobodyThere = failed.getCause() instanceof ConnectException
                    || failed.getCause() instanceof HttpConnectTimeoutException;
            return lost(writing && !nobodyThere);
        } catch (TimeoutException late) {
            sent.cancel(true);
            return lost(writing);
        } catch (InterruptedException stopping) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return lost(writing);
        }
    }

    private static Told lost(boolean perhapsWritten) {
        return new Told.Unreachable(perhapsWritten ? NOT_KNOWN : NOBODY, perhapsWritten);
    }

    private static Told told(HttpResponse<byte[]> response, boolean writing) {
        int status = response.statusCode();
        try {
            return switch (status) {
                case 200 -> LedgerWire.MAPPER.readValue(response.body(), Told.Kept.class);
                case 409 -> new Told.Overtaken(LedgerWire.MAPPER.readValue(response.body(), Told.Kept.class));
                case 404 -> new Told.NotKept();
                case 422 ->
                    new Told.Refused(LedgerWire.MAPPER
                            .readValue(response.body(), LedgerWire.Refusal.class)
                            .problems());
                default -> trouble(status, writing);
            };
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return new Told.Unreachable(UNREADABLE, writing);
        }
    }

    private static Told trouble(int status, boolean writing) {
        return new Told.Unreachable(
                new Text(
                        "共有の上限額管理票が受け付けられませんでした（" + status + "）。紙の管理票に記入してください。",
                        "The hub did not take it (" + status + "). Write on the paper ledger."),
                writing && status >= 500);
    }
}
