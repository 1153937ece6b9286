package madoguchi.subsidy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.SchemeMaster;
import madoguchi.core.Typed;

/** 参加者ファイル – CSV, UTF-8, with the columns {@code kind,code,type,name,certificate,scheme,first,last}; days ISO, last included. OUR form. */
final class ParticipantFile {

    private static final List<String> COLUMNS =
            List.of("kind", "code", "type", "name", "certificate", "scheme", "first", "last");

    private ParticipantFile() {}

    /** All rows, or every fault with its line. */
    static Parsed<List<Participant>> read(InputStream csv, SchemeMaster schemes) throws IOException {
        List<Participant> read = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .allowMissingFields(false)
                .ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().equals(COLUMNS)) {
                    return columns();
                }
                row(row, schemes, problems).ifPresent(read::add);
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            return columns();
        }
        if (read.isEmpty() && problems.isEmpty()) {
            return Parsed.fault("file", "一行もありません。", "There is no line in it.");
        }
        return problems.isEmpty() ? Parsed.of(List.copyOf(read)) : new Parsed.Faults<>(problems);
    }

    private static Parsed<List<Participant>> columns() {
        return Parsed.fault(
                "header",
                "列は " + String.join(",", COLUMNS) + " です。",
                "The columns are " + String.join(",", COLUMNS) + ".");
    }

    private static Optional<Participant> row(NamedCsvRecord row, SchemeMaster schemes, List<Problem> problems) {
        List<Problem> here = new ArrayList<>();
        String place = row.getStartingLineNumber() + ": ";
        boolean scheme = row.getField("kind").equals("SCHEME");
        if (!scheme && !row.getField("kind").equals("FACILITY")) {
            here.add(Problem.at(place + "kind", "SCHEME か FACILITY です。", "It is SCHEME or FACILITY."));
        }
        String code = Typed.key(row.getField("code"));
        here.addAll((scheme
                        ? MunicipalityCode.parse(place + "code", code)
                        : MedicalInstitutionCode.parse(place + "code", code))
                .problems());
        if (row.getField("name").isBlank()) {
            here.add(Problem.at(place + "name", "名前がありません。", "The name is missing."));
        }
        if (scheme && !row.getField("type").matches("[0-9A-Za-z]{1,50}")) {
            here.add(Problem.at(
                    place + "type", "受給者証種別IDは半角英数字50文字以内です。", "The type has up to 50 half-width letters and digits."));
        }
        if (scheme && schemes.named(row.getField("scheme")).isEmpty()) {
            here.add(Problem.at(place + "scheme", "制度マスタにない制度です。", "There is no such scheme in the master."));
        }
        Optional<LocalDate> first = day(row, "first", place, here);
        Optional<LocalDate> last = day(row, "last", place, here);
        if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) {
            here.add(Problem.at(place + "last", "終わりが始まりより前です。", "It ends before it begins."));
        }
        problems.addAll(here);
        return here.isEmpty()
                ? Optional.of(new Participant(
                        Participant.Kind.valueOf(row.getField("kind")),
                        code,
                        scheme ? row.getField("type") : "",
                        row.getField("name"),
                        scheme ? row.getField("certificate") : "",
                        scheme ? row.getField("scheme") : "",
                        first,
                        last))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(NamedCsvRecord row, String column, String place, List<Problem> problems) {
        try {
            return row.getField(column).isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(row.getField(column)));
        } catch (DateTimeParseException odd) {
            problems.add(Problem.at(place + column, "実在する日を YYYY-MM-DD で書いてください。", "Write a real day as YYYY-MM-DD."));
            return Optional.empty();
        }
    }
}
