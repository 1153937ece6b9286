package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** 署名鍵 – the hub's Ed25519 key, under checkpoints and proofs of check. Safe to share between threads. */
public final class SigningKey {

    /** How long the secret is, in bytes. */
    public static final int SECRET_LENGTH = Ed25519PrivateKeyParameters.KEY_SIZE;

    /** How long a signature is, in bytes. */
    static final int SIGNATURE_LENGTH = Ed25519PrivateKeyParameters.SIGNATURE_SIZE;

    private final Ed25519PrivateKeyParameters secret;
    private final VerifyingKey verifying;

    /** The key of a secret of 32 random bytes; {@link IllegalArgumentException} for any other length. */
    public SigningKey(byte[] secret) {
        this.secret = new Ed25519PrivateKeyParameters(secret);
        this.verifying = new VerifyingKey(this.secret.generatePublicKey().getEncoded());
    }

    /** The public half, with which anybody can check what was signed. */
    public VerifyingKey verifying() {
        return verifying;
    }

    byte[] sign(byte[] message) {
        byte[] signature = new byte[SIGNATURE_LENGTH];
        secret.sign(
                org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm.Ed25519,
                null,
                message,
                0,
                message.length,
                signature,
                0);
        return signature;
    }

    /** Base64url without padding. */
    String sign(String line) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sign(line.getBytes(StandardCharsets.UTF_8)));
    }
}
