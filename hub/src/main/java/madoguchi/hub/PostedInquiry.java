package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import madoguchi.core.Answer;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
import madoguchi.json.CoreJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * 投函された照会 – what becomes of an inquiry as JSON, whichever door it came through. Faults are RFC 9457 problems and never repeat a value: values are a patient's data.
 */
final class PostedInquiry {

    /** The longest inquiry, in bytes. */
    static final int LONGEST = 16 * 1024;

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;
    private static final int LATER = 30;

    /**
     * 応答.
     *
     * @param status HTTP status
     * @param type media type
     * @param retryAfter seconds after which to ask again, where nobody could answer
     * @param body the bytes; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Response(int status, String type, OptionalInt retryAfter, byte[] body) {}

    /** Either an inquiry, or the response that refuses it. */
    sealed interface Read {
        /** 照会. */
        record Asked(Inquiry inquiry) implements Read {}

        /** 拒否. */
        record Refused(Response response) implements Read {}
    }

    private PostedInquiry() {}

    /** Reads an inquiry that a facility posted; {@code facility} is what its certificate says, empty when it showed none. */
    static Read read(byte[] body, Optional<String> facility) {
        if (facility.isEmpty()) {
            return refused(UNAUTHORIZED, "Unauthorized", "An inquiry needs a client certificate.");
        }
        if (body.length > LONGEST) {
            return refused(TOO_LARGE, "Content Too Large", "An inquiry has at most " + LONGEST + " bytes.");
        }
        try {
            Inquiry inquiry =
                    PlainInquiry.read(body).orElseGet(() -> CoreJson.mapper().readValue(body, Inquiry.class));
            if (inquiry == null) {
                return refused(BAD_REQUEST, "Bad Request", "The inquiry is empty.");
            }
            return inquiry.caller().facility().digits().equals(facility.get())
                    ? new Read.Asked(inquiry)
                    : refused(
                            FORBIDDEN,
                            "Forbidden",
                            "The client certificate belongs to another facility than the inquiry names.");
        } catch (JacksonException unreadable) {
            return refused(BAD_REQUEST, "Bad Request", "The inquiry is not readable: " + place(unreadable));
        }
    }

    /** Status 200 for every outcome that a peer gave; 503 with Retry-After when nobody could answer; 400 when the question itself is refused. */
    static Response answered(Reply reply) {
        byte[] body = PlainReply.write(reply).orElseGet(() -> CoreJson.mapper().writeValueAsBytes(reply));
        return switch (reply.answer()) {
            case Answer.Unreachable(var cause, var _, var detail)
            when cause == Answer.Cause.REFUSED -> problem(BAD_REQUEST, "Bad Request", detail.toString());
            case Answer.Unreachable(var cause, var _, var _) ->
                new Response(UNAVAILABLE, JSON, OptionalInt.of(cause == Answer.Cause.OVERLOAD ? soon() : LATER), body);
            case Answer.Active _,
                    Answer.ActiveUnregistered _,
                    Answer.Inactive _,
                    Answer.InactiveNewExists _,
                    Answer.NotFound _,
                    Answer.Ambiguous _ -> new Response(OK, JSON, OptionalInt.empty(), body);
            case Answer.NotAsked _ -> new Response(UNAVAILABLE, JSON, OptionalInt.of(LATER), body);
        };
    }

    /** A second or two or three: those who are sent away together shall not come back together. */
    private static int soon() {
        return ThreadLocalRandom.current().nextInt(1, 4);
    }

    /** Where in the request the fault lies, by names that we gave: that of an unknown property may be anything, also a patient's. */
    static String place(JacksonException unreadable) {
        boolean unknown = unreadable instanceof UnrecognizedPropertyException;
        String path = unreadable.getPath().stream()
                .limit(unreadable.getPath().size() - (unknown ? 1L : 0L))
                .map(step -> String.valueOf(step.getPropertyName()))
                .collect(Collectors.joining("."));
        if (unknown) {
            return path.isEmpty() ? "an unknown property" : "an unknown property of " + path;
        }
        return path.isEmpty() ? "the text is not JSON" : "property " + path;
    }

    private static Read refused(int status, String title, String detail) {
        return new Read.Refused(problem(status, title, detail));
    }

    static Response problem(int status, String title, String detail) {
        return new Response(
                status,
                PROBLEM,
                OptionalInt.empty(),
                problemText(title, status, detail).getBytes(StandardCharsets.UTF_8));
    }

    static String problemText(String title, int status, String detail) {
        return CoreJson.mapper().writeValueAsString(new ProblemDetails(title, status, detail));
    }

    private record ProblemDetails(String title, int status, String detail) {}
}
