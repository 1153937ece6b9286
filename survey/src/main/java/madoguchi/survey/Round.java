package madoguchi.survey;

import java.time.LocalDate;

/**
 * 開いた回 – a round run here.
 *
 * @param number 第n弾
 * @param version of the questionnaire
 * @param first its first day
 * @param last its last day, inclusive
 * @param addressees to how many the form was sent: the base of the rate (R-SVY-01)
 * @param simulated whether its answers are invented
 */
public record Round(int number, int version, LocalDate first, LocalDate last, int addressees, boolean simulated) {

    /** 受付中か – on that day. */
    public boolean isOpen(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
