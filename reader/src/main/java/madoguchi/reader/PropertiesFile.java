package madoguchi.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/** 設定ファイル – a properties file of this module in UTF-8. A key that is not there is a broken release, and says so. */
final class PropertiesFile {

    private final String name;
    private final Properties values;

    private PropertiesFile(String name, Properties values) {
        this.name = name;
        this.values = values;
    }

    /** The file of that name beside this class. */
    static PropertiesFile load(String name) {
        try (InputStream in = PropertiesFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            Properties values = new Properties();
            values.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new PropertiesFile(name, values);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }

    Set<String> keys() {
        return values.stringPropertyNames();
    }

    String value(String key) {
        String value = values.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(name + " has no " + key);
        }
        return value.strip();
    }

    int number(String key) {
        return Integer.parseInt(value(key));
    }

    boolean isTrue(String key) {
        return switch (value(key)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalStateException(name + ": " + key + " is neither yes nor no");
        };
    }
}
