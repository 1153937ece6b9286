package madoguchi.stats;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import madoguchi.core.CsvLine;

/** 表の読み書き – CSV in UTF-8, first line the names of the columns; lines that begin with {@code #} are remarks. */
final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    /** The rows of a file that comes with the program, without its first line. */
    static List<List<String>> bundled(String name) {
        try (InputStream in = Csv.class.getResourceAsStream("/stats/" + name)) {
            return rows(new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a text, without its first line; empty lines are left out. */
    static List<List<String>> rows(String text) {
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(plain)
                .stream()
                .skip(1)
                .map(CsvRecord::getFields)
                .toList();
    }

    /** One line for people. */
    static String line(List<String> cells) {
        return CsvLine.forPeople(cells);
    }

    /** A file for a spreadsheet: with a byte order mark, so that Japanese is read as UTF-8. */
    static byte[] file(String lines) {
        return (BYTE_ORDER_MARK + lines).getBytes(StandardCharsets.UTF_8);
    }
}
