package madoguchi.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;

/**
 * 次にすること – one sentence a clerk could read aloud, and why.
 *
 * @param sentence what to do now
 * @param verdict the verdict in a word; empty while nothing is decided
 * @param patient what to tell the patient beside it
 * @param evidence what can be asked for, in the order in which to try it: the buttons
 * @param why the rule behind it; absent while nothing is decided
 */
public record Step(
        Text sentence, Text verdict, Optional<Text> patient, List<EvidenceKind> evidence, Optional<Why> why) {

    /**
     * 理由.
     *
     * @param rule id of the rule
     * @param sources where it stands
     * @param period when it is in force
     * @param certain whether the sources state it; otherwise {@code note} says what was concluded
     * @param note a remark
     */
    public record Why(String rule, List<Text> sources, Text period, boolean certain, Optional<Text> note) {
        /** Copies the list. */
        public Why {
            sources = List.copyOf(sources);
        }
    }

    /** Copies the list. */
    public Step {
        evidence = List.copyOf(evidence);
    }

    /** The same step after a clerk saw what it asked for. */
    Step settledBy(EvidenceKind seen) {
        Text label = seen.label();
        return new Step(
                new Text("「" + label.ja() + "」で確認済みです。受付を続けてください。", "Settled by: " + label.en() + ". Go on."),
                new Text("確認済", "confirmed"),
                Optional.empty(),
                List.of(),
                why);
    }
}
