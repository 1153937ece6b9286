package madoguchi.portal;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import madoguchi.core.Octets;
import madoguchi.json.CoreJson;

/** パスキーの注文 – what a browser is asked for, as JSON in the form of WebAuthn Level 3 §5.1.8 (bytes in Base64url). */
final class PasskeyOptions {

    /** ES256, EdDSA, RS256 (IANA COSE algorithms), the liked ones first. */
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private final RelyingParty party;
    private final Duration life;

    PasskeyOptions(RelyingParty party, Duration life) {
        this.party = party;
        this.life = life;
    }

    /**
     * To make one. It lies in the phone (discoverable) and asks for face, finger or PIN each time; who made the phone is not asked.
     *
     * @param name what the phone will list it under: as its holder typed it, nothing of the registers
     * @param known keys of the same person: a device that has one makes no second
     */
    String creation(Octets challenge, String name, Octets handle, List<Passkey> known) {
        return json(Map.of(
                "challenge",
                text(challenge),
                "rp",
                Map.of("id", party.id(), "name", "本人ポータル（模擬）"),
                "user",
                Map.of("id", text(handle), "name", name, "displayName", name),
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(number -> Map.of("type", "public-key", "alg", number))
                        .toList(),
                "timeout",
                life.toMillis(),
                "attestation",
                "none",
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
                "excludeCredentials",
                known.stream()
                        .filter(key -> key.end().isEmpty())
                        .map(key -> Map.of(
                                "type", "public-key", "id", text(key.key().credential())))
                        .toList()));
    }

    /** To answer with one; which, its holder chooses. */
    String request(Octets challenge) {
        return json(Map.of(
                "challenge",
                text(challenge),
                "rpId",
                party.id(),
                "timeout",
                life.toMillis(),
                "userVerification",
                "required",
                "allowCredentials",
                List.of()));
    }

    private static String json(Map<String, Object> options) {
        return CoreJson.mapper().writeValueAsString(options);
    }

    private static String text(Octets bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.bytes());
    }
}
