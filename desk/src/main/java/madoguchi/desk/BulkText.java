package madoguchi.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.BulkQuestion;
import madoguchi.core.InsuredId;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Typed;
import madoguchi.core.Wareki;

/**
 * 名簿の読取 – reads a list of patients as typed, pasted from a spreadsheet (tabs) or saved as CSV (commas): one patient a line, columns 患者番号, 保険者番号, 記号, 番号, 枝番, 生年月日, 氏名. A first line
 * with the word 保険者番号 names the columns, in any order, and columns it does not know are passed over. Pure.
 */
final class BulkText {

    private static final List<String> COLUMNS = List.of("患者番号", "保険者番号", "記号", "番号", "枝番", "生年月日", "氏名");
    private static final Map<String, String> OTHER_NAMES =
            Map.of("患者ID", "患者番号", "カルテ番号", "患者番号", "被保険者証記号", "記号", "被保険者証番号", "番号", "患者氏名", "氏名");
    private static final Map<String, Text> LABELS = Map.of(
            "insurer", new Text("保険者番号", "insurer number"),
            "symbol", new Text("記号", "symbol"),
            "number", new Text("番号", "number"),
            "branch", new Text("枝番", "branch"),
            "birth", new Text("生年月日", "birth date"));
    private static final int LONGEST_OWN = 40;

    /** How many patients one list has at most. */
    static final int MOST = 2000;

    private BulkText() {}

    /** Every line that is not empty, in order; {@code today} refuses births to come. */
    static List<BulkLineRead> read(String text, LocalDate today) {
        List<BulkLineRead> lines = new ArrayList<>();
        List<String> columns = COLUMNS;
        int number = 0;
        for (String line : text.replace("\uFEFF", "").lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            List<String> cells = cells(line);
            if (lines.isEmpty() && cells.contains("保険者番号")) {
                columns = cells.stream()
                        .map(name -> OTHER_NAMES.getOrDefault(name, name))
                        .toList();
            } else {
                lines.add(read(number, line, named(columns, cells), today));
            }
        }
        return List.copyOf(lines);
    }

    private static List<String> cells(String line) {
        String separator = line.indexOf('\t') >= 0 ? "\t" : "[,，、]";
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(separator, -1)) {
            String stripped = cell.strip();
            boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
            cells.add(quoted ? stripped.substring(1, stripped.length() - 1) : stripped);
        }
        return cells;
    }

    private static Map<String, String> named(List<String> columns, List<String> cells) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            named.put(columns.get(i), cells.get(i));
        }
        return named;
    }

    private static BulkLineRead read(int number, String line, Map<String, String> cells, LocalDate today) {
        String own = Typed.halfWidth(cells.getOrDefault("患者番号", ""));
        Parsed<InsuredId> id = InsuredId.parse(
                cells.getOrDefault("保険者番号", ""),
                Typed.halfWidth(cells.getOrDefault("記号", "")),
                Typed.halfWidth(cells.getOrDefault("番号", "")),
                cells.getOrDefault("枝番", ""));
        Parsed<LocalDate> birth = Wareki.parse("birth", cells.getOrDefault("生年月日", ""))
                .then(day -> day.isAfter(today)
                        ? Parsed.fault("birth", "生年月日が今日より後です。", "The birth date lies in the future.")
                        : Parsed.of(day));
        List<Problem> problems = new ArrayList<>(Parsed.problems(id, birth));
        if (own.length() > LONGEST_OWN) {
            problems.add(
                    Problem.at("own", "患者番号は" + LONGEST_OWN + "文字までです。", "At most " + LONGEST_OWN + " characters."));
        }
        Optional<BulkEntry> entry = problems.isEmpty()
                ? Optional.of(new BulkEntry(
                        own,
                        cells.getOrDefault("氏名", ""),
                        new BulkQuestion(
                                id.orElseThrow(), birth.orElseThrow(), false, Optional.of(own + "_" + number))))
                : Optional.empty();
        return new BulkLineRead(number, line, entry, problems);
    }

    /** The name of the column a fault lies in. */
    static Text column(Problem problem) {
        return LABELS.getOrDefault(problem.place(), new Text("患者番号", "own number"));
    }

    /** A line as this reading understands it again. */
    static String line(String own, Question question, String name) {
        return String.join(
                ",",
                own,
                question.insured().insurer().digits(),
                question.insured().symbol().orElse(""),
                question.insured().number(),
                question.insured().branch().orElse(""),
                question.birth().toString(),
                name);
    }
}
