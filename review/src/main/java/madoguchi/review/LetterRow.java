package madoguchi.review;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.core.CsvLine;
import madoguchi.core.InsuredId;
import madoguchi.settle.Bill;
import madoguchi.settle.Outcome;
import madoguchi.uke.Confirmation;
import madoguchi.uke.HO;
import madoguchi.uke.JD;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;
import madoguchi.uke.SN;
import madoguchi.uke.Totals;

/**
 * 資格確認結果連絡書の一行 – what became of one receipt, or of one part of a split one; the columns of {@code docs/review.md}, which are ours.
 *
 * @param cells in the order of {@link #COLUMNS}
 */
public record LetterRow(List<String> cells) {

    /** The names of the columns, in order. */
    public static final List<String> COLUMNS = List.of(
            "reception",
            "claim_month",
            "receipt",
            "ordinal",
            "chart",
            "service_month",
            "outcome",
            "confirmation",
            "rule",
            "part",
            "parts",
            "claimed_insurer",
            "claimed_symbol",
            "claimed_number",
            "claimed_branch",
            "found_insurer",
            "found_symbol",
            "found_number",
            "found_branch",
            "lost",
            "points",
            "days",
            "missing",
            "sentence");

    /** Copies the list. */
    public LetterRow {
        cells = List.copyOf(cells);
    }

    /** What stands in a column of {@link #COLUMNS}. */
    public String cell(String column) {
        return cells.get(COLUMNS.indexOf(column));
    }

    /** Whether the letter tells of it. */
    static boolean isTold(Outcome outcome) {
        return outcome != Outcome.UNCHANGED && outcome != Outcome.PUBLIC_ONLY;
    }

    /** The lines about one receipt: one for each part. */
    static List<LetterRow> of(String reception, YearMonth claimMonth, Settled settled) {
        List<Bill> bills = settled.disposition().bills();
        List<LetterRow> rows = new ArrayList<>();
        for (int part = 1; part <= Math.max(1, bills.size()); part++) {
            rows.add(row(reception, claimMonth, settled, part, bills.size()));
        }
        return rows;
    }

    private static LetterRow row(String reception, YearMonth claimMonth, Settled settled, int part, int parts) {
        Receipt claimed = settled.receipt();
        Receipt sent = parts == 0
                ? claimed
                : settled.disposition().bills().get(part - 1).receipt();
        Optional<InsuredId> found =
                parts > 0 && isFound(settled.disposition().rule().outcome())
                        ? settled.disposition().bills().get(part - 1).insured()
                        : Optional.empty();
        Optional<RE> re = claimed.re();
        return new LetterRow(List.of(
                reception,
                claimMonth.toString(),
                re.map(RE::number)
                        .filter(java.util.OptionalInt::isPresent)
                        .map(number -> Integer.toString(number.getAsInt()))
                        .orElse(""),
                Long.toString(claimed.ordinal()),
                re.map(RE::chart).orElse(""),
                re.flatMap(RE::month).map(YearMonth::toString).orElse(""),
                settled.disposition().rule().outcome().name(),
                settled.confirmation().map(Confirmation::code).orElse(""),
                settled.disposition().rule().id(),
                Integer.toString(part),
                Integer.toString(parts),
                claimed.ho().map(HO::insurerText).orElse(""),
                claimed.ho().map(HO::symbol).orElse(""),
                claimed.ho().map(HO::number).orElse(""),
                claimed.sn(1).map(SN::branch).orElse(""),
                found.map(id -> id.insurer().digits()).orElse(""),
                found.flatMap(InsuredId::symbol).orElse(""),
                found.map(InsuredId::number).orElse(""),
                found.flatMap(InsuredId::branch).orElse(""),
                settled.lost().map(LocalDate::toString).orElse(""),
                Long.toString(Totals.NONE.with(sent).points()),
                days(sent.jd(1).map(JD::visited).orElse(0)),
                String.join(" ", settled.disposition().missing()),
                settled.disposition().rule().reason().ja()));
    }

    private static boolean isFound(Outcome outcome) {
        return outcome == Outcome.BRANCH_FILLED || outcome == Outcome.TRANSFERRED || outcome == Outcome.SPLIT;
    }

    private static String days(int visited) {
        return IntStream.rangeClosed(1, 31)
                .filter(day -> (visited & (1 << (day - 1))) != 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    /** As a line of CSV, CR+LF included. */
    String csv() {
        return csv(cells);
    }

    /** For the facility's programs, which read it back. */
    static String csv(List<String> cells) {
        return CsvLine.forPrograms(cells);
    }

    /**
     * The first lines of a letter as CSV, as {@link #csv} wrote them.
     *
     * @param csv a whole file, the line of column names included; not closed
     * @param most lines that are wanted
     */
    static List<LetterRow> read(Reader csv, int most) throws IOException {
        List<LetterRow> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean names = true;
        int before = ',';
        for (int c = csv.read(); c >= 0 && rows.size() < most; c = csv.read()) {
            if (c == '"') {
                quoted = !quoted;
                if (quoted && before == '"') {
                    cell.append('"');
                }
            } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
                cell.append((char) c);
            } else if (c != '\r') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    if (!names) {
                        rows.add(new LetterRow(cells));
                    }
                    names = false;
                    cells.clear();
                }
            }
            before = c;
        }
        return rows;
    }

    /** Its receipt number and rule only. */
    @Override
    public String toString() {
        return "LetterRow[" + cell("ordinal") + ", " + cell("rule") + "]";
    }
}
