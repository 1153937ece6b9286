package madoguchi.desk;

import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;

/**
 * 次の一手のボタン – one evidence that the rules allow now.
 *
 * @param key the key that presses it, from 1; 0 for what is not pressed
 * @param evidence what to ask for
 * @param does what pressing it does
 * @param check what to look at on it; absent where no rule table says so
 */
public record Button(int key, EvidenceKind evidence, Does does, Optional<Text> check) {

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
