package madoguchi.facilities;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;

/** 施設の一覧のファイル – CSV, UTF-8 with or without byte order mark: {@code code,name,prefecture,kind,gone} ({@code docs/facilities.md}). All faults at once, by line and column; a file with any fault is refused whole. */
final class FacilityFile {

    private static final List<String> COLUMNS = List.of("code", "name", "prefecture", "kind", "gone");
    private static final int LONGEST = 200;

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    private FacilityFile() {}

    static Parsed<List<NamedFacility>> read(String csv) {
        FacilityFile file = new FacilityFile();
        List<NamedFacility> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
            for (NamedCsvRecord row : reader) {
                if (!row.getHeader().equals(COLUMNS)) {
                    return Parsed.fault(
                            "line 1",
                            "見出しは " + String.join(",", COLUMNS) + " です。",
                            "The header is " + String.join(",", COLUMNS) + ".");
                }
                file.row(row).ifPresent(rows::add);
            }
        } catch (CsvParseException | IOException | UncheckedIOException broken) {
            file.fault(rows.size() + 2L, "", "CSVとして読めません。", "This is not CSV.");
        }
        if (rows.isEmpty() && file.problems.isEmpty()) {
            file.fault(1, "", "施設の行がありません。", "There is no row.");
        }
        return file.problems.isEmpty() ? Parsed.of(List.copyOf(rows)) : new Parsed.Faults<>(file.problems);
    }

    private Optional<NamedFacility> row(NamedCsvRecord row) {
        long line = row.getStartingLineNumber();
        int before = problems.size();
        String name = cell(row, "name");
        Parsed<MedicalInstitutionCode> code =
                MedicalInstitutionCode.parse("line " + line + ", code", cell(row, "code"));
        problems.addAll(code.problems());
        if (!codes.add(cell(row, "code"))) {
            fault(line, "code", "同じコードが前の行にあります。", "This code stands on a line before.");
        }
        if (name.isEmpty() || name.length() > LONGEST) {
            fault(line, "name", "名前を1～200字で書いてください。", "Write a name of 1 to 200 characters.");
        }
        if (!Prefectures.all().containsKey(cell(row, "prefecture"))) {
            fault(line, "prefecture", "都道府県は01～47の番号です。", "The prefecture is a number from 01 to 47.");
        }
        Optional<FacilityKind> kind = FacilityKind.of(cell(row, "kind"));
        if (kind.isEmpty()) {
            fault(
                    line,
                    "kind",
                    "種別は hospital, clinic, dental, pharmacy, visiting-nurse です。",
                    "The kind is hospital, clinic, dental, pharmacy or visiting-nurse.");
        }
        if (!Set.of("", "yes").contains(cell(row, "gone"))) {
            fault(line, "gone", "廃止なら yes、そうでなければ空欄です。", "yes when closed, else empty.");
        }
        return problems.size() > before || !(code instanceof Parsed.Value<MedicalInstitutionCode>(var digits))
                ? Optional.empty()
                : Optional.of(new NamedFacility(
                        digits,
                        name,
                        cell(row, "prefecture"),
                        kind.orElseThrow(),
                        cell(row, "gone").equals("yes")));
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private void fault(long line, String column, String ja, String en) {
        problems.add(Problem.at("line " + line + (column.isEmpty() ? "" : ", " + column), ja, en));
    }
}
