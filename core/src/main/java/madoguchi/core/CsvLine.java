package madoguchi.core;

import java.util.List;
import java.util.stream.Collectors;

/*
 * A spreadsheet takes a cell that begins with one of STARTS for a formula, runs it, and can be made to send other cells away. The full-width signs count with some of them, and are what a Japanese keyboard types. An apostrophe in
 * front makes it text. A program that reads the file back would find an apostrophe too many: so files are of two kinds, and each writer says which it writes.
 */

/** CSVの一行 – cells as RFC 4180 writes them, for people who open the file in a spreadsheet or for programs that read it back. */
public final class CsvLine {

    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private CsvLine() {}

    /** For people: words that a spreadsheet would take for a formula get an apostrophe before them. With CR+LF. */
    public static String forPeople(List<String> cells) {
        return cells.stream().map(CsvLine::cellForPeople).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** For programs: read back as it was. With CR+LF. */
    public static String forPrograms(List<String> cells) {
        return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** One cell for people, quoted where it must be. */
    public static String cellForPeople(String text) {
        return quoted(harmless(text));
    }

    /** What is no formula to any spreadsheet; not quoted yet. */
    public static String harmless(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
