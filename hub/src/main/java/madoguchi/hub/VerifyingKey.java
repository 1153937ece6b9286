package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import madoguchi.core.Parsed;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** 検証鍵 – the public half of a hub's signing key. */
public final class VerifyingKey {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    /** SubjectPublicKeyInfo of Ed25519 (RFC 8410) up to the 32 bytes of the key. */
    private static final byte[] HEAD = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private final byte[] raw;
    private final Ed25519PublicKeyParameters key;

    VerifyingKey(byte[] raw) {
        this.raw = raw.clone();
        this.key = new Ed25519PublicKeyParameters(raw);
    }

    /** Reads a PEM file as {@link #pem} writes it, or any other program that knows RFC 8410. */
    public static Parsed<VerifyingKey> parse(String place, String pem) {
        try {
            int begin = pem.indexOf(BEGIN);
            int end = pem.indexOf(END);
            byte[] der = begin < 0 || end < begin
                    ? new byte[0]
                    : Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            boolean ed25519 = der.length == HEAD.length + Ed25519PublicKeyParameters.KEY_SIZE
                    && Arrays.equals(der, 0, HEAD.length, HEAD, 0, HEAD.length);
            return ed25519
                    ? Parsed.of(new VerifyingKey(Arrays.copyOfRange(der, HEAD.length, der.length)))
                    : noKey(place);
        } catch (IllegalArgumentException unreadable) {
            return noKey(place);
        }
    }

    private static Parsed<VerifyingKey> noKey(String place) {
        return Parsed.fault(place, "Ed25519 の公開鍵（PEM）ではありません。", "This is no Ed25519 public key (PEM).");
    }

    /** The key as PEM, for a file. */
    public String pem() {
        byte[] der = Arrays.copyOf(HEAD, HEAD.length + raw.length);
        System.arraycopy(raw, 0, der, HEAD.length, raw.length);
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(der) + "\n" + END + "\n";
    }

    /** A short name of the key: 16 hexadecimal digits. */
    public String name() {
        return Digest.of(Digest.sha256().digest(raw)).hex().substring(0, 16);
    }

    boolean verifies(byte[] message, byte[] signature) {
        return signature.length == SigningKey.SIGNATURE_LENGTH
                && key.verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    }

    /** Whether the signature, base64url, belongs to the line. */
    boolean verifies(String line, String signature) {
        try {
            return verifies(
                    line.getBytes(StandardCharsets.UTF_8),
                    Base64.getUrlDecoder().decode(signature));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
