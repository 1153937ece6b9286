package madoguchi.jpki;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import madoguchi.core.Octets;

/*
 * The form of a card-verifiable certificate is known from EF 0004 (jpki-reader.md §1.3): 7F21 { 5F4E { issuer's key id 16, subject's key id 16, exponent 3, modulus 256 }, 5F37 signature 256 }. That of the
 * terminal's own certificate is not public. Ours has the same tags; the signature is PKCS#1 v1.5 with SHA-256 over the content of 5F4E.
 */

/**
 * 特定機関の証明書 – what the card checks before it lets a key be used without PIN. SIMULATION PROFILE, not that of J-LIS ({@code jpki-reader.md} §2.2 E).
 */
public final class TerminalCertificate {

    private static final String ALGORITHM = "SHA256withRSA";
    private static final byte[] OUTER = {0x7F, 0x21};
    private static final byte[] CONTENT = {0x5F, 0x4E};
    private static final byte[] SIGNED = {0x5F, 0x37};
    private static final int IDENTIFIER = 16;
    private static final int EXPONENT = 3;
    private static final int MODULUS = 256;
    private static final int LENGTH_OF_LENGTH = 3;

    private TerminalCertificate() {}

    /** Makes one: the subject's RSA-2048 key, vouched for by the issuer's. */
    static Octets make(RSAPublicKey subject, RSAPublicKey issuer, PrivateKey issuerKey) {
        ByteBuffer content = ByteBuffer.allocate(2 * IDENTIFIER + EXPONENT + MODULUS)
                .put(identifier(issuer))
                .put(identifier(subject))
                .put(fixed(subject.getPublicExponent(), EXPONENT))
                .put(fixed(subject.getModulus(), MODULUS));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        put(body, CONTENT, content.array());
        put(body, SIGNED, sign(issuerKey, content.array()));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        put(whole, OUTER, body.toByteArray());
        return Octets.of(whole.toByteArray());
    }

    /**
     * 検証 – what the card does with it.
     *
     * @param certificate as it came over the line
     * @param reference the key of EF {@code 0016}
     * @return the terminal's key; empty for anything that is not exactly such a certificate, signed by the reference key
     */
    public static Optional<RSAPublicKey> verify(Octets certificate, RSAPublicKey reference) {
        return value(certificate.bytes(), OUTER, true)
                .flatMap(body -> value(body, CONTENT, false)
                        .filter(content -> content.length == 2 * IDENTIFIER + EXPONENT + MODULUS)
                        .flatMap(content -> value(rest(body, content.length), SIGNED, true)
                                .filter(signature ->
                                        Arrays.equals(identifier(reference), Arrays.copyOf(content, IDENTIFIER))
                                                && isSigned(reference, content, signature))
                                .map(_ -> key(content))));
    }

    /** The centre's answer to a card's challenge. */
    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** 検証 – whether the terminal's key answered this challenge: what the card does at EXTERNAL AUTHENTICATE. */
    public static boolean isSigned(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException odd) {
            return false;
        }
    }

    private static RSAPublicKey key(byte[] content) {
        int exponent = 2 * IDENTIFIER;
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(
                            new BigInteger(1, Arrays.copyOfRange(content, exponent + EXPONENT, content.length)),
                            new BigInteger(1, Arrays.copyOfRange(content, exponent, exponent + EXPONENT))));
        } catch (GeneralSecurityException odd) {
            throw new IllegalStateException(odd);
        }
    }

    private static byte[] identifier(RSAPublicKey key) {
        return Arrays.copyOf(
                Profile.extensions().createSubjectKeyIdentifier(key).getKeyIdentifier(), IDENTIFIER);
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[length];
        int taken = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - taken, padded, length - taken, taken);
        return padded;
    }

    /** Tag, length in the form 82 hh ll, value. */
    private static void put(ByteArrayOutputStream out, byte[] tag, byte[] value) {
        out.writeBytes(tag);
        out.writeBytes(new byte[] {(byte) 0x82, (byte) (value.length >> 8), (byte) value.length});
        out.writeBytes(value);
    }

    private static byte[] rest(byte[] body, int valueLength) {
        return Arrays.copyOfRange(body, CONTENT.length + LENGTH_OF_LENGTH + valueLength, body.length);
    }

    private static Optional<byte[]> value(byte[] from, byte[] tag, boolean toTheEnd) {
        int head = tag.length + LENGTH_OF_LENGTH;
        if (from.length < head || !Arrays.equals(tag, Arrays.copyOf(from, tag.length)) || from[2] != (byte) 0x82) {
            return Optional.empty();
        }
        int length = Byte.toUnsignedInt(from[3]) << 8 | Byte.toUnsignedInt(from[4]);
        boolean fits = toTheEnd ? from.length == head + length : from.length >= head + length;
        return fits ? Optional.of(Arrays.copyOfRange(from, head, head + length)) : Optional.empty();
    }
}
