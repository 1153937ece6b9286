package madoguchi.stats;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * 内訳の画面.
 *
 * @param month shown
 * @param facility 医療機関コード
 * @param verdict only those counted so; empty for all
 * @param lines shown
 * @param next entry after which the next page begins
 * @param path of this page without query
 * @param back where the figure stands
 */
public record EventsView(
        YearMonth month,
        String facility,
        Optional<Counted> verdict,
        List<UseLine> lines,
        Optional<Long> next,
        String path,
        String back) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(Use.TOKYO);

    /** Copies the list. */
    public EventsView {
        lines = List.copyOf(lines);
    }

    /** When it was answered, in Japan: month, day and time. */
    public String time(UseLine line) {
        return TIME.format(line.use().at());
    }
}
