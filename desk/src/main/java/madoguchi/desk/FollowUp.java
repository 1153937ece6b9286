package madoguchi.desk;

import java.time.LocalDate;
import madoguchi.core.Text;

/**
 * 事後確認 – one reception that is not finished although the patient went on.
 *
 * @param row the reception
 * @param why why it is open
 * @param plan what will happen by itself
 * @param today the day of this picture
 */
public record FollowUp(Row row, Provisional why, Plan plan, LocalDate today) {

    /** Since when: {@code 5/25(月) 9:05}. */
    public Text since() {
        Text day = Days.brief(LocalDate.ofInstant(row.visit().receivedAt(), VisitBook.TOKYO));
        return new Text(day.ja() + " " + row.time(), day.en() + " " + row.time());
    }

    /** What will happen by itself, in words. */
    public Text byItself() {
        return plan.words(today);
    }

    /** Whether the day on which the patient was to be asked again has come. */
    public boolean contactIsDue() {
        return row.visit().contactAgain().map(day -> !day.isAfter(today)).orElse(false);
    }
}
