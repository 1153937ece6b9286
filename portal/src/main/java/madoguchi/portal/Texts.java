package madoguchi.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** 文言 – every sentence of the portal in every language, from message files in UTF-8. */
final class Texts {

    private final Map<Speech, Properties> files = new EnumMap<>(Speech.class);

    Texts() {
        for (Speech speech : Speech.values()) {
            files.put(speech, load("texts_" + speech.tag() + ".properties"));
        }
    }

    private static Properties load(String name) {
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            Properties values = new Properties();
            values.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return values;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /** The sentence of that name. Throws {@link IllegalStateException} where the file lacks it. */
    String of(Speech speech, String key) {
        String sentence = file(speech).getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException("texts_" + speech.tag() + " has no " + key);
        }
        return sentence.strip();
    }

    Set<String> keys(Speech speech) {
        return file(speech).stringPropertyNames();
    }

    private Properties file(Speech speech) {
        return Objects.requireNonNull(files.get(speech));
    }
}
