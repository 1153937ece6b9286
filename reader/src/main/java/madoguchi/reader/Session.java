package madoguchi.reader;

import java.util.List;

/**
 * カードセッション – the state of one reader, and the number of its present turn. Pure: what happens comes in, the next session and the effects come out.
 *
 * <p>Every change begins a new turn. A tap, a result, a time-out belongs to the turn in which it was asked for and is void in any other: what was still under way for one patient cannot reach the next, and a
 * button pressed twice counts once. Calling staff alone begins none: what is under way goes on.
 *
 * @param turn counts changes; says nothing about anybody
 * @param state the present state
 */
public record Session(long turn, State state) {

    /** 次 – the session after a step, and what is to be done for it. */
    public record Next(Session session, List<Effect> effects) {
        /** Copies the list. */
        public Next {
            effects = List.copyOf(effects);
        }
    }

    /** A reader nobody has used yet. */
    public static Session fresh() {
        return new Session(0, new State.Idle());
    }

    /** Something happened at the reader itself. */
    public Next on(Event.Hand event, Settings settings) {
        return after(Steps.step(state, event, settings));
    }

    /** Something answers the turn {@code asked}; nothing changes when that turn is over. */
    public Next on(long asked, Event.Reaction event, Settings settings) {
        return asked == turn ? after(Steps.step(state, event, settings)) : new Next(this, List.of());
    }

    private Next after(Transition transition) {
        boolean sameTurn = transition.state().equals(state)
                && transition.effects().stream().allMatch(Effect.CallStaff.class::isInstance);
        return new Next(sameTurn ? this : new Session(turn + 1, transition.state()), transition.effects());
    }
}
