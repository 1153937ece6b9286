package madoguchi.portal;

import java.security.Principal;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 検証の鍵の公開（HTTP） – {@code GET /api/stamp-keys} on the machines' port: the public keys of codes, and the secrets of the one facility that asks, whose name is in its client certificate. JSON of {@link madoguchi.stamp.StampKeys}. */
@RestController
public final class StampKeysApi {

    /** Where keys are read. */
    public static final String PATH = "/api/stamp-keys";

    private final Codes codes;

    StampKeysApi(Codes codes) {
        this.codes = codes;
    }

    /** Status 403 where the certificate names no facility. */
    @GetMapping(PATH)
    ResponseEntity<String> keys(@Nullable Principal facility) {
        String name = facility == null ? "" : facility.getName();
        return switch (MedicalInstitutionCode.parse("facility", name)) {
            case Parsed.Faults<MedicalInstitutionCode> nobody ->
                ResponseEntity.status(HttpStatus.FORBIDDEN).build();
            case Parsed.Value<MedicalInstitutionCode>(var code) ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(CoreJson.mapper().writeValueAsString(codes.keys(code)));
        };
    }
}
