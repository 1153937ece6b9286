package madoguchi.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 健康保険証の画面の形 – how the sentence about unreadable cards is laid out on a day, from {@code health-screen.csv} (seed 000, 表示画面 新旧).
 *
 * @param id names the row
 * @param heading the heading that opens under "資格情報をPDFで保存"; absent where the sentence simply stands there
 */
public record HealthScreen(String id, Optional<Text> heading) {

    private record Row(HealthScreen form, LocalDate from, LocalDate through) {}

    private static final List<Row> ROWS = Csv.rows("health-screen.csv").stream()
            .map(row -> new Row(
                    new HealthScreen(
                            row.getField("id"),
                            row.getField("accordion").equals("yes")
                                    ? Optional.of(new Text(row.getField("ja"), row.getField("en")))
                                    : Optional.empty()),
                    day(row.getField("from"), LocalDate.MIN),
                    day(row.getField("through"), LocalDate.MAX)))
            .toList();

    private static LocalDate day(String text, LocalDate open) {
        return text.isEmpty() ? open : LocalDate.parse(text);
    }

    /** The form on a day. */
    static HealthScreen on(LocalDate day) {
        return ROWS.stream()
                .filter(row -> !day.isBefore(row.from()) && !day.isAfter(row.through()))
                .findFirst()
                .map(Row::form)
                .orElseThrow(() -> new IllegalStateException("no form of the health-insurance screen on that day"));
    }
}
