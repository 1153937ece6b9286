package madoguchi.reader;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.CertificateStanding;
import madoguchi.core.ConsentScope;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Holder;
import madoguchi.core.Identification;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Octets;
import madoguchi.core.PersonName;
import madoguchi.core.Reply;
import madoguchi.core.Sex;
import madoguchi.core.TokenKind;

/** Every kind of state and event at least once, for enumerating them. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-21T00:10:00Z");
    static final LocalDate END = LocalDate.of(2028, 4, 12);
    static final Settings SETTINGS = Settings.standard();

    private Samples() {}

    static ReadCard card(String whose, TokenKind kind) {
        return new ReadCard(kind, Octets.of(whose.getBytes(java.nio.charset.StandardCharsets.US_ASCII)), false);
    }

    static Held held(String whose) {
        return new Held(card(whose, TokenKind.CARD), true, true, 0);
    }

    static Identified who(String whose, TokenKind kind, CertificateStanding standing) {
        Identification by = kind == TokenKind.CARD ? Identification.FACE : Identification.PHONE_BIOMETRICS;
        return new Identified(kind, by, whose, Reply.of(covered(whose), NOW), END, standing);
    }

    static Identified who(String whose) {
        return who(whose, TokenKind.CARD, new CertificateStanding.Current());
    }

    static Identified unknown(String whose) {
        return new Identified(
                TokenKind.CARD,
                Identification.FACE,
                whose,
                Reply.of(new Answer.NotFound(), NOW),
                END,
                new CertificateStanding.Current());
    }

    static Answer covered(String whose) {
        return new Answer.Active(List.of(coverage(whose)));
    }

    /** A coverage in which everything says whose it is. */
    static Coverage coverage(String whose) {
        return new Coverage(
                new InsuredId(new InsurerNumber("139998"), Optional.of("12-34"), "567890", Optional.empty()),
                CoverageClass.GENERAL,
                Optional.empty(),
                Optional.empty(),
                new Holder(
                        PersonName.of(whose, whose),
                        Sex.FEMALE,
                        Optional.empty(),
                        LocalDate.of(1987, 4, 12),
                        Optional.empty(),
                        Optional.empty()),
                "架空区国民健康保険",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    static Pin pin() {
        return Pin.read("1234").orElseThrow();
    }

    static Progress progress(TokenKind kind) {
        return new Progress(who("A", kind, new CertificateStanding.Current()), Answers.NONE);
    }

    static List<State> states() {
        Held held = held("A");
        Optional<Held> some = Optional.of(held);
        Progress card = progress(TokenKind.CARD);
        Progress phone = progress(TokenKind.IPHONE);
        Progress grace = new Progress(who("A", TokenKind.CARD, new CertificateStanding.Grace(END)), Answers.NONE);
        Progress alert = new Progress(who("A", TokenKind.CARD, new CertificateStanding.RenewalAlert()), Answers.NONE);
        List<State> all = new ArrayList<>(List.of(
                new State.Idle(),
                new State.Detecting(),
                new State.Method(held),
                new State.Face(held),
                new State.Face(new Held(held.card(), true, true, SETTINGS.faceTries() - 1)),
                new State.FaceRetry(held.afterFace(), FaceFault.NO_FACE),
                new State.FaceLocked(held.withoutFace(), FaultCode.FACE_LOCKED),
                new State.PinEntry(held, OptionalInt.of(2), true),
                new State.PinLocked(held.withoutPin()),
                new State.StaffCode(Optional.empty(), false, Optional.empty()),
                new State.StaffCode(some, true, Optional.empty()),
                new State.StaffChecking(Optional.empty()),
                new State.StaffChecking(some),
                new State.Visual(Optional.empty(), false, "staff"),
                new State.Visual(Optional.empty(), true, "staff"),
                new State.Visual(some, false, "staff"),
                new State.PhoneKind(),
                new State.PhonePin(OptionalInt.empty(), false),
                new State.PhoneHold(TokenKind.ANDROID, Optional.of(pin())),
                new State.PhoneReading(TokenKind.ANDROID),
                new State.Asking(held, Identification.FACE),
                new State.Asking(held, Identification.PIN),
                new State.Enrol(held, Identification.FACE),
                new State.Enrolling(held, Identification.FACE),
                new State.Alert(alert),
                new State.Alert(grace)));
        for (Progress progress : List.of(card, phone)) {
            all.addAll(List.of(
                    new State.ConsentAll(progress),
                    new State.ConsentEach(progress, List.of(ConsentScope.MEDICINES, ConsentScope.CHECKUPS)),
                    new State.ConsentEach(progress, List.of(ConsentScope.CHECKUPS)),
                    new State.Diseases(progress),
                    new State.Subsidies(progress),
                    new State.Link(progress)));
        }
        for (boolean there : List.of(true, false)) {
            all.addAll(List.of(
                    new State.Done(State.Ending.RECEIVED, there),
                    new State.Done(State.Ending.ABORTED, there),
                    new State.Failed(FaultCode.NOT_RECOGNISED, there)));
        }
        all.add(new State.Forgotten());
        return all;
    }

    static List<Event> events() {
        return Stream.<Event>concat(
                        Stream.of(
                                new Event.CardPlaced(),
                                new Event.CardPulled(),
                                new Event.PhoneHeld(),
                                new Event.ReaderLost(FaultCode.READER_LOST),
                                new Event.ReaderBack(),
                                new Event.PinTyped(pin()),
                                new Event.CodeTyped(pin()),
                                new Event.CardRead(card("A", TokenKind.CARD), false),
                                new Event.FaceSame(),
                                new Event.FaceRefused(FaceFault.DIFFERENT),
                                new Event.FaceImpossible(FaultCode.NO_PORTRAIT),
                                new Event.PinWrong(1),
                                new Event.PinBlocked(),
                                new Event.CodeRight("staff"),
                                new Event.CodeWrong(),
                                new Event.CodePaused(NOW),
                                new Event.Answered(who("A")),
                                new Event.Answered(unknown("A")),
                                new Event.NotEnrolled(true),
                                new Event.NotEnrolled(false),
                                new Event.Broken(FaultCode.NETWORK),
                                new Event.TimedOut()),
                        Stream.of(Event.Tap.values()))
                .toList();
    }

    /** The scopes of that set in one order, for comparing. */
    static Set<ConsentScope> all() {
        return Set.copyOf(SETTINGS.offered());
    }
}
