package madoguchi.reader;

import java.time.Duration;
import java.util.Optional;

/**
 * 時間 – how long each kind of screen waits. The official values are not public: all are ours, and configurable ({@code reader.properties}).
 *
 * @param choose screens with a choice or a question
 * @param type screens on which digits are typed
 * @param work while card, camera or centre are at work; longer than the patience of each
 * @param read screens that only tell something
 * @param takeCard until a card left behind sets off the alarm
 * @param farewell the last screen once the card is taken
 * @param again how long after a reading that failed the next one is the same patient's
 */
public record Times(
        Duration choose,
        Duration type,
        Duration work,
        Duration read,
        Duration takeCard,
        Duration farewell,
        Duration again) {

    /* Without a reader there is nothing to go back to: the screen says so until it is there again. */
    private Optional<Duration> failed(FaultCode fault) {
        return fault.equals(FaultCode.READER_LOST) ? Optional.empty() : Optional.of(read);
    }

    /** How long that state waits; empty where it waits for ever. */
    public Optional<Duration> of(State state) {
        return switch (state) {
            case State.Idle s -> Optional.empty();
            case State.Forgotten s -> Optional.empty();
            case State.Detecting s -> Optional.of(work);
            case State.Face s -> Optional.of(work);
            case State.StaffChecking s -> Optional.of(work);
            case State.PhoneReading s -> Optional.of(work);
            case State.Asking s -> Optional.of(work);
            case State.Enrolling s -> Optional.of(work);
            case State.PinEntry s -> Optional.of(type);
            case State.StaffCode s -> Optional.of(type);
            case State.PhonePin s -> Optional.of(type);
            case State.Visual s -> Optional.of(type);
            case State.Method s -> Optional.of(choose);
            case State.FaceRetry s -> Optional.of(choose);
            case State.FaceLocked s -> Optional.of(choose);
            case State.PinLocked s -> Optional.of(choose);
            case State.PhoneKind s -> Optional.of(choose);
            case State.PhoneHold s -> Optional.of(choose);
            case State.Enrol s -> Optional.of(choose);
            case State.Alert s -> Optional.of(choose);
            case State.ConsentAll s -> Optional.of(choose);
            case State.ConsentEach s -> Optional.of(choose);
            case State.Diseases s -> Optional.of(choose);
            case State.Subsidies s -> Optional.of(choose);
            case State.Link s -> Optional.of(choose);
            case State.Done(var ending, var cardThere) -> Optional.of(cardThere ? takeCard : farewell);
            case State.Failed(var fault, var cardThere) -> cardThere ? Optional.of(takeCard) : failed(fault);
        };
    }
}
