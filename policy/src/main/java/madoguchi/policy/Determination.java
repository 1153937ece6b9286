package madoguchi.policy;

import java.util.List;
import java.util.Optional;

/**
 * 判定 – two verdicts, one on the insurance and one on each subsidy, and the rows they rest on.
 *
 * @param verdict the verdict on the insurance
 * @param rule its row
 * @param claim the row of the table {@code claim} that says with which coverage to claim; present when the reception is accepted
 * @param subsidies a row of the table {@code subsidy} for each subsidy of the reception, in their order
 */
public record Determination(Verdict verdict, Rule rule, Optional<Rule> claim, List<Rule> subsidies) {

    /** Copies the list. */
    public Determination {
        subsidies = List.copyOf(subsidies);
    }
}
