package madoguchi.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 次にすること – one sentence a clerk could read aloud, and why.
 *
 * @param sentence what to do now
 * @param patient what to tell the patient beside it
 * @param evidence what can be asked for, in the order in which to try it: the buttons
 * @param rule id of the rule
 * @param sources where it stands
 * @param period when the rule is in force
 * @param certain whether the sources state it; otherwise {@code note} says what was concluded
 * @param note a remark
 */
public record Step(
        Text sentence,
        Optional<Text> patient,
        List<EvidenceKind> evidence,
        String rule,
        List<Text> sources,
        Text period,
        boolean certain,
        Optional<Text> note) {

    /** Copies the lists. */
    public Step {
        evidence = List.copyOf(evidence);
        sources = List.copyOf(sources);
    }
}
