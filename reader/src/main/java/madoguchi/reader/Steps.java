package madoguchi.reader;

import static madoguchi.reader.Transition.to;

import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Octets;
import madoguchi.reader.State.Ending;

/**
 * 遷移表 – the whole state machine of {@code jpki-reader.md} §6.3, pure and total: every event leads somewhere from every state, and an event that means nothing to a screen changes nothing.
 *
 * <p>Two laws hold everywhere. Before the centre answered, a pull, a cancel or a time-out ends with nothing kept. After it, they end with the eligibility kept, and with "no" to whatever was not answered.
 */
public final class Steps {

    private static final State NO_READER = new State.Failed(FaultCode.READER_LOST, false);

    private Steps() {}

    /** What the event leads to. */
    public static Transition step(State state, Event event, Settings settings) {
        return switch (event) {
            case Event.CardPlaced e -> placed(state);
            case Event.CardPulled e -> pulled(state);
            case Event.PhoneHeld e -> phoneHeld(state, settings);
            case Event.ReaderLost(var fault) -> lost(state, fault);
            case Event.ReaderBack e -> state.equals(NO_READER) ? to(new State.Idle()) : to(state);
            case Event.Reaction reaction -> reacted(state, reaction, settings);
        };
    }

    /* Once more without a pull between is another card: the one before is as good as pulled. */
    private static Transition placed(State state) {
        if (state instanceof State.Visual(var held, var reading, var staff) && held.isEmpty() && !reading) {
            return to(new State.Visual(Optional.empty(), true, staff), new Effect.Read());
        }
        Stream<Effect> before = progress(state).stream().map(Effect.Deliver::new);
        return new Transition(
                new State.Detecting(),
                Stream.concat(before, Stream.of(new Effect.Read())).toList());
    }

    private static Transition pulled(State state) {
        return switch (progress(state)) {
            case Optional<Progress> p when p.isPresent() && isCard(p.get()) -> finish(p.get(), false);
            default -> pulledUnanswered(state);
        };
    }

    private static Transition pulledUnanswered(State state) {
        return switch (state) {
            case State.Done(var ending, var there) when there -> to(new State.Done(ending, false));
            case State.Failed(var fault, var there) when there -> to(new State.Failed(fault, false));
            case State.StaffCode(var held, var wrong, var paused) when held.isEmpty() -> to(state);
            case State.StaffChecking(var held) when held.isEmpty() -> to(state);
            case State.StaffCode s -> to(new State.Idle());
            case State.StaffChecking s -> to(new State.Idle());
            case State.Visual(var held, var reading, var staff) ->
                held.isEmpty() ? to(new State.Visual(held, false, staff)) : to(new State.Idle());
            default -> leavesWithCard(state) ? to(new State.Idle()) : to(state);
        };
    }

    /* States of a card that lies there and of nobody's answer yet. */
    private static boolean leavesWithCard(State state) {
        return switch (state) {
            case State.Detecting s -> true;
            case State.Method s -> true;
            case State.Face s -> true;
            case State.FaceRetry s -> true;
            case State.FaceLocked s -> true;
            case State.PinEntry s -> true;
            case State.PinLocked s -> true;
            case State.Asking s -> true;
            case State.Enrol s -> true;
            case State.Enrolling s -> true;
            case State.Forgotten s -> true;
            default -> false;
        };
    }

    private static Transition phoneHeld(State state, Settings settings) {
        return switch (state) {
            case State.PhoneHold(var kind, var pin) -> to(new State.PhoneReading(kind), new Effect.AskPhone(kind, pin));
            case State.Idle s -> BeforeAnswer.phone(settings);
            default -> to(state);
        };
    }

    private static Transition lost(State state, FaultCode fault) {
        return progress(state)
                .map(progress -> to(new State.Failed(fault, isCard(progress)), new Effect.Deliver(progress)))
                .orElseGet(() -> switch (state) {
                    case State.Failed s -> to(state);
                    // With nobody there, there is nobody to receive.
                    case State.Idle s -> to(new State.Failed(fault, false), new Effect.CallStaff());
                    case State.Done s -> to(new State.Failed(fault, false), new Effect.CallStaff());
                    case State.Forgotten s -> to(new State.Failed(fault, false), new Effect.CallStaff());
                    default -> to(new State.Failed(fault, false), new Effect.Report(fault, isPhone(state)));
                });
    }

    private static boolean isPhone(State state) {
        return state instanceof State.PhoneKind
                || state instanceof State.PhonePin
                || state instanceof State.PhoneHold
                || state instanceof State.PhoneReading;
    }

    private static Transition reacted(State state, Event.Reaction event, Settings settings) {
        return switch (progress(state)) {
            case Optional<Progress> p when p.isPresent() -> AfterAnswer.step(state, p.get(), event, settings);
            default -> BeforeAnswer.step(state, event, settings);
        };
    }

    /** The confirmed person of a state, once the centre has answered and until the result is handed on. */
    static Optional<Progress> progress(State state) {
        return switch (state) {
            case State.Alert(var progress) -> Optional.of(progress);
            case State.ConsentAll(var progress) -> Optional.of(progress);
            case State.ConsentEach(var progress, var rest) -> Optional.of(progress);
            case State.Diseases(var progress) -> Optional.of(progress);
            case State.Subsidies(var progress) -> Optional.of(progress);
            case State.Link(var progress) -> Optional.of(progress);
            default -> Optional.empty();
        };
    }

    /** The digest of the card that lies there in a state; {@code before} where the state does not tell and the session goes on. */
    static Optional<Octets> card(State state, Optional<Octets> before) {
        return switch (state) {
            case State.Idle s -> Optional.empty();
            case State.Detecting s -> Optional.empty();
            case State.PhoneKind s -> Optional.empty();
            case State.Visual(var held, var reading, var staff) -> digest(held);
            case State.StaffCode(var held, var wrong, var paused) -> digest(held);
            case State.StaffChecking(var held) -> digest(held);
            case State.Method(var held) -> digest(held);
            default -> before;
        };
    }

    private static Optional<Octets> digest(Held held) {
        return digest(Optional.of(held));
    }

    private static Optional<Octets> digest(Optional<Held> held) {
        return held.map(Held::card).map(Failures::digest);
    }

    /** Whether the screen is done with whoever stood there: what comes next is another patient's. */
    static boolean isOver(State state) {
        return state instanceof State.Idle || state instanceof State.Done || state instanceof State.Forgotten;
    }

    /** Hands the result on; what is not agreed to by now is "no". */
    static Transition finish(Progress progress, boolean cardThere) {
        Ending ending = AfterAnswer.isCovered(progress.who().reply().answer()) ? Ending.RECEIVED : Ending.SEE_DESK;
        return to(new State.Done(ending, cardThere), new Effect.Deliver(progress));
    }

    static boolean isCard(Progress progress) {
        return progress.who().kind() == madoguchi.core.TokenKind.CARD;
    }
}
