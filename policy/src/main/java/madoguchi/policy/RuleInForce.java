package madoguchi.policy;

import madoguchi.core.Period;

/**
 * 適用期間 – a row and the days on which it decides.
 *
 * @param period the days; from {@link Rule#OPEN_START} for the first of a timeline
 * @param rule the row
 */
public record RuleInForce(Period period, Rule rule) {

    /** The days as people write them, both ends inclusive, an open end left empty. */
    public String days() {
        return Days.written(period);
    }
}
