package madoguchi.policy;

import java.util.Set;

/**
 * 条件 – a set of kinds for each of the four questions; a situation meets it when each of its kinds is in the set.
 *
 * @param shown what the patient shows
 * @param outcomes what came of the inquiry
 * @param visits first or returning
 * @param insurers the group of the insurer
 */
public record Condition(Set<Shown> shown, Set<Outcome> outcomes, Set<Visit> visits, Set<InsurerGroup> insurers) {

    /** Copies the sets. */
    public Condition {
        shown = Set.copyOf(shown);
        outcomes = Set.copyOf(outcomes);
        visits = Set.copyOf(visits);
        insurers = Set.copyOf(insurers);
    }

    /** Whether the situation meets the condition. */
    public boolean holdsFor(Situation situation) {
        return shown.contains(situation.shown())
                && outcomes.contains(situation.outcome())
                && visits.contains(situation.visit())
                && insurers.contains(situation.insurer());
    }
}
