package madoguchi.hub;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import madoguchi.core.ConsentScope;

/** 同意の長さ – how long a consent holds, from {@code consent-lengths.csv}, where each length has its source. */
final class ConsentLengths {

    private static final String FILE = "consent-lengths.csv";

    private final Map<ConsentScope, Duration> lengths;

    private ConsentLengths(Map<ConsentScope, Duration> lengths) {
        this.lengths = lengths;
    }

    /** The lengths of this program's own file. */
    static ConsentLengths bundled() {
        try (InputStream in = Objects.requireNonNull(ConsentLengths.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<ConsentScope, Duration> lengths = new EnumMap<>(ConsentScope.class);
            for (NamedCsvRecord row : rows) {
                lengths.put(
                        ConsentScope.valueOf(row.getField("scope")),
                        Duration.ofHours(Long.parseLong(row.getField("hours"))));
            }
            return new ConsentLengths(lengths);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Duration of(ConsentScope scope) {
        return Objects.requireNonNull(lengths.get(scope), "a scope has no length");
    }
}
