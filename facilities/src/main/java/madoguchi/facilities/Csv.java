package madoguchi.facilities;

/** CSVの欄 – one cell as RFC 4180 writes it; words that a spreadsheet would take for a formula get an apostrophe before them. */
final class Csv {

    private Csv() {}

    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
