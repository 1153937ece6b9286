package madoguchi.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import madoguchi.policy.RuleBook;
import madoguchi.policy.RuleSource;

/** 版 – a short mark that tells one book of rules from another: eight digits of the digest of its files. */
final class Edition {

    private static final int DIGITS = 8;

    private Edition() {}

    static String of(RuleBook book) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (RuleSource source : book.sources()) {
                digest.update(source.text().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-256", impossible);
        }
    }
}
