package madoguchi.card;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** カードの鍵 – the holder's key of a virtual card and what it makes of the input of SIGN ({@code jpki-reader.md} §2, P1 matrix). */
final class CardKey {

    /** PKCS #1 v1.5 adds 11 bytes. */
    private static final int PADDING = 11;

    private final PrivateKey key;
    private final TokenProfile profile;

    CardKey(PrivateKey key, TokenProfile profile) {
        this.key = key;
        this.profile = profile;
    }

    /** The signature; empty for an input that cannot be signed in this way, such as one that is too long or a digest of another length. */
    Optional<byte[]> sign(SignScheme scheme, byte[] input) {
        try {
            return key instanceof RSAPrivateKey rsa ? rsa(scheme, input, rsa) : curve(scheme, input);
        } catch (GeneralSecurityException unfit) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> rsa(SignScheme scheme, byte[] input, RSAPrivateKey rsa) throws GeneralSecurityException {
        return switch (scheme) {
            case RAW -> padded(input, rsa);
            case CARD_DIGEST_BARE -> padded(digest(input), rsa);
            case DIGEST -> isDigest(input) ? padded(digestInfo(input), rsa) : Optional.empty();
            case CARD_DIGEST -> padded(digestInfo(digest(input)), rsa);
            case DIGEST_PSS -> isDigest(input) ? Optional.of(pss(input)) : Optional.empty();
            case CARD_DIGEST_PSS -> Optional.of(pss(digest(input)));
        };
    }

    private Optional<byte[]> padded(byte[] input, RSAPrivateKey rsa) throws GeneralSecurityException {
        return input.length == 0 || input.length > rsa.getModulus().bitLength() / 8 - PADDING
                ? Optional.empty()
                : Optional.of(signed("NONEwithRSA", input));
    }

    private Optional<byte[]> curve(SignScheme scheme, byte[] input) throws GeneralSecurityException {
        return switch (scheme) {
            case RAW, DIGEST -> isDigest(input) ? Optional.of(signed("NONEwithECDSA", input)) : Optional.empty();
            case CARD_DIGEST -> Optional.of(signed("NONEwithECDSA", digest(input)));
            case CARD_DIGEST_BARE, DIGEST_PSS, CARD_DIGEST_PSS -> Optional.empty();
        };
    }

    private byte[] signed(String algorithm, byte[] input) throws GeneralSecurityException {
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(input);
        return signing.sign();
    }

    /* The JDK's provider cannot pad a digest that was made elsewhere after PSS. */
    private byte[] pss(byte[] digest) throws GeneralSecurityException {
        Signature signing = Signature.getInstance("NONEwithRSASSA-PSS", new BouncyCastleProvider());
        signing.setParameter(
                new PSSParameterSpec(profile.digest(), "MGF1", MGF1ParameterSpec.SHA256, digest.length, 1));
        signing.initSign(key);
        signing.update(digest);
        return signing.sign();
    }

    private boolean isDigest(byte[] input) throws GeneralSecurityException {
        return input.length == MessageDigest.getInstance(profile.digest()).getDigestLength();
    }

    private byte[] digest(byte[] input) throws GeneralSecurityException {
        return MessageDigest.getInstance(profile.digest()).digest(input);
    }

    private byte[] digestInfo(byte[] digest) {
        return Apdu.joined(Apdu.hex(profile.digestPrefix()), digest);
    }
}
