package madoguchi.account;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import madoguchi.core.Problem;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** パスワード – hashing, comparing and making passwords. A stored hash names its algorithm, so a stronger one can follow without a new start. */
public final class Passwords {

    private static final int LENGTH_MIN = 12;
    private static final int LENGTH_MAX = 200;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GENERATED_GROUPS = 4;
    private static final int GROUP = 4;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordEncoder encoder;
    private final String nobody;

    private Passwords(String name, int rounds) {
        this.encoder = new DelegatingPasswordEncoder(
                name,
                Map.of(
                        name,
                        new Pbkdf2PasswordEncoder(
                                "", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
        this.nobody = "{" + name + "}" + nobodysHash();
    }

    /** Salt and hash drawn by chance: nobody's password has it, and it takes as long to compare as any other. */
    private static String nobodysHash() {
        byte[] drawn = new byte[SALT_BYTES + HASH_BYTES];
        RANDOM.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /** The hash to use: PBKDF2 with HMAC-SHA-256 and 600,000 rounds, about a third of a second. */
    public static Passwords standard() {
        return new Passwords("pbkdf2-sha256-600k", 600_000);
    }

    /** A weak hash for tests that sign in many times. */
    static Passwords quick() {
        return new Passwords("test", 1_000);
    }

    /** The hash to store. */
    String hash(String password) {
        return encoder.encode(normal(password));
    }

    /** Whether that is the password. */
    boolean matches(String typed, String hash) {
        return typed.length() <= LENGTH_MAX && encoder.matches(normal(typed), hash);
    }

    /** Takes as long as a comparison: the time of an answer must not tell whether the name exists. */
    void compareWithNobody(String typed) {
        var _ = matches(typed, nobody);
    }

    /** What is wrong with a new password, under the field {@code place}; empty when nothing is. */
    List<Problem> problems(String place, String password) {
        int length = normal(password).length();
        return length >= LENGTH_MIN && length <= LENGTH_MAX
                ? List.of()
                : List.of(Problem.at(
                        place,
                        "%d文字以上%d文字以内にしてください。".formatted(LENGTH_MIN, LENGTH_MAX),
                        "Use %d to %d characters.".formatted(LENGTH_MIN, LENGTH_MAX)));
    }

    /** A random first password of 16 letters and digits that are not mistaken for one another, such as {@code k7mp-w2xa-…}. */
    static String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GENERATED_GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** 全角 letters from an input method left on are the same password. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
