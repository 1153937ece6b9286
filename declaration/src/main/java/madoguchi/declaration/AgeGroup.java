package madoguchi.declaration;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** 年齢区分 – as far as the form distinguishes: its note ※2 speaks of 70歳以上の方. The words are those of the rule table. */
public enum AgeGroup {
    /** Below 70. */
    UNDER_70("under-70"),
    /** 70 or older. */
    FROM_70("from-70"),
    /** No birth date. */
    UNKNOWN("unknown");

    /** The age the names above say (note ※2 of the form). */
    private static final int SEVENTY = 70;

    private final String word;

    AgeGroup(String word) {
        this.word = word;
    }

    /** The word in rule tables. */
    public String word() {
        return word;
    }

    /** The group on a day, counted by birthdays. */
    public static AgeGroup of(Optional<LocalDate> birth, LocalDate day) {
        return birth.map(born -> Period.between(born, day).getYears() >= SEVENTY ? FROM_70 : UNDER_70)
                .orElse(UNKNOWN);
    }
}
