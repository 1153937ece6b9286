package madoguchi.claims;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Typed;
import madoguchi.settle.Outcome;

/** 資格確認結果連絡書の CSV – read as docs/review.md has it: UTF-8, first line the column names, quoted where needed. Unknown columns are passed over. */
public final class ResultLetter {

    private static final List<String> NEEDED =
            List.of("reception", "claim_month", "receipt", "ordinal", "outcome", "rule", "part");
    private static final int MOST_PROBLEMS = 50;

    private ResultLetter() {}

    /** Every line; every fault with its line number, and then no line at all. */
    public static Parsed<List<ResultLine>> read(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException other) {
            return Parsed.fault(
                    "file",
                    "UTF-8 の CSV ではありません。審査支払機関の結果（CSV）を選んでください。",
                    "Not a CSV in UTF-8. Choose the agency's result file.");
        }
        List<List<String>> rows = rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; !rows.isEmpty() && i < rows.getFirst().size(); i++) {
            columns.put(rows.getFirst().get(i), i);
        }
        List<String> missing =
                NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
        return missing.isEmpty()
                ? lines(rows, columns)
                : Parsed.fault(
                        "1",
                        "資格確認結果のファイルではありません。足りない列: " + String.join(" ", missing),
                        "Not a result file. Missing columns: " + String.join(" ", missing));
    }

    private static Parsed<List<ResultLine>> lines(List<List<String>> rows, Map<String, Integer> columns) {
        List<Problem> problems = new ArrayList<>();
        List<ResultLine> lines = new ArrayList<>();
        for (int i = 1; i < rows.size() && problems.size() < MOST_PROBLEMS; i++) {
            List<String> row = rows.get(i);
            Parsed<ResultLine> line = line(Integer.toString(i + 1), name -> {
                Integer at = columns.get(name);
                return at == null || at >= row.size() ? "" : row.get(at);
            });
            problems.addAll(line.problems());
            if (line.problems().isEmpty()) {
                lines.add(line.orElseThrow());
            }
        }
        return problems.isEmpty() ? Parsed.of(lines) : new Parsed.Faults<>(problems);
    }

    /** 欄 – a cell by the name of its column. */
    private interface Cells {
        String get(String name);
    }

    private static Parsed<ResultLine> line(String place, Cells cells) {
        List<Problem> problems = new ArrayList<>();
        if (Arrays.stream(Outcome.values()).noneMatch(one -> one.name().equals(cells.get("outcome")))) {
            problems.add(Problem.at(place, "outcome の値が分かりません。", "The outcome is not known."));
        }
        for (String number : List.of("ordinal", "part")) {
            if (!Typed.isDigits(cells.get(number)) || cells.get(number).length() > 9) {
                problems.add(Problem.at(place, number + " が数字ではありません。", number + " is no number."));
            }
        }
        if (cells.get("reception").isBlank()) {
            problems.add(Problem.at(place, "reception（受付番号）がありません。", "The reception number is missing."));
        }
        return problems.isEmpty()
                ? Parsed.of(new ResultLine(
                        cells.get("reception"),
                        cells.get("claim_month"),
                        cells.get("receipt"),
                        Long.parseLong(cells.get("ordinal")),
                        cells.get("chart"),
                        cells.get("service_month"),
                        Outcome.valueOf(cells.get("outcome")),
                        cells.get("rule"),
                        Integer.parseInt(cells.get("part")),
                        id(cells, "claimed"),
                        id(cells, "found"),
                        cells.get("lost"),
                        cells.get("sentence")))
                : new Parsed.Faults<>(problems);
    }

    private static List<String> id(Cells cells, String prefix) {
        return List.of(
                cells.get(prefix + "_insurer"),
                cells.get(prefix + "_symbol"),
                cells.get(prefix + "_number"),
                cells.get(prefix + "_branch"));
    }

    /* RFC 4180: a quoted cell may hold commas, line ends and doubled quotes. */
    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted) {
                boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    at++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
