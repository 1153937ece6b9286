package madoguchi.portal;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * パスキーの決まり – what a log-in by passkey is enough for on a day, from {@code passkey-use.csv}. No public source says anything about passkeys: every row is an assumption and is shown as one.
 *
 * @param id names the row
 * @param use the screen or act
 * @param opens whether it is shown or done at all
 * @param counts whether it serves at a counter as a log-in by card does: only then it carries a signed code
 * @param certain whether a public source says so
 * @param told what the screen says to its holder and to the desk; absent where there is nothing to say
 */
public record PasskeyRule(
        String id, PasskeyUse use, boolean opens, boolean counts, boolean certain, Optional<Text> told) {

    private record Row(PasskeyRule rule, LocalDate from, LocalDate through) {}

    private static final List<Row> ROWS =
            Csv.rows("passkey-use.csv").stream().map(PasskeyRule::row).toList();

    private static Row row(NamedCsvRecord row) {
        return new Row(
                new PasskeyRule(
                        row.getField("id"),
                        PasskeyUse.valueOf(row.getField("use")),
                        row.getField("opens").equals("yes"),
                        row.getField("counts").equals("yes"),
                        row.getField("certain").equals("yes"),
                        row.getField("ja").isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Text(row.getField("ja"), row.getField("en")))),
                day(row.getField("from"), LocalDate.MIN),
                day(row.getField("through"), LocalDate.MAX));
    }

    private static LocalDate day(String text, LocalDate open) {
        return text.isEmpty() ? open : LocalDate.parse(text);
    }

    /** The row in force on a day. */
    static PasskeyRule of(PasskeyUse use, LocalDate day) {
        return ROWS.stream()
                .filter(row -> row.rule().use() == use && !day.isBefore(row.from()) && !day.isAfter(row.through()))
                .findFirst()
                .map(Row::rule)
                .orElseThrow(() -> new IllegalStateException("passkey-use.csv has no row for " + use + " on that day"));
    }
}
