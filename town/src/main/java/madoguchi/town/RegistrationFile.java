package madoguchi.town;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 登録ファイルの行 – the town's own tiny reader of {@code docs/registration-file.md}, kept apart from the hub's importer on purpose: two readers that agree are worth more than one.
 *
 * @param kind what its rows are about
 * @param rows the lines below the header
 */
record RegistrationFile(Kind kind, List<RegistrationRow> rows) {

    /** ファイルの種類 – told by a column that only that kind has. */
    enum Kind {
        /** 資格登録. */
        COVERAGES("資格取得年月日"),
        /** 医療券. */
        TICKETS("診療年月"),
        /** カード. */
        CARDS("シリアル番号"),
        /** 利用登録. */
        ENROLMENTS("利用登録年月日");

        private final String column;

        Kind(String column) {
            this.column = column;
        }

        static Kind of(List<String> header) {
            return Arrays.stream(values())
                    .filter(kind -> header.contains(kind.column))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    static RegistrationFile read(Batch batch) {
        List<String> lines = decode(batch.bytes()).lines().toList();
        List<String> header = cells(lines.getFirst());
        List<RegistrationRow> rows =
                lines.stream().skip(1).map(line -> row(header, cells(line))).toList();
        return new RegistrationFile(Kind.of(header), rows);
    }

    private static RegistrationRow row(List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalStateException("a row has " + cells.size() + " cells under " + header.size() + " columns");
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return new RegistrationRow(row);
    }

    /* The town writes no quoted cells, so a comma always ends one. */
    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, SHIFT_JIS);
        }
    }
}
