package madoguchi.policy;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Period;

/**
 * 行 – a row as far as it could be read: enough to check the cover of the table even where other parts are faulty.
 *
 * @param place file and line
 * @param id its id, {@code ?} where missing
 * @param basis what it rests on
 * @param inForce absent where unreadable: such a row covers nothing
 * @param when its condition, without unknown kinds
 * @param example absent where missing or unreadable
 * @param rule present when the row is without fault
 */
record Row(
        String place,
        String id,
        List<String> basis,
        Optional<Period> inForce,
        Condition when,
        Optional<Example> example,
        Optional<Rule> rule) {}
