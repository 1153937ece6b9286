package madoguchi.survey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * 回答用の符号 – one for each addressee of a round: {@code 7-0123-ABCDEFGHJKLMNPQR}. It says the round and a running number, proven by a keyed digest of 80 bits, and nothing of the facility. It opens the web page and stands in the form's 2-D code.
 */
public final class AddresseeTokens {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    private final SecretKeySpec key;

    /**
     * 宛先.
     *
     * @param round 第n弾
     * @param number running number in that round, from 1
     */
    public record Addressee(int round, int number) {}

    /** Tokens under a secret of at least 32 bytes; with another secret, all links sent before are void. */
    public AddresseeTokens(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the secret has fewer than 32 bytes");
        }
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** The token of an addressee, always the same. */
    public String token(Addressee addressee) {
        return addressee.round() + "-%04d-".formatted(addressee.number()) + digest(addressee);
    }

    /** Who that is; empty for anything we did not make. */
    public Optional<Addressee> addressee(String token) {
        if (!token.matches("[1-9][0-9]{0,3}-[0-9]{4,6}-[0-9A-Z]{16}")) {
            return Optional.empty();
        }
        String[] parts = token.split("-", -1);
        Addressee told = new Addressee(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(
                        token(told).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII))
                ? Optional.of(told)
                : Optional.empty();
    }

    private String digest(Addressee addressee) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] digest = mac.doFinal(
                    ("survey " + addressee.round() + " " + addressee.number()).getBytes(StandardCharsets.US_ASCII));
            StringBuilder letters = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                letters.append(LETTERS.charAt(digest[i] & 31));
            }
            return letters.toString();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
