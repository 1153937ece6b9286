package madoguchi.hub;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
import madoguchi.json.CoreJson;
import tools.jackson.core.JacksonException;

/** 回線の向こうの資格確認 – asks a hub over HTTPS. Every trouble on the way is an {@link Answer.Unreachable} that names the hop. */
public final class HttpHub implements Hub {

    private final Post post;
    private final URI inquiries;
    private final URI references;
    private final URI consents;
    private final URI visits;
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
        this.post = new Post(client, patience);
        this.inquiries = base.resolve(HubApi.PATH);
        this.references = base.resolve(FilingApi.REFERENCES);
        this.consents = base.resolve(FilingApi.CONSENTS);
        this.visits = base.resolve(FilingApi.VISIT_WITHDRAWALS);
        this.clock = clock;
    }

    @Override
    public Reply inquire(Inquiry inquiry) {
        return switch (post.send(inquiries, CoreJson.mapper().writeValueAsBytes(inquiry))) {
            case Post.Sent.Answered(var response) -> read(response);
            case Post.Sent.Lost(var trouble) -> Reply.of(trouble, clock.instant());
        };
    }

    @Override
    public Filed file(Filing filing) {
        return switch (filing) {
            case Filing.Reference r -> file(references, r);
            case Filing.Consent c -> file(consents, c);
            case Filing.VisitWithdrawal w -> file(visits, w);
            case Filing.VisitConsent v -> new Filed.Refused(FilingApi.CARD_ONLY);
        };
    }

    private Filed file(URI where, Filing filing) {
        return switch (post.send(where, CoreJson.mapper().writeValueAsBytes(filing))) {
            case Post.Sent.Answered(var response) -> filed(response);
            case Post.Sent.Lost(var trouble) -> new Filed.Undelivered(trouble);
        };
    }

    /** What {@link FilingApi} told. */
    static Filed filed(HttpResponse<byte[]> response) {
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
        return Reply.of(Post.trouble(cause, ja, en), clock.instant());
    }
}
