package madoguchi.subsidy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 制度マスタ – the schemes as data ({@code subsidy/schemes.csv}: UTF-8, days ISO, an empty end = open). The official 制度マスタ is not public; these rows are those of {@code pmh.md} §4.1 and §4.2 and of the sample town, each with its
 * source and how certain it is.
 */
public final class SchemeMaster {

    private final List<SubsidyScheme> schemes;

    private SchemeMaster(List<SubsidyScheme> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    /** The master that comes with this release. */
    public static SchemeMaster load() {
        try (InputStream in = Objects.requireNonNull(SchemeMaster.class.getResourceAsStream("/subsidy/schemes.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new SchemeMaster(rows.stream().map(SchemeMaster::row).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SubsidyScheme row(NamedCsvRecord row) {
        return new SubsidyScheme(
                row.getField("id"),
                row.getField("first"),
                row.getField("last"),
                row.getField("kind").equals("NATIONAL"),
                new Text(row.getField("ja"), row.getField("en")),
                CheckPolicy.valueOf(row.getField("check")),
                day(row.getField("from")),
                day(row.getField("through")),
                row.getField("certainty"),
                row.getField("source"));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    /** Every row, national ones first. */
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
