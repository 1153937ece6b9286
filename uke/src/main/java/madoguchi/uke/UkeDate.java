package madoguchi.uke;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Typed;

/** 年月日 – dates of claim files: 8 or 6 western digits; in older files 7 or 5 digits, the first of them the era (1 明治 2 大正 3 昭和 4 平成 5 令和; {@code claims-uke.md} §1). */
public final class UkeDate {

    /** The western year of 明治元年, 大正元年, 昭和元年, 平成元年, 令和元年. The last years of an era are also written beyond its end (平成32年), so its bounds are not asked. */
    private static final List<Integer> FIRST_YEARS = List.of(1868, 1912, 1926, 1989, 2019);

    private UkeDate() {}

    /** 年月日; empty when the text is not 8 or 7 digits or names no day of the calendar. Full-width digits, as in comment data, are read, too. */
    public static Optional<LocalDate> day(String text) {
        String digits = Typed.halfWidth(text);
        if (!Typed.isDigits(digits) || digits.length() < 7 || digits.length() > 8) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        try {
            return year(digits, number / 10_000).map(year -> LocalDate.of(year, number / 100 % 100, number % 100));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** 年月; empty when the text is not 6 or 5 digits or names no month. */
    public static Optional<YearMonth> month(String text) {
        String digits = Typed.halfWidth(text);
        if (!Typed.isDigits(digits) || digits.length() < 5 || digits.length() > 6) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        int month = number % 100;
        return month < 1 || month > 12
                ? Optional.empty()
                : year(digits, number / 100).map(year -> YearMonth.of(year, month));
    }

    private static Optional<Integer> year(String digits, int years) {
        if (digits.length() % 2 == 0) {
            return Optional.of(years);
        }
        int era = years / 100;
        int ofEra = years % 100;
        return era < 1 || era > FIRST_YEARS.size() || ofEra == 0
                ? Optional.empty()
                : Optional.of(FIRST_YEARS.get(era - 1) + ofEra - 1);
    }

    /** As the present layout has it, 8 digits. */
    public static String write(LocalDate day) {
        return "%04d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
