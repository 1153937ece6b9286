package madoguchi.policy;

import java.time.LocalDate;

/**
 * 例 – a worked example that every row carries: on this day, this situation is decided by this row.
 *
 * @param day the day of the visit
 * @param situation the situation
 */
public record Example(LocalDate day, Situation situation) {}
