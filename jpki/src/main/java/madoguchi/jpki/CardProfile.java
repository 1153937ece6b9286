package madoguchi.jpki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;

/** カードの世代の暗号方式 – which key and signature the certificates of a generation of cards use, for card and authority alike. */
public enum CardProfile {
    /** 現行 – RSA 2048 with SHA-256: plastic card, Android and iPhone of today ({@code jpki-reader.md} §3.1). */
    CURRENT("RSA", "SHA256withRSA", 2048),
    /** 次期個人番号カード – ECDSA on P-384 with SHA-384 ({@code jpki-reader.md} §4.3; planned, the start is not confirmed). */
    NEXT("EC", "SHA384withECDSA", 384);

    private final String keys;
    private final String signature;
    private final int bits;

    CardProfile(String keys, String signature, int bits) {
        this.keys = keys;
        this.signature = signature;
        this.bits = bits;
    }

    /** The name of the signature in the JDK's providers, such as {@code SHA256withRSA}; it hashes the message itself. */
    public String signature() {
        return signature;
    }

    /** A new pair of keys. */
    public KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
            if (this == NEXT) {
                generator.initialize(new ECGenParameterSpec("secp384r1"));
            } else {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The profile a key belongs to; empty for a key of another kind or length. */
    public static Optional<CardProfile> of(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa when rsa.getModulus().bitLength() == CURRENT.bits -> Optional.of(CURRENT);
            case ECPublicKey ec when ec.getParams().getOrder().bitLength() == NEXT.bits -> Optional.of(NEXT);
            default -> Optional.empty();
        };
    }
}
