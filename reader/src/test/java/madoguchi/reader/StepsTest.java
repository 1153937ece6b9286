package madoguchi.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.CertificateStanding;
import madoguchi.core.TokenKind;
import org.junit.jupiter.api.Test;

/** Every state with every event: where it leads, and the laws that hold wherever it leads. */
class StepsTest {

    private static final Settings SETTINGS = Samples.SETTINGS;

    @Test
    void everyKindOfStateAndEventIsAmongTheSamples() {
        assertThat(Samples.states().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(leaves(State.class));
        assertThat(Samples.events().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(leaves(Event.class));
        assertThat(Samples.events()).contains(Event.Tap.values());
    }

    @Test
    void everyStateWithEveryEventIsAsTheTableSays() throws IOException {
        Set<String> lines = new TreeSet<>();
        for (State state : Samples.states()) {
            for (Event event : Samples.events()) {
                Transition next = Steps.step(state, event, SETTINGS);
                if (!next.state().equals(state) || !next.effects().isEmpty()) {
                    lines.add(name(state) + " + " + name(event) + " = " + name(next.state())
                            + next.effects().stream()
                                    .map(e -> " !" + e.getClass().getSimpleName())
                                    .collect(Collectors.joining()));
                }
            }
        }
        assertThat(String.join("\n", lines) + "\n").isEqualTo(approved());
    }

    private static String approved() throws IOException {
        try (var in = StepsTest.class.getResourceAsStream("steps.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String name(Object thing) {
        return switch (thing) {
            case Event.Tap tap -> tap.name();
            case State.Alert alert ->
                "Alert(" + alert.progress().who().standing().getClass().getSimpleName() + ")";
            case State.Done(var ending, var there) -> "Done(" + ending + (there ? ", card)" : ")");
            case State.Failed(var fault, var there) -> "Failed(" + fault.code() + (there ? ", card)" : ")");
            case State.ConsentEach each ->
                "ConsentEach(" + kind(each.progress()) + each.rest().size() + ")";
            case State.Visual(var held, var reading, var staff) ->
                "Visual(" + (held.isPresent() ? "card" : reading ? "reading" : "") + ")";
            case State.StaffCode(var held, var wrong, var paused) ->
                "StaffCode(" + (held.isPresent() ? "card" : "") + (wrong ? " wrong" : "")
                        + (paused.isPresent() ? " paused" : "") + ")";
            case State.StaffChecking(var held) -> "StaffChecking(" + (held.isPresent() ? "card" : "") + ")";
            case State.Asking(var held, var by) -> "Asking(" + by + ")";
            case State.Face(var held) -> "Face(" + held.faceTries() + ")";
            case State.FaceLocked(var held, var why) -> "FaceLocked(" + why.code() + ")";
            case State.PinEntry(var held, var left, var wrong) ->
                "PinEntry(" + (left.isPresent() ? left.getAsInt() : "") + ")";
            case State.PhoneHold(var kind, var pin) -> "PhoneHold(" + kind + ")";
            case State state
            when Steps.progress(state).isPresent() ->
                state.getClass().getSimpleName() + "("
                        + kind(Steps.progress(state).get()) + ")";
            case Event.Answered(var who) ->
                "Answered(" + who.reply().answer().getClass().getSimpleName() + ")";
            case Event.NotEnrolled(var enrollable) -> "NotEnrolled(" + enrollable + ")";
            default -> thing.getClass().getSimpleName();
        };
    }

    private static String kind(Progress progress) {
        return progress.who().kind() == TokenKind.CARD ? "" : "phone";
    }

    /** The hub of real cards lends no signature of the centre: no face is offered, and staff are told before they compare. */
    @Test
    void withoutTheCentreACardIsOpenedByItsPinAlone() {
        Settings real = SETTINGS.withCentre(false);
        State read = Steps.step(
                        new State.Detecting(), new Event.CardRead(Samples.card("A", TokenKind.CARD), false), real)
                .state();
        assertThat(read).isInstanceOfSatisfying(State.Method.class, method -> {
            assertThat(method.held().face()).isFalse();
            assertThat(method.held().pin()).isTrue();
        });
        assertThat(Steps.step(new State.StaffChecking(Optional.of(Samples.held("A"))), new Event.CodeRight("s"), real))
                .isEqualTo(Transition.to(
                        new State.Failed(FaultCode.PIN_ONLY, true), new Effect.Report(FaultCode.PIN_ONLY, false)));
    }

    @Test
    void idleHasNothingToRemember() {
        assertThat(State.Idle.class.getRecordComponents()).isEmpty();
        assertThat(State.Forgotten.class.getRecordComponents()).isEmpty();
        assertThat(State.Detecting.class.getRecordComponents()).isEmpty();
    }

    @Test
    void takingTheCardAndWaitingLeadsHomeFromEverywhere() {
        for (State state : Samples.states()) {
            State at = Steps.step(state, new Event.CardPulled(), SETTINGS).state();
            for (int i = 0; i < 3 && !(at instanceof State.Idle); i++) {
                at = Steps.step(at, new Event.TimedOut(), SETTINGS).state();
            }
            assertThat(at).as("from %s", state).isEqualTo(new State.Idle());
        }
    }

    @Test
    void beforeTheAnswerNothingIsHandedOnByPullCancelOrTime() {
        for (State state : Samples.states()) {
            if (Steps.progress(state).isEmpty()) {
                for (Event event : ends()) {
                    assertThat(Steps.step(state, event, SETTINGS).effects())
                            .as("%s %s", state, event)
                            .noneMatch(effect -> effect instanceof Effect.Deliver || effect instanceof Effect.Ask);
                }
            }
        }
    }

    @Test
    void afterTheAnswerTheEligibilityIsHandedOnOnceAndSilenceIsNo() {
        for (State state : Samples.states()) {
            Optional<Progress> progress = Steps.progress(state);
            if (progress.isPresent()) {
                for (Event event : ends()) {
                    if (event instanceof Event.CardPulled && !Steps.isCard(progress.get())) {
                        continue; // a phone was taken away long ago
                    }
                    assertThat(Steps.step(state, event, SETTINGS).effects().stream()
                                    .filter(Effect.Deliver.class::isInstance)
                                    .toList())
                            .as("%s %s", state, event)
                            .isEqualTo(List.of(new Effect.Deliver(progress.get())));
                }
            }
        }
    }

    private static List<Event> ends() {
        return List.of(new Event.CardPulled(), new Event.TimedOut(), Event.Tap.CANCEL);
    }

    @Test
    void inGraceNobodyIsAskedForConsent() {
        Identified grace = Samples.who("A", TokenKind.CARD, new CertificateStanding.Grace(Samples.END));
        Transition alert =
                Steps.step(new State.Asking(Samples.held("A"), grace.by()), new Event.Answered(grace), SETTINGS);
        assertThat(alert.state()).isInstanceOf(State.Alert.class);
        Transition end = Steps.step(alert.state(), Event.Tap.NEXT, SETTINGS);
        assertThat(end.state()).isEqualTo(new State.Done(State.Ending.RECEIVED, true));
        assertThat(end.effects()).containsExactly(new Effect.Deliver(new Progress(grace, Answers.NONE)));
    }

    @Test
    void withoutAReaderForPhonesThePatientIsToldAndTheDeskKnows() {
        Transition told = Steps.step(new State.Idle(), Event.Tap.PHONE, SETTINGS.withPhone(false));
        assertThat(told.state()).isEqualTo(new State.Failed(FaultCode.NO_PHONE_READER, false));
        assertThat(told.effects()).containsExactly(new Effect.Report(FaultCode.NO_PHONE_READER, true));
    }

    @Test
    void withoutAReaderTheScreenSaysSoUntilOneIsThereAgain() {
        State lost = Steps.step(new State.Idle(), new Event.ReaderLost(FaultCode.READER_LOST), SETTINGS)
                .state();
        assertThat(lost).isEqualTo(new State.Failed(FaultCode.READER_LOST, false));
        assertThat(SETTINGS.times().of(lost)).isEmpty();
        assertThat(Steps.step(lost, new Event.ReaderLost(FaultCode.READER_LOST), SETTINGS))
                .isEqualTo(Transition.to(lost));
        assertThat(Steps.step(lost, new Event.ReaderBack(), SETTINGS).state()).isEqualTo(new State.Idle());
    }

    @Test
    void whereThereIsNoCameraAFaceIsNotOffered() {
        Settings blind = SETTINGS.withFace(false);
        State method = Steps.step(
                        new State.Detecting(), new Event.CardRead(Samples.card("A", TokenKind.CARD), false), blind)
                .state();
        assertThat(method).isEqualTo(new State.Method(new Held(Samples.card("A", TokenKind.CARD), false, true, 0)));
        assertThat(Steps.step(method, Event.Tap.FACE, blind).state()).isEqualTo(method);
    }

    @Test
    void onACardWithoutPinOnlyFaceAndStaffAreOffered() {
        ReadCard faceOnly =
                new ReadCard(TokenKind.CARD, Samples.card("A", TokenKind.CARD).certificate(), true);
        State method = Steps.step(new State.Detecting(), new Event.CardRead(faceOnly, false), SETTINGS)
                .state();
        assertThat(method).isEqualTo(new State.Method(new Held(faceOnly, true, false, 0)));
        assertThat(Steps.step(method, Event.Tap.PIN, SETTINGS).state()).isEqualTo(method);
    }

    private static Set<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(sub -> leaves(sub).stream())
                        .collect(Collectors.toSet())
                : new HashSet<>(Stream.<Class<?>>of(type).toList());
    }
}
