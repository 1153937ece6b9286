package madoguchi.hub;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 試験用の登録ファイル – registration files put together line by line. People are numbered; each number has its own My Number. */
final class FileOf {

    private static final int[] WEIGHTS = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    private final List<Map<String, String>> lines = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();

    /** A file whose columns come as the first line names them. */
    static FileOf lines(List<Map<String, String>> lines) {
        FileOf file = new FileOf();
        file.lines.addAll(lines);
        lines.forEach(line -> line.keySet().stream()
                .filter(column -> !file.columns.contains(column))
                .forEach(file.columns::add));
        return file;
    }

    @SafeVarargs
    static FileOf lines(Map<String, String>... lines) {
        List<Map<String, String>> list = new ArrayList<>();
        for (Map<String, String> line : lines) {
            list.add(line);
        }
        return lines(list);
    }

    /** One person's line, nothing wrong with it. */
    static Map<String, String> line(int person) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("異動区分", "1");
        cells.put("個人番号", myNumber(person));
        cells.put("保険者番号", "138016");
        cells.put("記号", "12-34");
        cells.put("番号", Integer.toString(500_000 + person));
        cells.put("枝番", "02");
        cells.put("被保険者証区分", "01");
        cells.put("氏名", "架空　太郎");
        cells.put("性別1", "1");
        cells.put("生年月日", "19870412");
        cells.put("資格取得年月日", "20200401");
        cells.put("保険者名称", "架空区");
        return cells;
    }

    /** One ticket's line. */
    static Map<String, String> ticketLine() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("異動区分", "1");
        cells.put("公費負担者番号", "12138012");
        cells.put("受給者番号", "1234567");
        cells.put("診療年月", "202608");
        cells.put("有効開始年月日", "20260801");
        cells.put("有効終了年月日", "20260831");
        cells.put("交付番号", "K-1");
        cells.put("医療機関コード", "1319999913");
        cells.put("本人支払額", "0");
        return cells;
    }

    /** The same line with some cells changed: column, value, column, value… */
    static Map<String, String> line(int person, String... changes) {
        return with(line(person), changes);
    }

    static Map<String, String> with(Map<String, String> line, String... changes) {
        Map<String, String> changed = new LinkedHashMap<>(line);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return changed;
    }

    /** Twelve digits; the check digit by the official weights 6 5 4 3 2 7 6 5 4 3 2 from the left. */
    static String myNumber(int person) {
        String body = String.format("%011d", 98_765_000_000L + person);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), 10) * WEIGHTS[i];
        }
        int rest = sum % 11;
        return body + (rest <= 1 ? 0 : 11 - rest);
    }

    String text(String newline) {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append(newline);
        lines.forEach(line -> text.append(String.join(
                        ",",
                        columns.stream()
                                .map(column -> line.getOrDefault(column, ""))
                                .toList()))
                .append(newline));
        return text.toString();
    }

    byte[] utf8() {
        return text("\n").getBytes(StandardCharsets.UTF_8);
    }

    byte[] shiftJis() {
        return text("\r\n").getBytes(Charset.forName("windows-31j"));
    }

    /** The same file with its columns backwards. */
    FileOf reordered() {
        FileOf file = new FileOf();
        file.lines.addAll(lines);
        file.columns.addAll(columns.reversed());
        return file;
    }

    static Map<String, String> without(Map<String, String> line, String column) {
        Map<String, String> less = new LinkedHashMap<>(line);
        less.remove(column);
        return less;
    }
}
