package madoguchi.desk;

import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Spoken;

/**
 * 次の一手のボタン – one evidence that the rules allow now.
 *
 * @param key the key that presses it, from 1; 0 for what is not pressed
 * @param evidence what to ask for
 * @param does what pressing it does
 * @param check what to look at on it; absent where no rule table says so
 * @param patient how to ask the patient for it; absent where no rule table says so
 */
public record Button(int key, EvidenceKind evidence, Does does, Optional<Text> check, Optional<Spoken> patient) {

    /** What stands on it: the deed it writes down. */
    public Text label() {
        return Deeds.of(evidence);
    }

    /** Whether it is something the patient can show or do, and not the lack of it. */
    boolean isAskedFor() {
        return evidence != EvidenceKind.NEITHER && evidence != EvidenceKind.NOT_OBTAINED;
    }

    /** 押すと起きること. */
    public enum Does {
        /** Writes down that it was seen. */
        RECORD,
        /** Opens the sheet for an inquiry by number. */
        OPEN_SHEET,
        /** Nothing: the card goes to the reader, and its result comes by itself. */
        WAIT
    }
}
