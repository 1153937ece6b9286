package madoguchi.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CardRefusal;
import madoguchi.core.CardsTaken;
import madoguchi.core.CentreAnswer;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Challenged;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.ConsentScope;
import madoguchi.core.Consented;
import madoguchi.core.Identification;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.Presentation;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Reply;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyUse;
import madoguchi.core.Text;
import madoguchi.core.TokenKind;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The runner with a device, a hub and a counter written by hand: what comes out of whole sessions. */
class ReaderTest {

    private static final Caller CALLER = new Caller(new MedicalInstitutionCode("1319999913"), "kiosk", "patient");

    /* One card lies there; signs with whatever certificate is there at that moment. */
    private static final class TwinDevice implements Device {
        private volatile String card = "A";
        private volatile Signing fails = new Signing.Blocked();
        private volatile Signing phone = new Signing.Failed(FaultCode.PHONE);
        private volatile Optional<FaultCode> unreadable = Optional.empty();
        private final List<Pin> pins = new ArrayList<>();

        @Override
        public Reading read() {
            return unreadable
                    .<Reading>map(Reading.Failed::new)
                    .orElseGet(() -> new Reading.Found(Samples.card(card, TokenKind.CARD), false));
        }

        @Override
        public Look look() {
            return new Look.Same();
        }

        @Override
        public Signing sign(Octets message, Identification by, Optional<Pin> pin) {
            pin.ifPresent(pins::add);
            return by == Identification.PIN
                    ? fails
                    : new Signing.Signed(Samples.card(card, TokenKind.CARD).certificate(), message);
        }

        @Override
        public Signing signWithPhone(Octets message, TokenKind kind, Optional<Pin> pin) {
            return phone;
        }
    }

    private static final class TwinHub implements CardHub {
        private volatile boolean down;
        private volatile Optional<CardRefusal> refuses = Optional.empty();
        private volatile Optional<ConsentAnswers> consents = Optional.empty();

        @Override
        public CardsTaken taken(Caller caller) {
            return new CardsTaken.Told(true, true);
        }

        @Override
        public Challenged challenge(Caller caller) {
            return down
                    ? new Challenged.Unreachable(silence())
                    : new Challenged.Issued("n", Octets.of((byte) 1), Samples.NOW);
        }

        @Override
        public Opened open(Presentation presentation) {
            return refuses.<Opened>map(Opened.Refused::new).orElseGet(this::admitted);
        }

        private Opened admitted() {
            return new Opened.Admitted(
                    "opening",
                    Reply.of(Samples.covered("A"), Samples.NOW),
                    Samples.END,
                    new CertificateStanding.Current());
        }

        @Override
        public Opened enrol(Presentation presentation) {
            return open(presentation);
        }

        @Override
        public Consented consent(ConsentAnswers answers) {
            consents = Optional.of(answers);
            return down
                    ? new Consented.Unreachable(silence())
                    : new Consented.Recorded(
                            Reply.of(Samples.covered("A"), Samples.NOW),
                            Map.of(ConsentScope.MEDICINES, Samples.NOW.plus(Duration.ofHours(24))));
        }

        @Override
        public CentreAnswer terminalCertificate(Caller caller) {
            return new CentreAnswer.Unreachable(silence());
        }

        @Override
        public CentreAnswer answerCardChallenge(Octets challenge, Caller caller) {
            return new CentreAnswer.Unreachable(silence());
        }

        private static Answer.Unreachable silence() {
            return new Answer.Unreachable(Answer.Cause.NETWORK, Optional.empty(), new Text("無", "none"));
        }
    }

    private static final class TwinCounter implements Counter {
        private final BlockingQueue<Outcome> received = new LinkedBlockingQueue<>();
        private final BlockingQueue<Arrival> unread = new LinkedBlockingQueue<>();
        private final BlockingQueue<SessionTime> times = new LinkedBlockingQueue<>();

        @Override
        public void received(Outcome outcome) {
            received.add(outcome);
        }

        @Override
        public void unread(FaultCode fault, Arrival arrival) {
            unread.add(arrival);
        }

        @Override
        public void called() {}

        @Override
        public void over(SessionTime time) {
            times.add(time);
        }
    }

    private final TwinDevice device = new TwinDevice();
    private final TwinHub hub = new TwinHub();
    private final TwinCounter counter = new TwinCounter();
    private final BlockingQueue<Runnable> timers = new LinkedBlockingQueue<>();
    private final MovableClock clock = new MovableClock(Samples.NOW.toString());
    private final Reader reader = new Reader(
            device,
            hub,
            Passcodes.quick(
                    new PasscodeStore(Database.fresh("reader", PasscodeStore::migrate)),
                    clock,
                    Samples.SETTINGS,
                    Set::of),
            counter,
            CALLER,
            clock,
            (delay, task) -> timers.add(task),
            () -> Samples.SETTINGS);

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void aPatientWhoAgreesIsReceivedWithConsentsAndTheirEnd() throws InterruptedException {
        toConsents();
        tap(Event.Tap.CHOOSE);
        tap(Event.Tap.NO);
        tap(Event.Tap.NO);
        tap(Event.Tap.YES);
        tap(Event.Tap.NO);
        tap(Event.Tap.NO);
        tap(Event.Tap.YES);
        Counter.Outcome outcome = counter.received.poll(10, TimeUnit.SECONDS);
        assertThat(outcome).isNotNull();
        assertThat(outcome.by()).isEqualTo(Identification.FACE);
        ReaderAnswers told = outcome.arrival().answers().orElseThrow();
        assertThat(told.subsidies()).contains(true);
        assertThat(told.given()).containsOnlyKeys(ConsentScope.MEDICINES);
        assertThat(told.declined())
                .containsExactlyInAnyOrder(
                        ConsentScope.OPERATIONS, ConsentScope.TREATMENT, ConsentScope.CHECKUPS, ConsentScope.DISEASES);
        assertThat(hub.consents.orElseThrow().subsidies()).isEqualTo(SubsidyUse.USE);
        assertThat(hub.consents.orElseThrow().given()).containsExactly(ConsentScope.MEDICINES);
        assertThat(hub.consents.orElseThrow().declined())
                .containsExactlyInAnyOrder(
                        ConsentScope.OPERATIONS, ConsentScope.TREATMENT, ConsentScope.CHECKUPS, ConsentScope.DISEASES);
    }

    @Test
    void aCardPulledAtTheConsentsKeepsTheEligibilityAndAgreesToNothing() throws InterruptedException {
        toConsents();
        reader.hand(new Event.CardPulled()).join();
        Counter.Outcome outcome = counter.received.poll(10, TimeUnit.SECONDS);
        assertThat(outcome).isNotNull();
        ReaderAnswers told = outcome.arrival().answers().orElseThrow();
        assertThat(told.given()).isEmpty();
        assertThat(told.subsidies()).contains(false);
        assertThat(hub.consents).isEmpty();
    }

    /** Issue 8, part 4: the line is fed by the lengths of sessions. */
    @Test
    void howLongTheReaderWasHeldIsToldOnceTheCardIsTaken() throws InterruptedException {
        reader.hand(new Event.CardPlaced()).join();
        awaits(State.Method.class);
        clock.advance(Duration.ofSeconds(12));
        tap(Event.Tap.FACE);
        awaits(State.ConsentAll.class);
        clock.advance(Duration.ofSeconds(20));
        tap(Event.Tap.CANCEL);
        assertThat(counter.times).isEmpty();
        clock.advance(Duration.ofSeconds(3));
        reader.hand(new Event.CardPulled()).join();
        assertThat(taken(counter.times))
                .isEqualTo(new SessionTime(
                        Samples.NOW,
                        Duration.ofSeconds(35),
                        Optional.of(Identification.FACE),
                        SessionTime.Ending.TAKEN));
    }

    @Test
    void consentsThatCouldNotBeRegisteredAreSaidAndTheEligibilityStands() throws InterruptedException {
        toConsents();
        hub.down = true;
        tap(Event.Tap.YES);
        tap(Event.Tap.NO);
        tap(Event.Tap.NO);
        assertThat(counter.received.poll(10, TimeUnit.SECONDS)).isNotNull();
        awaits(new State.Done(State.Ending.CONSENTS_LOST, true));
    }

    @Test
    void subsidiesThatWereWantedAndCouldNotBeAskedForAreNotNone() throws InterruptedException {
        toConsents();
        hub.down = true;
        tap(Event.Tap.NO);
        tap(Event.Tap.NO);
        tap(Event.Tap.YES);
        tap(Event.Tap.NO);
        Counter.Outcome outcome = counter.received.poll(10, TimeUnit.SECONDS);
        assertThat(outcome).isNotNull();
        assertThat(outcome.arrival().reply().subsidies()).isInstanceOf(SubsidyAnswer.Unreachable.class);
    }

    @Test
    void aDeadLineBringsItsCodeToScreenAndDeskAtOnce() throws InterruptedException {
        hub.down = true;
        reader.hand(new Event.CardPlaced()).join();
        awaits(State.Method.class);
        tap(Event.Tap.FACE);
        awaits(new State.Failed(FaultCode.NETWORK, true));
        Arrival arrival = counter.unread.poll(10, TimeUnit.SECONDS);
        assertThat(arrival).isNotNull();
        assertThat(arrival.reply().answer())
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class,
                        silent -> assertThat(silent.code()).contains("X-NET"));
    }

    @Test
    void aCardPlacedAgainWhileTheFailureIsShownIsTheSamePatientsAndTheSuccessMakesUpForBoth()
            throws InterruptedException {
        String first = failing(FaultCode.NOT_RECOGNISED);
        reader.hand(new Event.CardPulled()).join();
        String second = failing(FaultCode.OTHER_CARD);
        reader.hand(new Event.CardPulled()).join();
        device.unreadable = Optional.empty();
        toConsents();
        tap(Event.Tap.CANCEL);

        assertThat(second).isEqualTo(first);
        assertThat(taken(counter.received).instead()).containsExactly(first);
    }

    @Test
    void aFailureIsMadeUpForOnce() throws InterruptedException {
        failing(FaultCode.OTHER_CARD);
        device.unreadable = Optional.empty();
        toConsents();
        tap(Event.Tap.CANCEL);
        taken(counter.received);
        toConsents();
        tap(Event.Tap.CANCEL);
        assertThat(taken(counter.received).instead()).isEmpty();
    }

    @Test
    void onceTheScreenGreetsTheNextPatientTheFailureOfACardThatCouldNotBeReadStaysOpenAtTheDesk()
            throws InterruptedException {
        failing(FaultCode.NOT_RECOGNISED);
        tap(Event.Tap.NEXT);
        reader.hand(new Event.CardPulled()).join();
        device.unreadable = Optional.empty();
        toConsents();
        tap(Event.Tap.CANCEL);
        assertThat(taken(counter.received).instead()).isEmpty();
    }

    @Test
    void aSecondPatientsCardDoesNotTakeBackTheFailureOfTheFirstWhoseCardWasReadAndTheFirstOnesDoes()
            throws InterruptedException {
        String first = unanswered("A");
        reader.hand(new Event.CardPlaced()).join();
        device.card = "B";
        toConsents();
        tap(Event.Tap.CANCEL);
        assertThat(taken(counter.received).instead()).isEmpty();

        device.card = "A";
        toConsents();
        tap(Event.Tap.CANCEL);
        assertThat(taken(counter.received).instead()).containsExactly(first);
    }

    @Test
    void twoCardsWithoutAnAnswerAreTwoPatientsAndOneCardIsOne() throws InterruptedException {
        String first = unanswered("A");
        String second = unanswered("B");
        assertThat(second).isNotEqualTo(first);
        assertThat(unanswered("A")).isEqualTo(first);
        tap(Event.Tap.NEXT);
        clock.advance(Samples.SETTINGS.times().again());
        assertThat(unanswered("A")).isNotEqualTo(first);
    }

    /* The card is read, and then the line is dead. */
    private String unanswered(String card) throws InterruptedException {
        device.card = card;
        hub.down = true;
        reader.hand(new Event.CardPlaced()).join();
        awaits(State.Method.class);
        tap(Event.Tap.FACE);
        awaits(new State.Failed(FaultCode.NETWORK, true));
        hub.down = false;
        return taken(counter.unread).id();
    }

    @Test
    void aPhoneHeldAgainFromTheScreenThatToldOfTheFailureMakesUpForIt() throws InterruptedException {
        tap(Event.Tap.PHONE);
        tap(Event.Tap.IPHONE);
        reader.hand(new Event.PhoneHeld()).join();
        awaits(new State.Failed(FaultCode.PHONE, false));
        String failed = taken(counter.unread).id();
        device.phone =
                new Device.Signing.Signed(Samples.card("A", TokenKind.IPHONE).certificate(), Octets.of((byte) 1));
        tap(Event.Tap.PHONE);
        tap(Event.Tap.IPHONE);
        reader.hand(new Event.PhoneHeld()).join();
        awaits(State.ConsentAll.class);
        tap(Event.Tap.CANCEL);
        assertThat(taken(counter.received).instead()).containsExactly(failed);
    }

    @Test
    void aPhoneThatCannotBeReadIsToldAsAPhone() throws InterruptedException {
        tap(Event.Tap.PHONE);
        tap(Event.Tap.IPHONE);
        reader.hand(new Event.PhoneHeld()).join();
        awaits(new State.Failed(FaultCode.PHONE, false));
        assertThat(taken(counter.unread).phone()).contains(true);
    }

    /** §4.2: a phone has no grace; its holder is sent to the card or the desk, not to the municipality. */
    @Test
    void aPhoneWhoseCertificateHasEndedIsRefusedAtOnceInWordsOfItsOwn() throws InterruptedException {
        device.phone =
                new Device.Signing.Signed(Samples.card("A", TokenKind.IPHONE).certificate(), Octets.of((byte) 1));
        hub.refuses = Optional.of(CardRefusal.EXPIRED);
        tap(Event.Tap.PHONE);
        tap(Event.Tap.IPHONE);
        reader.hand(new Event.PhoneHeld()).join();
        awaits(new State.Failed(FaultCode.PHONE_ENDED, false));
        assertThat(taken(counter.unread).phone()).contains(true);
    }

    private String failing(FaultCode why) throws InterruptedException {
        device.unreadable = Optional.of(why);
        reader.hand(new Event.CardPlaced()).join();
        awaits(new State.Failed(why, true));
        Arrival arrival = taken(counter.unread);
        assertThat(arrival.phone()).contains(false);
        return arrival.id();
    }

    private static <T> T taken(BlockingQueue<T> queue) throws InterruptedException {
        return Optional.ofNullable(queue.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    @Test
    void aCardSwappedUnderTheReadersHandsIsNeverOpenedForTheOther() {
        reader.hand(new Event.CardPlaced()).join();
        awaits(State.Method.class);
        device.card = "B";
        tap(Event.Tap.FACE);
        awaits(new State.Failed(FaultCode.NOT_RECOGNISED, true));
    }

    @Test
    void aPinIsOverwrittenOnceTheCardHasSeenIt() {
        reader.hand(new Event.CardPlaced()).join();
        awaits(State.Method.class);
        tap(Event.Tap.PIN);
        reader.react(reader.now().session().turn(), new Event.PinTyped(Samples.pin()))
                .join();
        awaits(State.PinLocked.class);
        assertThat(device.pins.getFirst().bytes()).containsOnly(0);
    }

    @Test
    void aPinTypedForAScreenThatIsGoneIsOverwrittenUnseen() {
        Pin late = Samples.pin();
        reader.react(99, new Event.PinTyped(late)).join();
        assertThat(late.bytes()).containsOnly(0);
        assertThat(reader.now().session().state()).isEqualTo(new State.Idle());
    }

    @Test
    void theNextPatientIsGreetedInTheUsualWay() {
        reader.look(view -> view.speaking(View.Speech.EN).inverted()).join();
        reader.hand(new Event.CardPlaced()).join();
        assertThat(reader.now().view().speech()).isEqualTo(View.Speech.EN);
        reader.hand(new Event.CardPulled()).join();
        assertThat(reader.now().view()).isEqualTo(View.USUAL);
    }

    @Test
    void aTimerOfAScreenThatIsGoneChangesNothing() throws InterruptedException {
        reader.hand(new Event.CardPlaced()).join();
        awaits(State.Method.class);
        Runnable first = timers.poll(10, TimeUnit.SECONDS);
        assertThat(first).isNotNull();
        first.run();
        assertThat(reader.look(view -> view).join().session().state()).isInstanceOf(State.Method.class);
    }

    /** WCAG 2.2, success criterion 2.2.1. */
    @Test
    void whoAsksForMoreTimeGetsItOnTheSameScreenAndTheTimeThatWasIsVoid() {
        tap(Event.Tap.PHONE);
        Reader.Snapshot before = reader.now();
        clock.advance(Duration.ofSeconds(50));
        Reader.Snapshot after = reader.longer(before.session().turn()).join();
        assertThat(after.session()).isEqualTo(before.session());
        assertThat(after.until())
                .contains(clock.instant().plus(Samples.SETTINGS.times().choose()));

        timers.remove().run();
        assertThat(shown()).isInstanceOf(State.PhoneKind.class);
        timers.remove().run();
        assertThat(shown()).isEqualTo(new State.Idle());
    }

    @Test
    void moreTimeCanBeHadTenTimesAndOnANewScreenAnew() {
        tap(Event.Tap.PHONE);
        long turn = reader.now().session().turn();
        for (int times = 1; times <= 12; times++) {
            assertThat(reader.longer(turn).join().longer()).isEqualTo(Math.min(times, 10));
        }
        tap(Event.Tap.ANDROID);
        assertThat(reader.longer(turn).join().longer()).isZero();
        assertThat(reader.longer(reader.now().session().turn()).join().longer()).isEqualTo(1);
    }

    @Test
    void whatWaitsForNobodyIsNotMadeToWaitLonger() {
        Reader.Snapshot idle = reader.now();
        assertThat(reader.longer(idle.session().turn()).join()).isEqualTo(idle);
        assertThat(timers).isEmpty();
    }

    @Test
    void aLookThatSomebodyChoseAndLeftIsNotTheNextPatients() {
        reader.look(View::voiced).join();
        timers.remove().run();
        assertThat(shown()).isEqualTo(new State.Idle());
        assertThat(reader.now().view()).isEqualTo(View.USUAL);

        reader.look(View::voiced).join();
        reader.hand(new Event.CardPlaced()).join();
        timers.remove().run();
        shown();
        assertThat(reader.now().view().voice()).isTrue();
    }

    /* The state when everything before is done. */
    private State shown() {
        return reader.longer(-1).join().session().state();
    }

    private void toConsents() {
        reader.hand(new Event.CardPlaced()).join();
        awaits(State.Method.class);
        tap(Event.Tap.FACE);
        awaits(State.ConsentAll.class);
    }

    private void tap(Event.Tap tap) {
        reader.react(reader.now().session().turn(), tap).join();
    }

    private void awaits(Class<? extends State> kind) {
        awaits(kind::isInstance);
        assertThat(reader.now().session().state()).isInstanceOf(kind);
    }

    private void awaits(State state) {
        awaits(state::equals);
        assertThat(reader.now().session().state()).isEqualTo(state);
    }

    private void awaits(Predicate<State> there) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!there.test(reader.now().session().state()) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
