package madoguchi.facilities;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * 補助の問い – who asks for what.
 *
 * @param day of application or purchase
 * @param programme as the table {@code grant} names it
 * @param facilityKind as the table names it
 * @param costs yen, one for each coupon; one alone for other grants
 * @param drawn programmes drawn before
 */
public record GrantQuestion(LocalDate day, String programme, String facilityKind, List<Long> costs, Set<String> drawn) {

    /** Copies its parts. */
    public GrantQuestion {
        costs = List.copyOf(costs);
        drawn = Set.copyOf(drawn);
    }
}
