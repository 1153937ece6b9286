package madoguchi.subsidy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * CSV の読取 – the same records as a table, for a clerk's upload: UTF-8 (with or without byte order mark) or Shift_JIS, one line of item names. {@code ceilings} is {@code 医科歯科入外 MONTH 5000 2; …}, {@code summed} is {@code
 * 医科歯科入外; 薬局}, {@code certificationDetail} is {@code 疾病名=見本病; …}; an empty cell is an item that is not there.
 */
final class CsvRecords {

    /** The first so many bytes decide about the charset. */
    private static final int SAMPLE = 1 << 16;

    private static final List<String> FIVE = List.of("name", "nameKana", "address", "dateOfBirth", "sex");

    private CsvRecords() {}

    /** Hands every line on as a record; false when it is no table up to its end. */
    static boolean read(InputStream csv, Consumer<RawRecord> record) throws IOException {
        BufferedInputStream in = new BufferedInputStream(csv, SAMPLE);
        int number = 0;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .allowMissingFields(false)
                .ofNamedCsvRecord(new InputStreamReader(
                        in,
                        charset(in)
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            for (NamedCsvRecord row : rows) {
                record.accept(RawRecord.of(++number, items(row)));
            }
            return true;
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException broken) {
            return false;
        }
    }

    /** UTF-8 if the sample is, cut anywhere; else Shift_JIS. Passes over a byte order mark. */
    private static Charset charset(BufferedInputStream in) throws IOException {
        in.mark(SAMPLE);
        byte[] sample = in.readNBytes(SAMPLE - 1);
        in.reset();
        if (sample.length >= 3 && sample[0] == (byte) 0xEF && sample[1] == (byte) 0xBB && sample[2] == (byte) 0xBF) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        var read =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sample), CharBuffer.allocate(SAMPLE), false);
        return read.isError() ? Charset.forName("windows-31j") : StandardCharsets.UTF_8;
    }

    private static Map<String, Object> items(NamedCsvRecord row) {
        Map<String, Object> items = new LinkedHashMap<>();
        Map<String, Object> five = new LinkedHashMap<>();
        Map<String, Object> ceiling = new LinkedHashMap<>();
        items.put("certificationDetail", List.of());
        row.getFieldsAsMap().forEach((column, cell) -> {
            if (cell.isEmpty()) {
                return;
            }
            if (FIVE.contains(column)) {
                five.put(column, cell);
                return;
            }
            switch (column) {
                case "isNotDisclosed", "isDeleted" -> items.put(column, flag(cell));
                case "certificationDetail" ->
                    items.put(column, parts(cell).stream().map(CsvRecords::pair).toList());
                case "ceilings" ->
                    ceiling.put(
                            column,
                            parts(cell).stream().map(CsvRecords::ceiling).toList());
                case "summed" -> ceiling.put(column, parts(cell));
                default -> items.put(column, cell);
            }
        });
        if (!five.isEmpty()) {
            items.put("basicFiveInfo", five);
        }
        if (!ceiling.isEmpty()) {
            items.put("maxCopaymentAmount", ceiling);
        }
        return items;
    }

    private static Object flag(String cell) {
        return switch (cell) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> cell;
        };
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Object pair(String part) {
        int at = part.indexOf('=');
        return at < 0
                ? part
                : Map.of(
                        "label",
                        part.substring(0, at).strip(),
                        "value",
                        part.substring(at + 1).strip());
    }

    private static Object ceiling(String part) {
        List<String> words = new ArrayList<>(List.of(part.split("\\s+")));
        if (words.size() < 3 || words.size() > 4) {
            return part;
        }
        Map<String, Object> ceiling = new LinkedHashMap<>();
        ceiling.put("kind", words.get(0));
        ceiling.put("span", words.get(1));
        ceiling.put("yen", number(words.get(2)));
        if (words.size() == 4) {
            ceiling.put("times", number(words.get(3)));
        }
        return ceiling;
    }

    private static Object number(String word) {
        return word.matches("[0-9]{1,12}") ? new BigInteger(word) : word;
    }
}
