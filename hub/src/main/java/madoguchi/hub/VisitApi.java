package madoguchi.hub;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import madoguchi.core.CardHub;
import madoguchi.core.VisitAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** 居宅同意の窓口（HTTP） – {@code POST /api/card/visits} takes a {@link VisitAnswer} as JSON, within an opening of the card; caller, statuses and faults are those of {@link FilingApi}. */
@RestController
public final class VisitApi {

    /** Where consents to visits are posted. */
    public static final String PATH = "/api/card/visits";

    private final CardHub hub;

    /** Registers with this port. */
    public VisitApi(CardHub hub) {
        this.hub = hub;
    }

    /** Status 200 when it is on disk, 409 with the reasons when the opening is over or nothing is taken, 503 with Retry-After when nobody could take it. */
    @PostMapping(PATH)
    public ResponseEntity<String> visit(InputStream body, @Nullable Principal facility) throws IOException {
        return FilingApi.taken(body, VisitAnswer.class, VisitAnswer::caller, facility, hub::visit);
    }
}
