package madoguchi.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Spoken;

/**
 * 次にすること – one sentence a clerk could read aloud, and why.
 *
 * @param sentence what to do now
 * @param verdict the verdict in a word; empty while nothing is decided
 * @param patient what to tell the patient beside it
 * @param buttons what can be asked for, in the order in which to try it
 * @param mayLeave whether a person may decide otherwise here, and the rules know reasons for it
 * @param why the rule behind it; absent while nothing is decided
 */
public record Step(
        Text sentence,
        Text verdict,
        Optional<Spoken> patient,
        List<Button> buttons,
        boolean mayLeave,
        Optional<Why> why) {

    /** Copies the list. */
    public Step {
        buttons = List.copyOf(buttons);
    }

    /** While the first answer is awaited. */
    static Step waiting() {
        return new Step(
                new Text("照会しています。回答を待たずに、次の方の受付を続けられます。", "Asking. You can go on with the next patient meanwhile."),
                Text.same(""),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty());
    }
}
