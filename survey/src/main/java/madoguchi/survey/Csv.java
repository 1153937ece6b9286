package madoguchi.survey;

/** CSVの欄 – one cell as RFC 4180 writes it. */
final class Csv {

    private Csv() {}

    /** Quoted where it must be; read back as it was. */
    static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }

    /** For a file that people open: quoted where it must be; words that a spreadsheet would take for a formula get an apostrophe before them. */
    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return quoted(safe);
    }
}
