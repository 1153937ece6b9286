package madoguchi.hub;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.jpki.SimulatedAuthority;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * 模擬認証局の失効情報（HTTP） – SIMULATION: {@code POST /api/jpki/ocsp} (RFC 6960) and {@code GET /api/jpki/lists/<key identifier>} (a list in DER). On the machines' port only, as real revocation data goes to registered
 * verifiers only ({@code jpki-reader.md} §3.3).
 */
@RestController
public final class StatusApi {

    /** Everything here lies below. */
    public static final String BELOW = "/api/jpki/**";

    /** Where OCSP requests are posted. */
    public static final String OCSP = "/api/jpki/ocsp";

    /** Below it each generation's list. */
    public static final String LISTS = "/api/jpki/lists/";

    private static final int LONGEST = 4096;

    private final Supplier<SimulatedAuthority> authority;
    private final Clock clock;

    /** Answers for this authority, which is asked for when the first request comes. */
    public StatusApi(Supplier<SimulatedAuthority> authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    /** Status 200 with a response in DER, also when that response is a refusal. */
    @PostMapping(OCSP)
    public ResponseEntity<byte[]> ocsp(InputStream body) throws IOException {
        byte[] answer = authority.get().ocsp(body.readNBytes(LONGEST + 1), clock.instant());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("application/ocsp-response"))
                .body(answer);
    }

    /** Status 200 with the list as of now; 404 for a key that is no root's. */
    @GetMapping(LISTS + "{issuer}")
    public ResponseEntity<byte[]> list(@PathVariable String issuer) {
        Optional<byte[]> list = authority.get().revocationList(issuer, clock.instant());
        return list.map(bytes -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.parseMediaType("application/pkix-crl"))
                        .body(bytes))
                .orElse(ResponseEntity.notFound().build());
    }
}
