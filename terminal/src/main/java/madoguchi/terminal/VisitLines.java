package madoguchi.terminal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.VisitConsents.Consent;
import madoguchi.core.VisitKind;

/**
 * 模擬の居宅同意の読取 – lines of our own for the test bench, UTF-8, {@code #} begins a comment; the official interface has no such file:
 *
 * <pre>
 * 訪問,保険者番号,記号,番号,枝番,生年月日
 * オンライン,保険者番号,記号,番号,枝番,生年月日,受診日
 * </pre>
 *
 * Days are YYYYMMDD; symbol, branch and 受診日 may be empty. Pure.
 */
final class VisitLines {

    private static final int FIELDS = 7;

    private VisitLines() {}

    /** All lines, or every fault of every line by its number and column, never with the value. */
    static Parsed<List<Consent>> read(byte[] file) {
        List<Consent> consents = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = new String(file, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                switch (new Columns("line " + (i + 1), line).consent()) {
                    case Parsed.Value<Consent>(var consent) -> consents.add(consent);
                    case Parsed.Faults<Consent>(var faults) -> problems.addAll(faults);
                }
            }
        }
        if (consents.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.at("line 1", "同意が1件もありません。", "There is not one consent."));
        }
        return problems.isEmpty() ? Parsed.of(consents) : new Parsed.Faults<>(problems);
    }

    /** 1行. */
    private static final class Columns {
        private final String place;
        private final String[] cells;
        private final List<Problem> problems = new ArrayList<>();

        Columns(String place, String line) {
            this.place = place;
            this.cells = line.split(",", -1);
        }

        Parsed<Consent> consent() {
            if (cells.length < FIELDS - 1 || cells.length > FIELDS) {
                return Parsed.fault(place, "項目は6個か7個です。", "A line has 6 or 7 values.");
            }
            Optional<VisitKind> visit = cell(0, "訪問・オンライン", VisitLines::kind);
            Optional<InsurerNumber> insurer = cell(1, "保険者番号", Wire::insurer);
            Optional<String> symbol = part(2, "記号");
            Optional<String> number = cell(3, "番号", Wire.upTo(20));
            Optional<String> branch =
                    cells[4].isBlank() ? Optional.empty() : cell(4, "枝番", text -> Wire.digits(text, 2));
            Optional<LocalDate> birth = cell(5, "生年月日", Wire::day);
            Optional<LocalDate> day =
                    cells.length < FIELDS || cells[6].isBlank() ? Optional.empty() : cell(6, "受診日", Wire::day);
            return problems.isEmpty()
                    ? Parsed.of(new Consent(
                            new InsuredId(insurer.orElseThrow(), symbol, number.orElseThrow(), branch),
                            birth.orElseThrow(),
                            visit.orElseThrow(),
                            day))
                    : new Parsed.Faults<>(problems);
        }

        private Optional<String> part(int column, String name) {
            return cells[column].isBlank() ? Optional.empty() : cell(column, name, Wire.upTo(20));
        }

        private <T> Optional<T> cell(int column, String name, Function<String, Optional<T>> read) {
            Optional<T> value = read.apply(cells[column].strip());
            if (value.isEmpty()) {
                problems.add(Problem.at(place + ": " + name, "形式が違います。", "Wrong form."));
            }
            return value;
        }
    }

    private static Optional<VisitKind> kind(String text) {
        return switch (text) {
            case "訪問" -> Optional.of(VisitKind.HOME);
            case "オンライン" -> Optional.of(VisitKind.ONLINE);
            default -> Optional.empty();
        };
    }
}
