package madoguchi.stamp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import madoguchi.core.InsuredId;
import madoguchi.core.Octets;

/*
 * The salt is new in each code, so that two codes of one person have nothing in common for whoever sees both. It is no secret: whoever holds a code and guesses name and birth date can try his guess, but what he
 * would learn stands in clear letters on the screen beside the code.
 */

/** 要約値 – what a code says of a person and of a coverage without naming either: the first {@value #LENGTH} bytes of SHA-256 over a salt and the parts. */
final class Digests {

    static final int LENGTH = 8;

    private Digests() {}

    /** The person: birth date and reading of the name. */
    static Octets person(Octets salt, LocalDate birth, String reading) {
        return digest(salt, "person", birth.toString(), reading(reading));
    }

    /** The coverage: birth date, insurer, symbol and number; not the branch, which is often unknown at a desk. */
    static Octets coverage(Octets salt, LocalDate birth, InsuredId insured) {
        return digest(
                salt,
                "coverage",
                birth.toString(),
                insured.insurer().digits(),
                insured.symbolKey(),
                insured.numberKey());
    }

    /** Without differences of width, of blanks, and of hiragana and katakana. */
    private static String reading(String name) {
        StringBuilder text = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .chars()
                .filter(c -> !Character.isWhitespace(c))
                .forEach(c -> text.append((char) (c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)));
        return text.toString();
    }

    private static Octets digest(Octets salt, String... parts) {
        MessageDigest sha = sha256();
        sha.update(salt.bytes());
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update((byte) bytes.length);
            sha.update(bytes);
        }
        return Octets.of(Arrays.copyOf(sha.digest(), LENGTH));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
