package madoguchi.bundle;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** 配布の窓口（HTTP） – {@code GET /api/rules/current}: the current bundle, byte for byte as it was signed. */
@RestController
public final class RulesApi {

    /** Where the current bundle is fetched. */
    public static final String PATH = "/api/rules/current";

    private final PublishedStore store;

    /** Hands out what was published into this database. */
    public RulesApi(DataSource database) {
        this.store = new PublishedStore(database);
    }

    /** Status 200 with the bundle and its digest as ETag; 304 for who has it; 204 while nothing was published. */
    @GetMapping(PATH)
    public ResponseEntity<byte[]> current(WebRequest request) {
        Optional<String> digest = store.digest();
        if (digest.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        String etag = "\"" + digest.get() + "\"";
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(304).eTag(etag).build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .eTag(etag)
                .body(store.bundle(digest.get()).orElseThrow().bytes());
    }
}
