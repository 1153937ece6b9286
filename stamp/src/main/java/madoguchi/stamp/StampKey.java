package madoguchi.stamp;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import madoguchi.core.Octets;

/**
 * 検証の公開鍵 – a key that may have signed a code, as the hub publishes it.
 *
 * @param id 8 hexadecimal digits: the first bytes of SHA-256 over the key
 * @param key the key in the form of X.509 (SubjectPublicKeyInfo, DER)
 */
public record StampKey(String id, Octets key) {

    private static final int ID = 4;

    /** A key with the name that follows from it. */
    public static StampKey of(Octets key) {
        byte[] digest = Digests.sha256().digest(key.bytes());
        return new StampKey(HexFormat.of().formatHex(Arrays.copyOf(digest, ID)), key);
    }

    /** The key; empty when the bytes are no key of Ed25519. */
    Optional<PublicKey> publicKey() {
        try {
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key.bytes())));
        } catch (GeneralSecurityException unusable) {
            return Optional.empty();
        }
    }
}
