package madoguchi.assist;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** データファイル – the assistant's own data: UTF-8, fields separated by {@code |}, names in the first line. */
final class DataFile {

    private static final char SEPARATOR = '|';

    private DataFile() {}

    /** Its rows; a file that is not there, or a row of another length, is a broken release. */
    static List<NamedCsvRecord> rows(String name) {
        try (InputStream in = Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .fieldSeparator(SEPARATOR)
                        .allowMissingFields(false)
                        .ofNamedCsvRecord(text)) {
            return rows.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
