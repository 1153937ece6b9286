package madoguchi.reader;

import static madoguchi.reader.Transition.to;

import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.Identification;
import madoguchi.core.TokenKind;
import madoguchi.reader.Event.Tap;
import madoguchi.reader.State.Ending;

/** 回答の前 – from the card laid down to the centre's answer. Whatever ends a session here leaves nothing behind. */
final class BeforeAnswer {

    private BeforeAnswer() {}

    static Transition step(State state, Event.Reaction event, Settings settings) {
        return switch (event) {
            case Tap tap -> tapped(state, tap, settings);
            case Event.PinTyped(var pin) -> pin(state, pin);
            case Event.CodeTyped(var code) -> code(state, code);
            case Event.CardRead(var card, var blocked) -> read(state, card, blocked, settings);
            case Event.FaceSame e -> face(state);
            case Event.FaceRefused(var why) -> faceRefused(state, why, settings);
            case Event.FaceImpossible(var why) -> faceImpossible(state, why);
            case Event.PinWrong(var left) -> pinWrong(state, left);
            case Event.PinBlocked e -> pinBlocked(state);
            case Event.CodeRight(var staff) -> codeRight(state, staff, settings);
            case Event.CodeWrong e -> codeRefused(state, true, Optional.empty());
            case Event.CodePaused(var until) -> codeRefused(state, false, Optional.of(until));
            case Event.Answered(var who) -> isWaiting(state) ? AfterAnswer.begin(who, settings) : to(state);
            case Event.NotEnrolled(var enrollable) -> notEnrolled(state, enrollable);
            case Event.Broken(var fault) -> broken(state, fault);
            case Event.TimedOut e -> timedOut(state);
        };
    }

    /** スマホ利用 – or, where nothing here reads phones, what to do instead. */
    static Transition phone(Settings settings) {
        return settings.phone() ? to(new State.PhoneKind()) : failedPhone(FaultCode.NO_PHONE_READER);
    }

    private static Transition tapped(State state, Tap tap, Settings settings) {
        return switch (tap) {
            case STAFF -> staff(state);
            case CANCEL -> leave(state);
            case BACK -> back(state);
            case PHONE -> state instanceof State.Idle || isPhoneUnread(state) ? phone(settings) : to(state);
            case FACE -> startFace(state);
            case PIN -> startPin(state);
            case IPHONE ->
                state instanceof State.PhoneKind
                        ? to(new State.PhoneHold(TokenKind.IPHONE, Optional.empty()))
                        : to(state);
            case ANDROID ->
                state instanceof State.PhoneKind ? to(new State.PhonePin(OptionalInt.empty(), false)) : to(state);
            case YES -> yes(state);
            case NO -> no(state);
            case NEXT -> state instanceof State.Failed || state instanceof State.Done ? leave(state) : to(state);
            case CHOOSE -> to(state);
        };
    }

    /** The card under a state that may still be changed. */
    private static Optional<Held> open(State state) {
        return switch (state) {
            case State.Method(var held) -> Optional.of(held);
            case State.FaceRetry(var held, var why) -> Optional.of(held);
            case State.FaceLocked(var held, var why) -> Optional.of(held);
            case State.PinEntry(var held, var left, var wrong) -> Optional.of(held);
            case State.PinLocked(var held) -> Optional.of(held);
            default -> Optional.empty();
        };
    }

    private static Transition staff(State state) {
        Optional<Held> held = open(state);
        return held.isPresent() || state instanceof State.Idle
                ? to(new State.StaffCode(held, false, Optional.empty()), new Effect.CallStaff())
                : to(state, new Effect.CallStaff());
    }

    /* Nothing is kept; a card that lies there is to be taken. */
    private static Transition leave(State state) {
        return switch (state) {
            case State.Idle s -> to(state);
            case State.Forgotten s -> to(state);
            case State.PhoneKind s -> to(new State.Idle());
            case State.PhonePin s -> to(new State.Idle());
            case State.PhoneHold s -> to(new State.Idle());
            case State.PhoneReading s -> to(new State.Idle());
            case State.StaffCode(var held, var wrong, var paused) -> away(held.isPresent());
            case State.StaffChecking(var held) -> away(held.isPresent());
            case State.Visual(var held, var reading, var staff) -> away(held.isPresent() || reading);
            case State.Asking(var held, var by) -> away(isCard(held));
            case State.Enrol(var held, var by) -> away(isCard(held));
            case State.Enrolling(var held, var by) -> away(isCard(held));
            case State.Done(var ending, var there) -> there ? to(state) : to(new State.Idle());
            case State.Failed(var fault, var there) -> away(there);
            default -> away(true);
        };
    }

    private static Transition away(boolean cardThere) {
        return cardThere ? to(new State.Done(Ending.ABORTED, true)) : to(new State.Idle());
    }

    private static boolean isCard(Held held) {
        return held.card().kind() == TokenKind.CARD;
    }

    private static Transition back(State state) {
        return switch (state) {
            case State.PhonePin s -> to(new State.PhoneKind());
            case State.PhoneHold s -> to(new State.PhoneKind());
            case State.StaffCode(var held, var wrong, var paused) ->
                to(held.<State>map(State.Method::new).orElseGet(State.Idle::new));
            case State.PinEntry(var held, var left, var wrong) -> to(new State.Method(held));
            case State.FaceRetry(var held, var why) -> to(new State.Method(held));
            case State.FaceLocked(var held, var why) -> to(new State.Method(held));
            case State.PinLocked(var held) -> to(new State.Method(held));
            case State.Face(var held) -> to(new State.Method(held));
            case State.Detecting s -> to(state);
            case State.Asking s -> to(state);
            case State.Enrolling s -> to(state);
            case State.StaffChecking s -> to(state);
            case State.PhoneReading s -> to(state);
            default -> leave(state);
        };
    }

    /* Held again from the screen that told so, it is the same patient's. */
    private static boolean isPhoneUnread(State state) {
        return state instanceof State.Failed(var fault, var there) && fault.equals(FaultCode.PHONE);
    }

    private static Transition startFace(State state) {
        return open(state)
                .filter(Held::face)
                .map(held -> to(new State.Face(held), new Effect.MatchFace(held.card())))
                .orElse(to(state));
    }

    private static Transition startPin(State state) {
        return state instanceof State.PinEntry
                ? to(state)
                : open(state)
                        .filter(Held::pin)
                        .map(held -> to(new State.PinEntry(held, OptionalInt.empty(), false)))
                        .orElse(to(state));
    }

    private static Transition yes(State state) {
        return switch (state) {
            case State.Visual(var held, var reading, var staff)
            when held.isPresent() ->
                to(
                        new State.Asking(held.get(), Identification.VISUAL),
                        new Effect.NoteVisual(staff),
                        new Effect.Ask(held.get().card(), Identification.VISUAL, Optional.empty()));
            case State.Enrol(var held, var by) -> to(new State.Enrolling(held, by), new Effect.Enrol(held.card(), by));
            default -> to(state);
        };
    }

    private static Transition no(State state) {
        return switch (state) {
            case State.Visual s -> leave(state);
            case State.Enrol(var held, var by) -> failed(FaultCode.NOT_ENROLLED, true);
            default -> to(state);
        };
    }

    private static Transition pin(State state, Pin pin) {
        return switch (state) {
            case State.PinEntry(var held, var left, var wrong) ->
                to(
                        new State.Asking(held, Identification.PIN),
                        new Effect.Ask(held.card(), Identification.PIN, Optional.of(pin)));
            case State.PhonePin s -> to(new State.PhoneHold(TokenKind.ANDROID, Optional.of(pin)));
            default -> to(state);
        };
    }

    private static Transition code(State state, Pin code) {
        return state instanceof State.StaffCode(var held, var wrong, var paused)
                ? to(new State.StaffChecking(held), new Effect.CheckCode(code))
                : to(state);
    }

    private static Transition read(State state, ReadCard card, boolean pinBlocked, Settings settings) {
        if (!(state instanceof State.Detecting) && !(state instanceof State.Visual)) {
            return to(state);
        }
        Held held = new Held(card, settings.face() && settings.centre(), !card.faceOnly() && !pinBlocked, 0);
        return state instanceof State.Visual(var none, var reading, var staff)
                ? to(new State.Visual(Optional.of(held), false, staff))
                : to(new State.Method(held));
    }

    private static Transition face(State state) {
        return state instanceof State.Face(var held)
                ? to(
                        new State.Asking(held, Identification.FACE),
                        new Effect.Ask(held.card(), Identification.FACE, Optional.empty()))
                : to(state);
    }

    private static Transition faceRefused(State state, FaceFault why, Settings settings) {
        if (!(state instanceof State.Face(var held))) {
            return to(state);
        }
        Held tried = held.afterFace();
        return tried.faceTries() < settings.faceTries()
                ? to(new State.FaceRetry(tried, why))
                : to(new State.FaceLocked(tried.withoutFace(), FaultCode.FACE));
    }

    private static Transition faceImpossible(State state, FaultCode why) {
        return state instanceof State.Face(var held) ? to(new State.FaceLocked(held.withoutFace(), why)) : to(state);
    }

    private static Transition pinWrong(State state, int left) {
        return switch (state) {
            case State.Asking(var held, var by)
            when by == Identification.PIN -> to(new State.PinEntry(held, OptionalInt.of(left), true));
            case State.PhoneReading s -> to(new State.PhonePin(OptionalInt.of(left), true));
            default -> to(state);
        };
    }

    private static Transition pinBlocked(State state) {
        return switch (state) {
            case State.Asking(var held, var by)
            when by == Identification.PIN -> to(new State.PinLocked(held.withoutPin()));
            case State.PhoneReading s -> failedPhone(FaultCode.PHONE);
            default -> to(state);
        };
    }

    /* Where the centre lends no signature, the eyes of staff open no card: said before anybody compares. */
    private static Transition codeRight(State state, String staff, Settings settings) {
        if (!(state instanceof State.StaffChecking(var held))) {
            return to(state);
        }
        return settings.centre()
                ? to(new State.Visual(held, false, staff))
                : failed(FaultCode.PIN_ONLY, held.isPresent());
    }

    private static Transition codeRefused(State state, boolean wrong, Optional<java.time.Instant> until) {
        return state instanceof State.StaffChecking(var held) ? to(new State.StaffCode(held, wrong, until)) : to(state);
    }

    private static boolean isWaiting(State state) {
        return state instanceof State.Asking || state instanceof State.PhoneReading || state instanceof State.Enrolling;
    }

    private static Transition notEnrolled(State state, boolean enrollable) {
        return switch (state) {
            case State.Asking(var held, var by) ->
                enrollable ? to(new State.Enrol(held, by)) : failed(FaultCode.NOT_ENROLLED, true);
            case State.PhoneReading s -> failedPhone(FaultCode.NOT_ENROLLED);
            default -> to(state);
        };
    }

    private static Transition broken(State state, FaultCode fault) {
        return switch (state) {
            case State.Detecting s -> failed(fault, true);
            case State.Face s -> failed(fault, true);
            case State.StaffChecking(var held) -> failed(fault, held.isPresent());
            case State.Visual(var held, var reading, var staff) when reading -> failed(fault, true);
            case State.Asking s -> failed(fault, true);
            case State.Enrolling s -> failed(fault, true);
            case State.PhoneReading s -> failedPhone(fault);
            case State.Done(var ending, var there)
            when ending == Ending.RECEIVED -> to(new State.Done(Ending.CONSENTS_LOST, there));
            default -> to(state);
        };
    }

    private static Transition timedOut(State state) {
        return switch (state) {
            case State.Idle s -> to(state);
            case State.Forgotten s -> to(state);
            case State.Done(var ending, var there) ->
                there ? to(new State.Forgotten(), new Effect.CallStaff()) : to(new State.Idle());
            case State.Failed(var fault, var there) ->
                there ? to(new State.Forgotten(), new Effect.CallStaff()) : to(new State.Idle());
            // Whoever was asked gave no answer in time.
            case State.Detecting s -> failed(FaultCode.NOT_RECOGNISED, true);
            case State.Asking s -> failed(FaultCode.NETWORK, true);
            case State.Enrolling s -> failed(FaultCode.NETWORK, true);
            case State.PhoneReading s -> failedPhone(FaultCode.PHONE);
            case State.Face(var held) -> to(new State.FaceRetry(held, FaceFault.NO_FACE));
            default -> leave(state);
        };
    }

    private static Transition failed(FaultCode fault, boolean cardThere) {
        return to(new State.Failed(fault, cardThere), new Effect.Report(fault, false));
    }

    private static Transition failedPhone(FaultCode fault) {
        return to(new State.Failed(fault, false), new Effect.Report(fault, true));
    }
}
