package madoguchi.uke;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** 記録条件の表 – reads {@code layouts.csv}, once. */
@SuppressWarnings("EnumOrdinal") // An array by kind and record: asked for every line read.
final class Layouts {

    private static final Layout[][] ALL = all();

    private Layouts() {}

    static Layout of(FileKind kind, RecordId id) {
        return ALL[kind.ordinal()][id.ordinal()];
    }

    private static Layout[][] all() {
        Map<FileKind, Map<RecordId, List<Field>>> fields = new EnumMap<>(FileKind.class);
        Map<RecordId, String> editions = new EnumMap<>(RecordId.class);
        for (String row : rows()) {
            String[] cells = row.split(",", -1);
            RecordId id = RecordId.valueOf(cells[1]);
            editions.put(id, cells[2]);
            for (FileKind kind : kinds(cells[0])) {
                add(
                        fields.computeIfAbsent(kind, any -> new EnumMap<>(RecordId.class))
                                .computeIfAbsent(id, any -> new ArrayList<>()),
                        cells,
                        kind == FileKind.DPC);
            }
        }
        Layout[][] all = new Layout[FileKind.values().length][RecordId.values().length];
        for (FileKind kind : FileKind.values()) {
            for (RecordId id : RecordId.values()) {
                List<Field> known = fields.getOrDefault(kind, Map.of()).getOrDefault(id, List.of());
                all[kind.ordinal()][id.ordinal()] =
                        known.isEmpty() ? Layout.NONE : new Layout(editions.getOrDefault(id, ""), known);
            }
        }
        return all;
    }

    private static List<FileKind> kinds(String word) {
        return switch (word) {
            case "all" ->
                List.of(FileKind.MEDICAL, FileKind.DPC, FileKind.DENTAL, FileKind.DISPENSING, FileKind.NURSING);
            case "medical" -> List.of(FileKind.MEDICAL, FileKind.DPC);
            default -> List.of(FileKind.valueOf(word.toUpperCase(Locale.ROOT)));
        };
    }

    private static void add(List<Field> fields, String[] cells, boolean borrowed) {
        String[] range = cells[3].split("-", -1);
        int first = Integer.parseInt(range[0]);
        int last = Integer.parseInt(range[range.length - 1]);
        for (int number = first; number <= last; number++) {
            if (number != fields.size() + 2) {
                throw new IllegalStateException("layouts.csv: a field of " + cells[1] + " is missing or double");
            }
            fields.add(new Field(
                    number,
                    first == last ? cells[4] : cells[4] + (number - first + 1),
                    number == first && !cells[5].isEmpty() ? Optional.of(Item.valueOf(cells[5])) : Optional.empty(),
                    Field.Mode.of(cells[6]),
                    Integer.parseInt(cells[7]),
                    cells[8].equals("f"),
                    borrowed ? Certainty.LOW : Certainty.of(cells[9]),
                    cells[10]));
        }
    }

    private static List<String> rows() {
        try (InputStream file = Objects.requireNonNull(Layouts.class.getResourceAsStream("layouts.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
