package madoguchi.hub;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import madoguchi.core.Answer;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
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
 * 照会の窓口（HTTP） – {@code POST /api/inquiries}: an {@link Inquiry} as JSON in, a {@link Reply} as JSON out. The caller is known by its client certificate, whose common name is the 医療機関コード;
 * nobody may ask in another facility's name. Faults are RFC 9457 problems.
 */
@RestController
public final class HubApi {

    /** Where inquiries are posted. */
    public static final String PATH = "/api/inquiries";

    private static final int LONGEST = 16 * 1024;

    private final Hub hub;

    /** Answers from this hub. */
    public HubApi(Hub hub) {
        this.hub = hub;
    }

    /** Status 200 for every outcome that a peer gave; 503 with Retry-After when nobody could answer; 400, 401, 403 and 413 for requests that are refused. */
    @PostMapping(PATH)
    public ResponseEntity<String> inquire(InputStream body, @Nullable Principal facility) throws IOException {
        if (facility == null) {
            return problem(HttpStatus.UNAUTHORIZED, "An inquiry needs a client certificate.");
        }
        byte[] text = body.readNBytes(LONGEST + 1);
        if (text.length > LONGEST) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "An inquiry has at most " + LONGEST + " bytes.");
        }
        Inquiry inquiry;
        try {
            inquiry = CoreJson.mapper().readValue(text, Inquiry.class);
        } catch (JacksonException unreadable) {
            return problem(HttpStatus.BAD_REQUEST, "The inquiry is not readable: " + place(unreadable));
        }
        if (inquiry == null) {
            return problem(HttpStatus.BAD_REQUEST, "The inquiry is empty.");
        }
        if (!inquiry.caller().facility().digits().equals(facility.getName())) {
            return problem(
                    HttpStatus.FORBIDDEN, "The client certificate belongs to another facility than the inquiry names.");
        }
        return answered(hub.inquire(inquiry));
    }

    private static ResponseEntity<String> answered(Reply reply) {
        if (reply.answer() instanceof Answer.Unreachable(var cause, var code, var detail)
                && cause == Answer.Cause.REFUSED) {
            return problem(HttpStatus.BAD_REQUEST, detail.toString());
        }
        boolean served = reply.answer().isFromPeer();
        var response = ResponseEntity.status(served ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON);
        if (reply.answer() instanceof Answer.Unreachable(var cause, var code, var detail)) {
            response.header(HttpHeaders.RETRY_AFTER, cause == Answer.Cause.OVERLOAD ? "1" : "30");
        }
        return response.body(CoreJson.mapper().writeValueAsString(reply));
    }

    /** Where in the request the fault lies, by property names only: values are a patient's data. */
    static String place(JacksonException unreadable) {
        String path = String.join(
                ".",
                unreadable.getPath().stream()
                        .map(step -> String.valueOf(step.getPropertyName()))
                        .toList());
        return path.isEmpty() ? "the text is not JSON" : "property " + path;
    }

    static ResponseEntity<String> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(CoreJson.mapper()
                        .writeValueAsString(new ProblemDetails(status.getReasonPhrase(), status.value(), detail)));
    }

    private record ProblemDetails(String title, int status, String detail) {}
}
