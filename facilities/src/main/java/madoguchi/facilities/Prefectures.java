package madoguchi.facilities;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import madoguchi.core.Text;

/** 都道府県 – by their numbers 01 to 47, which are also the first two digits of a 医療機関コード. */
public final class Prefectures {

    private static final Map<String, Text> ALL = read();

    private Prefectures() {}

    /** All of them, in order. */
    public static Map<String, Text> all() {
        return ALL;
    }

    /** The name of a number; the number itself where there is none. */
    public static Text name(String number) {
        return ALL.getOrDefault(number, Text.same(number));
    }

    private static Map<String, Text> read() {
        try (InputStream in = Objects.requireNonNull(Prefectures.class.getResourceAsStream("prefectures.csv"))) {
            Map<String, Text> all = new LinkedHashMap<>();
            CsvReader.builder().ofNamedCsvRecord(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .forEach(row -> all.put(row.getField("code"), new Text(row.getField("ja"), row.getField("en"))));
            return java.util.Collections.unmodifiableMap(all);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
