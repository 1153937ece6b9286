package madoguchi.declaration;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;

/** 年齢区分 – as far as the form distinguishes: its note ※2 speaks of 70歳以上の方. */
public enum AgeGroup {
    /** Below 70, or no birth date: that is a gap of its own. */
    UNDER_70,
    /** 70 or older. */
    SEVENTY_OR_OVER;

    /** The age the names above say (note ※2 of the form). */
    private static final int SEVENTY = 70;

    /** The word in rule tables: {@code seventy-or-over}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The group on a day, where one reaches an age on the day before the birthday. */
    public static AgeGroup of(Optional<LocalDate> birth, LocalDate day) {
        return birth.filter(born -> Period.between(born, day.plusDays(1)).getYears() >= SEVENTY)
                .map(born -> SEVENTY_OR_OVER)
                .orElse(UNDER_70);
    }
}
