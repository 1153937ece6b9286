package madoguchi.hub;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CardsTaken;
import madoguchi.core.CentreAnswer;
import madoguchi.core.Challenged;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.Consented;
import madoguchi.core.Filed;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.Presentation;
import madoguchi.core.VisitAnswer;
import madoguchi.json.CoreJson;
import tools.jackson.core.JacksonException;

/** 回線の向こうのカード認証 – lets a reader talk to a hub over HTTPS ({@link CardApi}). Every trouble on the way is an {@link Answer.Unreachable} that names the hop. */
public final class HttpCardHub implements CardHub {

    private final Post post;
    private final URI base;

    /**
     * A hub at an address.
     *
     * @param client carries the facility's client certificate
     * @param base such as {@code https://localhost:8443}
     * @param patience how long to wait for one answer
     */
    public HttpCardHub(HttpClient client, URI base, Duration patience) {
        this.post = new Post(client, patience);
        this.base = base;
    }

    @Override
    public CardsTaken taken(Caller caller) {
        return ask(CardApi.TAKEN, caller, CardsTaken.class, CardsTaken.Unreachable::new);
    }

    @Override
    public Challenged challenge(Caller caller) {
        return ask(CardApi.CHALLENGES, caller, Challenged.class, Challenged.Unreachable::new);
    }

    @Override
    public Opened open(Presentation presentation) {
        return ask(CardApi.OPENINGS, presentation, Opened.class, Opened.Unreachable::new);
    }

    @Override
    public Opened enrol(Presentation presentation) {
        return ask(CardApi.ENROLMENTS, presentation, Opened.class, Opened.Unreachable::new);
    }

    @Override
    public Consented consent(ConsentAnswers answers) {
        return ask(CardApi.CONSENTS, answers, Consented.class, Consented.Unreachable::new);
    }

    @Override
    public Filed visit(VisitAnswer answer) {
        return switch (post.send(base.resolve(VisitApi.PATH), CoreJson.mapper().writeValueAsBytes(answer))) {
            case Post.Sent.Answered(var response) -> HttpHub.filed(response);
            case Post.Sent.Lost(var trouble) -> new Filed.Undelivered(trouble);
        };
    }

    @Override
    public CentreAnswer terminalCertificate(Caller caller) {
        return ask(CardApi.CERTIFICATE, caller, CentreAnswer.class, CentreAnswer.Unreachable::new);
    }

    @Override
    public CentreAnswer answerCardChallenge(Octets challenge, Caller caller) {
        return ask(
                CardApi.ANSWERS,
                new CardApi.CardChallenge(challenge, caller),
                CentreAnswer.class,
                CentreAnswer.Unreachable::new);
    }

    private <A> A ask(String path, Object asked, Class<A> told, Function<Answer.Unreachable, A> lost) {
        return switch (post.send(base.resolve(path), CoreJson.mapper().writeValueAsBytes(asked))) {
            case Post.Sent.Lost(var trouble) -> lost.apply(trouble);
            case Post.Sent.Answered(var response) -> read(response, told).orElseGet(() -> lost.apply(unread(response)));
        };
    }

    private static <A> Optional<A> read(HttpResponse<byte[]> response, Class<A> told) {
        if (response.statusCode() != 200 && response.statusCode() != 503) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(CoreJson.mapper().readValue(response.body(), told));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static Answer.Unreachable unread(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            return Post.trouble(Answer.Cause.UNREADABLE, "回答を読めません。", "The answer cannot be read.");
        }
        return Post.trouble(
                status >= 500 ? Answer.Cause.HUB : Answer.Cause.REFUSED,
                "カードの認証が受け付けられませんでした（" + status + "）。",
                "The card was not taken (" + status + ").");
    }
}
