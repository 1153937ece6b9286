package madoguchi.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Period;
import madoguchi.core.Text;

/**
 * 規則 – one row of a table. A changed rule is a new row, and the old row gets its end.
 *
 * @param id names the row; begins with the rule, gap or outside fact of {@code policy-timeline.md} it carries out, or with {@code M-} for our own reading
 * @param basis all rules of {@code policy-timeline.md} that went into the row
 * @param inForce from {@link #OPEN_START} where no first day is given
 * @param fromDerived the first day is a reading, not a date that the source states
 * @param sources at least one
 * @param certain the sources state this outcome; otherwise {@code note} says what was concluded from what
 * @param note why, where it is not certain; a remark otherwise
 * @param when the situations the row decides
 * @param then what it decides
 * @param example a worked example
 */
public record Rule(
        String id,
        List<String> basis,
        Period inForce,
        boolean fromDerived,
        List<Citation> sources,
        boolean certain,
        Optional<Text> note,
        Condition when,
        Then then,
        Example example) {

    /** Stands as first day in a period that is open at its start. */
    public static final LocalDate OPEN_START = LocalDate.MIN;

    /** Copies the lists. */
    public Rule {
        basis = List.copyOf(basis);
        sources = List.copyOf(sources);
    }

    /** 適用期間 – the days in force as people write them, both ends inclusive, an open end left empty: {@code 2025-12-02 – 2026-03-31}. */
    public String days() {
        return Days.written(inForce);
    }

    /** 結論の語 – the word of the verdict. */
    public String verdict() {
        return then.verdict().word();
    }
}
