package madoguchi.stamp;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import madoguchi.core.Octets;

/** 証明を作る – signs codes with one key. Threads may share it. */
public final class Stamper {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final StampKey key;

    private Stamper(PrivateKey secret, StampKey key) {
        this.secret = secret;
        this.key = key;
    }

    /** A new key: PKCS #8 of the private half, then X.509 of the public half, each behind its length in two bytes. Secret. */
    public static Octets newKey() {
        return newKey(new SecureRandom());
    }

    /** The same, drawn from here. */
    public static Octets newKey(SecureRandom chance) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(new NamedParameterSpec(ALGORITHM), chance);
            var pair = generator.generateKeyPair();
            byte[] secret = pair.getPrivate().getEncoded();
            byte[] open = pair.getPublic().getEncoded();
            return Octets.of(java.nio.ByteBuffer.allocate(2 * Short.BYTES + secret.length + open.length)
                    .putShort((short) secret.length)
                    .put(secret)
                    .putShort((short) open.length)
                    .put(open)
                    .array());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Signs with a key that {@link #newKey} made; {@link IllegalArgumentException} for anything else. */
    public static Stamper of(Octets key) {
        try {
            var in = java.nio.ByteBuffer.wrap(key.bytes());
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(part(in)));
            return new Stamper(secret, StampKey.of(Octets.of(part(in))));
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException | NegativeArraySizeException damaged) {
            throw new IllegalArgumentException("this is no key for screens", damaged);
        }
    }

    private static byte[] part(java.nio.ByteBuffer in) {
        byte[] part = new byte[in.getShort()];
        in.get(part);
        return part;
    }

    /** The public half, to be published. */
    public StampKey key() {
        return key;
    }

    /**
     * A code for one screen.
     *
     * @param loggedIn when the person logged in
     * @param now when the code is made
     * @param life how long it serves
     * @param salt 4 random bytes, new for each code
     * @return 164 digits and capital letters
     */
    public String stamp(ScreenKind kind, Shown shown, Instant loggedIn, Instant now, Duration life, Octets salt) {
        if (salt.size() != Stamp.SALT) {
            throw new IllegalArgumentException("a salt has four bytes");
        }
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Stamp stamp = new Stamp(
                kind,
                key.id(),
                second,
                loggedIn.truncatedTo(ChronoUnit.SECONDS),
                second.plus(life),
                salt,
                Digests.person(salt, shown.birth(), shown.reading()),
                Digests.coverage(salt, shown.birth(), shown.insured()));
        byte[] signature = signature(stamp.signed());
        return Stamp.FORM
                + Letters.of(java.nio.ByteBuffer.allocate(Stamp.BYTES + Stamp.SIGNATURE)
                        .put(stamp.bytes())
                        .put(signature)
                        .array());
    }

    private byte[] signature(byte[] message) {
        try {
            Signature signing = Signature.getInstance(ALGORITHM);
            signing.initSign(secret);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
