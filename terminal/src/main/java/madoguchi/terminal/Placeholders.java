package madoguchi.terminal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import madoguchi.core.Answer;

/** 仮のエラーコード – stands in for 別紙6-1, which is not public ({@code oqs-interface.md} §5); the rows are in {@code placeholder-codes.properties}. */
final class Placeholders {

    private static final Properties ROWS = load();

    private Placeholders() {}

    private static Properties load() {
        var resource = Objects.requireNonNull(Placeholders.class.getResourceAsStream("placeholder-codes.properties"));
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            Properties rows = new Properties();
            rows.load(reader);
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String code(Answer.Cause cause) {
        return ROWS.getProperty(cause + ".code");
    }

    static String message(Answer.Cause cause) {
        return ROWS.getProperty(cause + ".message");
    }

    /** The cause behind one of our own placeholder codes; a real code is opaque. */
    static Optional<Answer.Cause> cause(String code) {
        return Arrays.stream(Answer.Cause.values())
                .filter(cause -> code(cause).equals(code))
                .findFirst();
    }
}
