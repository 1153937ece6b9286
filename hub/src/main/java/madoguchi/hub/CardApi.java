package madoguchi.hub;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CardsTaken;
import madoguchi.core.CentreAnswer;
import madoguchi.core.Challenged;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.Consented;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.Presentation;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/**
 * カード認証の窓口（HTTP） – {@link CardHub} over {@code POST /api/card/…}: the values of the port as JSON in and out. The caller is known by its client certificate, as in {@link HubApi}, and a request has at most
 * 16 KB. Status 200 for every outcome; 503 with Retry-After and the outcome when nobody could answer; 400, 401, 403 and 413 as RFC 9457 problems for what is no such request.
 */
@RestController
public final class CardApi {

    /** Everything here lies below. */
    public static final String BELOW = "/api/card/**";

    /** 受け付けるカード: a {@link Caller} in, {@link CardsTaken} out. */
    static final String TAKEN = "/api/card/taken";

    /** 乱数: a {@link Caller} in, {@link Challenged} out. */
    static final String CHALLENGES = "/api/card/challenges";

    /** 照会: a {@link Presentation} in, {@link Opened} out. */
    static final String OPENINGS = "/api/card/openings";

    /** 利用登録: a {@link Presentation} in, {@link Opened} out. */
    static final String ENROLMENTS = "/api/card/enrolments";

    /** 同意: {@link ConsentAnswers} in, {@link Consented} out. */
    static final String CONSENTS = "/api/card/consents";

    /** 特定機関の証明書: a {@link Caller} in, {@link CentreAnswer} out. */
    static final String CERTIFICATE = "/api/card/terminal-certificate";

    /** カードの乱数への応答: a {@link CardChallenge} in, {@link CentreAnswer} out. */
    static final String ANSWERS = "/api/card/answers";

    /**
     * カードの乱数.
     *
     * @param challenge 16 random bytes from the card
     * @param caller who relays it
     */
    record CardChallenge(Octets challenge, Caller caller) {}

    private final CardHub hub;

    /** Answers by this port. */
    public CardApi(CardHub hub) {
        this.hub = hub;
    }

    /** 受け付けるカードを答える. */
    @PostMapping(TAKEN)
    public ResponseEntity<byte[]> taken(InputStream body, @Nullable Principal facility) throws IOException {
        return answer(
                body,
                facility,
                new Form<>(Caller.class, caller -> caller, CardsTaken.class),
                CardHub::taken,
                told -> told instanceof CardsTaken.Unreachable(var trouble) ? Optional.of(trouble) : Optional.empty());
    }

    /** 乱数を渡す. */
    @PostMapping(CHALLENGES)
    public ResponseEntity<byte[]> challenge(InputStream body, @Nullable Principal facility) throws IOException {
        return answer(
                body,
                facility,
                new Form<>(Caller.class, caller -> caller, Challenged.class),
                CardHub::challenge,
                told -> told instanceof Challenged.Unreachable(var trouble) ? Optional.of(trouble) : Optional.empty());
    }

    /** 認証して照会する. */
    @PostMapping(OPENINGS)
    public ResponseEntity<byte[]> open(InputStream body, @Nullable Principal facility) throws IOException {
        return answer(
                body,
                facility,
                new Form<>(Presentation.class, Presentation::caller, Opened.class),
                CardHub::open,
                CardApi::trouble);
    }

    /** その場の利用登録. */
    @PostMapping(ENROLMENTS)
    public ResponseEntity<byte[]> enrol(InputStream body, @Nullable Principal facility) throws IOException {
        return answer(
                body,
                facility,
                new Form<>(Presentation.class, Presentation::caller, Opened.class),
                CardHub::enrol,
                CardApi::trouble);
    }

    /** 同意を登録する. */
    @PostMapping(CONSENTS)
    public ResponseEntity<byte[]> consent(InputStream body, @Nullable Principal facility) throws IOException {
        return answer(
                body,
                facility,
                new Form<>(ConsentAnswers.class, ConsentAnswers::caller, Consented.class),
                CardHub::consent,
                told -> told instanceof Consented.Unreachable(var trouble) ? Optional.of(trouble) : Optional.empty());
    }

    /** 特定機関の証明書を渡す. */
    @PostMapping(CERTIFICATE)
    public ResponseEntity<byte[]> certificate(InputStream body, @Nullable Principal facility) throws IOException {
        return answer(
                body,
                facility,
                new Form<>(Caller.class, caller -> caller, CentreAnswer.class),
                CardHub::terminalCertificate,
                CardApi::trouble);
    }

    /** カードの乱数に署名して答える. */
    @PostMapping(ANSWERS)
    public ResponseEntity<byte[]> answer(InputStream body, @Nullable Principal facility) throws IOException {
        return answer(
                body,
                facility,
                new Form<>(CardChallenge.class, CardChallenge::caller, CentreAnswer.class),
                (port, asked) -> port.answerCardChallenge(asked.challenge(), asked.caller()),
                CardApi::trouble);
    }

    private static Optional<Answer.Unreachable> trouble(Opened told) {
        return told instanceof Opened.Unreachable(var trouble) ? Optional.of(trouble) : Optional.empty();
    }

    private static Optional<Answer.Unreachable> trouble(CentreAnswer told) {
        return told instanceof CentreAnswer.Unreachable(var trouble) ? Optional.of(trouble) : Optional.empty();
    }

    /** 要求と応答の型, and whose request it is. */
    private record Form<Q, A>(Class<Q> asked, Function<Q, Caller> caller, Class<A> told) {}

    private <Q, A> ResponseEntity<byte[]> answer(
            InputStream body,
            @Nullable Principal facility,
            Form<Q, A> form,
            BiFunction<CardHub, Q, A> asking,
            Function<A, Optional<Answer.Unreachable>> trouble)
            throws IOException {
        if (facility == null) {
            return problem(401, "Unauthorized", "A card reader needs a client certificate.");
        }
        byte[] text = body.readNBytes(PostedInquiry.LONGEST + 1);
        if (text.length > PostedInquiry.LONGEST) {
            return problem(413, "Content Too Large", "A request has at most " + PostedInquiry.LONGEST + " bytes.");
        }
        Q asked;
        try {
            asked = CoreJson.mapper().readValue(text, form.asked());
        } catch (JacksonException unreadable) {
            return problem(400, "Bad Request", "The request is not readable: " + PostedInquiry.place(unreadable));
        }
        if (asked == null) {
            return problem(400, "Bad Request", "The request is empty.");
        }
        if (!form.caller().apply(asked).facility().digits().equals(facility.getName())) {
            return problem(
                    403, "Forbidden", "The client certificate belongs to another facility than the request names.");
        }
        A told = asking.apply(hub, asked);
        byte[] answer = CoreJson.mapper().writerFor(form.told()).writeValueAsBytes(told);
        return entity(trouble.apply(told)
                .map(_ -> new PostedInquiry.Response(503, PostedInquiry.JSON, OptionalInt.of(2), answer))
                .orElse(new PostedInquiry.Response(200, PostedInquiry.JSON, OptionalInt.empty(), answer)));
    }

    private static ResponseEntity<byte[]> problem(int status, String title, String detail) {
        return entity(PostedInquiry.problem(status, title, detail));
    }

    private static ResponseEntity<byte[]> entity(PostedInquiry.Response response) {
        var entity = ResponseEntity.status(response.status())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(response.type()));
        response.retryAfter().ifPresent(seconds -> entity.header(HttpHeaders.RETRY_AFTER, "" + seconds));
        return entity.body(response.body());
    }
}
