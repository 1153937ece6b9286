package madoguchi.reader;

import java.util.List;

/**
 * 遷移 – where a step leads.
 *
 * @param state the next state
 * @param effects what is to be done, in order
 */
public record Transition(State state, List<Effect> effects) {

    /** Copies the list. */
    public Transition {
        effects = List.copyOf(effects);
    }

    static Transition to(State state, Effect... effects) {
        return new Transition(state, List.of(effects));
    }
}
