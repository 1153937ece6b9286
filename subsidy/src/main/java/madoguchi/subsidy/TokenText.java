package madoguchi.subsidy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * トークンの文字列 – {@code mst-7-…}: its number, then 256 bits of chance in base64url (43 characters). So many bits need no slow digest: nobody can try them all.
 *
 * @param number which token it claims to be
 * @param text all of it
 */
record TokenText(long number, String text) {

    private static final Pattern FORM = Pattern.compile("mst-([1-9][0-9]{0,17})-[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    /** A new one. */
    static TokenText of(long number) {
        byte[] secret = new byte[BYTES];
        CHANCE.nextBytes(secret);
        return new TokenText(
                number,
                "mst-" + number + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Reads one; empty for anything that is not written like a token. */
    static Optional<TokenText> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new TokenText(Long.parseLong(form.group(1)), text)) : Optional.empty();
    }

    /** SHA-256 of the text: what is kept of it. */
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never prints the secret. */
    @Override
    public String toString() {
        return "TokenText[" + number + "]";
    }
}
