package madoguchi.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Identification;
import madoguchi.core.TokenKind;
import madoguchi.reader.SessionTime.Ending;

/*
 * What is measured is how long the next one in line cannot use the reader. So it begins when the screen leaves its rest, and ends when no card lies there and nothing is asked any more: the farewell
 * to a phone, or an error without a card, holds up nobody. A card that follows another without a pull between ends the one before. A second try is a session of its own.
 */

/** 計時 – follows the turns of one reader and tells how long each person held it. Used by {@link Reader} alone. */
final class Stopwatch {

    private record Running(Instant began, Optional<Identification> by, Ending ending) {

        Running after(State state) {
            return new Running(began, way(state).or(() -> by), ending);
        }

        Running after(Effect effect) {
            return switch (effect) {
                case Effect.Deliver e ->
                    new Running(began, Optional.of(e.progress().who().by()), Ending.TAKEN);
                case Effect.Report e -> new Running(began, by, Ending.FAILED);
                default -> this;
            };
        }

        SessionTime until(Instant end) {
            return new SessionTime(began, Duration.between(began, end), by, ending);
        }
    }

    private Optional<Running> running = Optional.empty();

    /** One turn of the session; tells the time of whoever has left by it. */
    Optional<SessionTime> turned(Session.Next next, Instant at) {
        State state = next.session().state();
        boolean another = state instanceof State.Detecting;
        boolean free = isFree(state);
        if (running.isEmpty() && !free) {
            running = Optional.of(new Running(at, Optional.empty(), Ending.GIVEN_UP));
        }
        for (Effect effect : next.effects()) {
            running = running.map(one -> one.after(effect));
        }
        Optional<SessionTime> over = Optional.empty();
        if (free || another) {
            over = running.map(one -> one.until(at)).filter(one -> !one.took().isZero());
            running = free ? Optional.empty() : Optional.of(new Running(at, Optional.empty(), Ending.GIVEN_UP));
        }
        running = running.map(one -> one.after(state));
        return over;
    }

    private static boolean isFree(State state) {
        return switch (state) {
            case State.Idle s -> true;
            case State.Done(var ending, var cardThere) -> !cardThere;
            case State.Failed(var fault, var cardThere) -> !cardThere;
            default -> false;
        };
    }

    private static Optional<Identification> way(State state) {
        return switch (state) {
            case State.Face s -> Optional.of(Identification.FACE);
            case State.PinEntry s -> Optional.of(Identification.PIN);
            case State.Visual s -> Optional.of(Identification.VISUAL);
            case State.Asking(var held, var by) -> Optional.of(by);
            case State.PhonePin s -> Optional.of(Identification.PHONE_PIN);
            case State.PhoneHold(var kind, var pin) -> Optional.of(phone(kind));
            case State.PhoneReading(var kind) -> Optional.of(phone(kind));
            default -> Optional.empty();
        };
    }

    private static Identification phone(TokenKind kind) {
        return kind == TokenKind.ANDROID ? Identification.PHONE_PIN : Identification.PHONE_BIOMETRICS;
    }
}
