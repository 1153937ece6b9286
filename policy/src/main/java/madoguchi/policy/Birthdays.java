package madoguchi.policy;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * 誕生日 – the birthdays of one person.
 *
 * @param birth the day of birth
 * @param instead the day of the year that counts where the own one is missing (29 February)
 */
record Birthdays(LocalDate birth, MonthDay instead) {

    /** The birthday in this year. */
    LocalDate in(int year) {
        MonthDay own = MonthDay.from(birth);
        return (own.isValidYear(year) ? own : instead).atYear(year);
    }

    /** The n-th birthday strictly after a day: one that falls on the day itself does not count. */
    LocalDate after(LocalDate day, int n) {
        int first = in(day.getYear()).isAfter(day) ? day.getYear() : day.getYear() + 1;
        return in(first + n - 1);
    }

    /** Whether the person is of this age on the day; from the birthday on. */
    boolean isOfAge(int years, LocalDate day) {
        return !day.isBefore(in(birth.getYear() + years));
    }
}
