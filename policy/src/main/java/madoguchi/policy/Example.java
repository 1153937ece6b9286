package madoguchi.policy;

import java.time.LocalDate;

/**
 * 例 – a worked example of a row: it must decide this situation on this day, or the table is refused.
 *
 * @param day the day of the visit
 * @param situation what the desk sees
 */
public record Example(LocalDate day, Situation situation) {}
