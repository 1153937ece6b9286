package madoguchi.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * 制度マスタ – the schemes as data ({@code madoguchi/core/schemes.csv}: UTF-8, cells apart by {@code |}, days ISO, an empty end = open), one file for the hub of subsidies and for the charge. The official 制度マスタ is not public; these rows
 * are those of {@code pmh.md} §4.1 to §4.3 and of the sample town, each with its source and how certain it is.
 */
public final class SchemeMaster {

    private static final SchemeMaster OURS = read();

    private final List<SubsidyScheme> schemes;

    private SchemeMaster(List<SubsidyScheme> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    /** The master that comes with this release. */
    public static SchemeMaster load() {
        return OURS;
    }

    private static SchemeMaster read() {
        try (InputStream bytes = Objects.requireNonNull(SchemeMaster.class.getResourceAsStream("schemes.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            List<String> written =
                    lines.lines().filter(line -> !line.startsWith("#")).toList();
            String[] columns = written.getFirst().split("\\|", -1);
            return new SchemeMaster(written.subList(1, written.size()).stream()
                    .map(line -> row(columns, line.split("\\|", -1)))
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static SubsidyScheme row(String[] columns, String[] cells) {
        if (columns.length != cells.length) {
            throw new IllegalArgumentException("row " + cells[0] + " has " + cells.length + " cells");
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return new SubsidyScheme(
                at(row, "id"),
                at(row, "first"),
                at(row, "last"),
                at(row, "kind").equals("NATIONAL"),
                new Text(at(row, "ja"), at(row, "en")),
                CheckPolicy.valueOf(at(row, "check")),
                day(at(row, "from")),
                day(at(row, "until")),
                at(row, "certainty"),
                at(row, "source"),
                row);
    }

    private static String at(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    /** Every row: national ones in the order of application, then local ones. */
    public List<SubsidyScheme> all() {
        return schemes;
    }

    /** The row of that id. */
    public Optional<SubsidyScheme> named(String id) {
        return schemes.stream().filter(scheme -> scheme.id().equals(id)).findFirst();
    }

    /** The scheme of a payer number (8 digits): of several rows the narrowest; empty where none is known, which for a local number means only that the master does not know it. */
    public Optional<SubsidyScheme> of(String payer) {
        return schemes.stream()
                .filter(scheme -> scheme.holds(payer))
                .min(Comparator.comparingLong(SubsidyScheme::width));
    }
}
