package madoguchi.hub;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Optional;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * 照会の窓口（HTTP） – {@code POST /api/inquiries}: an {@link Inquiry} as JSON in, a {@link Reply} as JSON out. The caller is known by its client certificate, whose common name is the 医療機関コード;
 * nobody may ask in another facility's name. Faults are RFC 9457 problems. Where many ask, {@link InquiryLane} is the other door to the same room.
 */
@RestController
public final class HubApi {

    /** Where inquiries are posted. */
    public static final String PATH = "/api/inquiries";

    private final Hub hub;

    /** Answers from this hub. */
    public HubApi(Hub hub) {
        this.hub = hub;
    }

    /** Status 200 for every outcome that a peer gave; 503 with Retry-After when nobody could answer; 400, 401, 403 and 413 for requests that are refused. */
    @PostMapping(PATH)
    public ResponseEntity<byte[]> inquire(InputStream body, @Nullable Principal facility) throws IOException {
        byte[] text = body.readNBytes(PostedInquiry.LONGEST + 1);
        return entity(
                switch (PostedInquiry.read(text, Optional.ofNullable(facility).map(Principal::getName))) {
                    case PostedInquiry.Read.Asked(var inquiry) -> PostedInquiry.answered(hub.inquire(inquiry));
                    case PostedInquiry.Read.Refused(var response) -> response;
                });
    }

    private static ResponseEntity<byte[]> entity(PostedInquiry.Response response) {
        var entity = ResponseEntity.status(response.status())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(response.type()));
        response.retryAfter().ifPresent(seconds -> entity.header(HttpHeaders.RETRY_AFTER, "" + seconds));
        return entity.body(response.body());
    }
}
