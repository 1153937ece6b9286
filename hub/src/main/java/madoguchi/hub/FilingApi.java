package madoguchi.hub;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.ConsentScope;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.Problem;
import madoguchi.core.Subject;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/**
 * 届出の窓口（HTTP） – what a facility may register: {@code POST /api/reference-numbers} takes a {@link Filing.Reference}, {@code POST /api/consents} a {@link Filing.Consent}, as JSON. The caller is known by its
 * client certificate, as in {@link HubApi}. Faults are RFC 9457 problems; a refusal lists everything that is against it in {@code problems}.
 *
 * <p>A card's number proves nothing: whoever knows it could consent for its holder. So the holder of a card answers through an opening only ({@link CardApi#CONSENTS}). What stays here is the consent by word of mouth
 * of a patient with an eligibility certificate, which there is for 限度額 alone ({@code jpki-reader.md} §6.4), and any withdrawal by number.
 */
@RestController
public final class FilingApi {

    /** Where reference numbers are posted. */
    public static final String REFERENCES = "/api/reference-numbers";

    /** Where consents are posted. */
    public static final String CONSENTS = "/api/consents";

    /** Where consents to visits are taken back. */
    public static final String VISIT_WITHDRAWALS = "/api/visit-withdrawals";

    private static final Set<ConsentScope> BY_WORD_OF_MOUTH = Set.of(ConsentScope.LIMIT);
    /** Against a consent to visits that comes without its card, or a card's number in place of the card. */
    static final List<Problem> CARD_ONLY = List.of(Problem.at(
            "subject",
            "居宅同意は、カードを置いて始めた手続きの中でだけ受け付けます。",
            "A consent to visits is taken within an opening of the card only (" + VisitApi.PATH + ")."));

    private static final int LONGEST = 16 * 1024;

    private final Hub hub;

    /** Registers with this hub. */
    public FilingApi(Hub hub) {
        this.hub = hub;
    }

    /** Status 200 with a {@link Filed.Taken} when it is on disk; 409 when it is refused; 503 with Retry-After when nobody could take it; 400, 401, 403 and 413 for what is no such filing. */
    @PostMapping(REFERENCES)
    public ResponseEntity<String> reference(InputStream body, @Nullable Principal facility) throws IOException {
        return file(body, Filing.Reference.class, facility);
    }

    /** The same for consents by word of mouth; 409 for one that needs the card. */
    @PostMapping(CONSENTS)
    public ResponseEntity<String> consent(InputStream body, @Nullable Principal facility) throws IOException {
        return file(body, Filing.Consent.class, facility);
    }

    /** 居宅同意の取消 by the facility itself, by the patient's number: the same statuses. Given is one through an opened card only ({@link VisitApi}). */
    @PostMapping(VISIT_WITHDRAWALS)
    public ResponseEntity<String> visits(InputStream body, @Nullable Principal facility) throws IOException {
        return file(body, Filing.VisitWithdrawal.class, facility);
    }

    private ResponseEntity<String> file(InputStream body, Class<? extends Filing> kind, @Nullable Principal facility)
            throws IOException {
        return taken(body, kind, Filing::caller, facility, this::file);
    }

    private Filed file(Filing filing) {
        List<Problem> needed = needsTheCard(filing);
        return needed.isEmpty() ? hub.file(filing) : new Filed.Refused(needed);
    }

    /** Reads what a facility files in its own name, hands it on, and tells what became of it. */
    static <F> ResponseEntity<String> taken(
            InputStream body,
            Class<? extends F> kind,
            Function<F, Caller> caller,
            @Nullable Principal facility,
            Function<F, Filed> taking)
            throws IOException {
        if (facility == null) {
            return problem(HttpStatus.UNAUTHORIZED, "A filing needs a client certificate.");
        }
        byte[] text = body.readNBytes(LONGEST + 1);
        if (text.length > LONGEST) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "A filing has at most " + LONGEST + " bytes.");
        }
        F filing;
        try {
            filing = CoreJson.mapper().readValue(text, kind);
        } catch (JacksonException unreadable) {
            return problem(HttpStatus.BAD_REQUEST, "The filing is not readable: " + PostedInquiry.place(unreadable));
        }
        if (filing == null) {
            return problem(HttpStatus.BAD_REQUEST, "The filing is empty.");
        }
        if (!caller.apply(filing).facility().digits().equals(facility.getName())) {
            return problem(
                    HttpStatus.FORBIDDEN, "The client certificate belongs to another facility than the filing names.");
        }
        return told(taking.apply(filing));
    }

    private static List<Problem> needsTheCard(Filing filing) {
        return switch (filing) {
            case Filing.Reference _ -> List.of();
            case Filing.VisitConsent _ -> CARD_ONLY;
            case Filing.VisitWithdrawal(Subject.ByCard _, var visit, var caller) -> CARD_ONLY;
            case Filing.VisitWithdrawal(Subject.ByNumber _, var visit, var caller) -> List.of();
            case Filing.Consent(Subject.ByCard _, var scopes, var withdraw, var caller) ->
                List.of(Problem.at(
                        "subject",
                        "カードの同意は、カードを置いて始めた手続きの中でだけ受け付けます。",
                        "A card's consent is taken within an opening of that card only (" + CardApi.CONSENTS + ")."));
            case Filing.Consent(Subject.ByNumber _, var scopes, var withdraw, var caller) ->
                withdraw || scopes.equals(BY_WORD_OF_MOUTH)
                        ? List.of()
                        : List.of(
                                Problem.at(
                                        "scopes",
                                        "口頭の同意で受け付けるのは限度額だけです。ほかはカードで答えてもらいます。",
                                        "By word of mouth only the limit class is consented to; everything else needs the card."));
        };
    }

    private static ResponseEntity<String> told(Filed filed) {
        return switch (filed) {
            case Filed.Taken taken ->
                json(
                        HttpStatus.OK,
                        MediaType.APPLICATION_JSON,
                        CoreJson.mapper().writeValueAsString(taken));
            case Filed.Refused(var problems) ->
                json(
                        HttpStatus.CONFLICT,
                        MediaType.APPLICATION_PROBLEM_JSON,
                        CoreJson.mapper()
                                .writeValueAsString(new Refusal(
                                        "Conflict",
                                        HttpStatus.CONFLICT.value(),
                                        "The filing was refused; nothing was stored.",
                                        problems)));
            case Filed.Undelivered(Answer.Unreachable(var cause, var code, var detail)) ->
                cause == Answer.Cause.REFUSED
                        ? problem(HttpStatus.BAD_REQUEST, detail.toString())
                        : later(detail.toString());
        };
    }

    private static ResponseEntity<String> json(HttpStatus status, MediaType type, String text) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .body(text);
    }

    private static ResponseEntity<String> problem(HttpStatus status, String detail) {
        return json(
                status,
                MediaType.APPLICATION_PROBLEM_JSON,
                PostedInquiry.problemText(status.getReasonPhrase(), status.value(), detail));
    }

    private static ResponseEntity<String> later(String detail) {
        ResponseEntity<String> problem = problem(HttpStatus.SERVICE_UNAVAILABLE, detail);
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "30")
                .body(problem.getBody());
    }

    /**
     * 不受理の内容 – RFC 9457 with one member more.
     *
     * @param title the status in words
     * @param status the status
     * @param detail what became of it
     * @param problems everything that is against it
     */
    record Refusal(String title, int status, String detail, List<Problem> problems) {}
}
