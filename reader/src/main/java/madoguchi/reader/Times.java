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
 * @param warning how long before its end a screen warns that it will give up (WCAG 2.2.1: 20 seconds at least)
 * @param longer how often a person may ask one screen for more time (WCAG 2.2.1: 10 times at least)
 */
public record Times(
        Duration choose,
        Duration type,
        Duration work,
        Duration read,
        Duration takeCard,
        Duration farewell,
        Duration again,
        Duration warning,
        int longer) {

    /* What a screen is waiting for. */
    private enum Waiting {
        FOR_EVER,
        FOR_WORK,
        FOR_A_CHOICE,
        FOR_DIGITS,
        FOR_A_READER,
        FOR_THE_CARD,
        FOR_GOODBYE
    }

    private static Waiting waiting(State state) {
        return switch (state) {
            case State.Idle s -> Waiting.FOR_EVER;
            case State.Forgotten s -> Waiting.FOR_EVER;
            case State.Detecting s -> Waiting.FOR_WORK;
            case State.Face s -> Waiting.FOR_WORK;
            case State.StaffChecking s -> Waiting.FOR_WORK;
            case State.PhoneReading s -> Waiting.FOR_WORK;
            case State.Asking s -> Waiting.FOR_WORK;
            case State.Enrolling s -> Waiting.FOR_WORK;
            case State.PinEntry s -> Waiting.FOR_DIGITS;
            case State.StaffCode s -> Waiting.FOR_DIGITS;
            case State.PhonePin s -> Waiting.FOR_DIGITS;
            case State.Visual s -> Waiting.FOR_DIGITS;
            case State.Method s -> Waiting.FOR_A_CHOICE;
            case State.FaceRetry s -> Waiting.FOR_A_CHOICE;
            case State.FaceLocked s -> Waiting.FOR_A_CHOICE;
            case State.PinLocked s -> Waiting.FOR_A_CHOICE;
            case State.PhoneKind s -> Waiting.FOR_A_CHOICE;
            case State.PhoneHold s -> Waiting.FOR_A_CHOICE;
            case State.Enrol s -> Waiting.FOR_A_CHOICE;
            case State.Alert s -> Waiting.FOR_A_CHOICE;
            case State.ConsentAll s -> Waiting.FOR_A_CHOICE;
            case State.ConsentEach s -> Waiting.FOR_A_CHOICE;
            case State.Diseases s -> Waiting.FOR_A_CHOICE;
            case State.Subsidies s -> Waiting.FOR_A_CHOICE;
            case State.Link s -> Waiting.FOR_A_CHOICE;
            case State.Done(var ending, var cardThere) -> cardThere ? Waiting.FOR_THE_CARD : Waiting.FOR_GOODBYE;
            case State.Failed(var fault, var cardThere) -> cardThere ? Waiting.FOR_THE_CARD : failed(fault);
        };
    }

    /* Without a reader there is nothing to go back to: the screen says so until it is there again. */
    private static Waiting failed(FaultCode fault) {
        return fault.equals(FaultCode.READER_LOST) ? Waiting.FOR_EVER : Waiting.FOR_A_READER;
    }

    /** How long that state waits; empty where it waits for ever. */
    public Optional<Duration> of(State state) {
        return switch (waiting(state)) {
            case FOR_EVER -> Optional.empty();
            case FOR_WORK -> Optional.of(work);
            case FOR_A_CHOICE -> Optional.of(choose);
            case FOR_DIGITS -> Optional.of(type);
            case FOR_A_READER -> Optional.of(read);
            case FOR_THE_CARD -> Optional.of(takeCard);
            case FOR_GOODBYE -> Optional.of(farewell);
        };
    }

    /** もっと時間を – whether a person may ask that screen for more time: wherever they are asked, type or read. Not while card, camera or centre are at work, and not where a card is to be taken: there the end is a reminder and costs nothing. */
    public boolean mayBeLonger(State state) {
        return switch (waiting(state)) {
            case FOR_A_CHOICE, FOR_DIGITS, FOR_A_READER, FOR_GOODBYE -> true;
            case FOR_EVER, FOR_WORK, FOR_THE_CARD -> false;
        };
    }

    /** How long before its end that screen warns; empty where nothing can be asked for, or where it stands no longer than the warning would. */
    public Optional<Duration> warning(State state) {
        return of(state)
                .filter(all -> mayBeLonger(state) && all.compareTo(warning) > 0)
                .map(all -> warning);
    }
}
