package madoguchi.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Identification;
import madoguchi.core.TokenKind;
import madoguchi.fixture.Database;
import org.junit.jupiter.api.Test;

/** How long a reader is held, over the pure machine: ten seconds pass before each event. */
class StopwatchTest {

    private final Stopwatch stopwatch = new Stopwatch();
    private final List<SessionTime> times = new ArrayList<>();
    private Session session = Session.fresh();
    private Instant now = Samples.NOW;

    private void happen(Event... events) {
        for (Event event : events) {
            now = now.plusSeconds(10);
            Session.Next next =
                    switch (event) {
                        case Event.Hand hand -> session.on(hand, Samples.SETTINGS);
                        case Event.Reaction reaction -> session.on(session.turn(), reaction, Samples.SETTINGS);
                    };
            if (next.session().turn() != session.turn()) {
                stopwatch.turned(next, now).ifPresent(times::add);
            }
            session = next.session();
        }
    }

    private void says(long began, long seconds, Optional<Identification> by, SessionTime.Ending ending) {
        assertThat(times)
                .containsExactly(
                        new SessionTime(Samples.NOW.plusSeconds(began), Duration.ofSeconds(seconds), by, ending));
    }

    private static Event read() {
        return new Event.CardRead(Samples.card("A", TokenKind.CARD), false);
    }

    @Test
    void aPinAfterAFaceThatWasRefusedIsOneSessionByPin() {
        happen(new Event.CardPlaced(), read(), Event.Tap.FACE, new Event.FaceRefused(FaceFault.DIFFERENT));
        happen(Event.Tap.PIN, new Event.PinTyped(Samples.pin()), new Event.Broken(FaultCode.NETWORK));
        assertThat(times).isEmpty();
        happen(new Event.CardPulled());
        says(10, 70, Optional.of(Identification.PIN), SessionTime.Ending.FAILED);
    }

    @Test
    void staffWhoLookAreVisualFromTheirButtonOn() {
        happen(Event.Tap.STAFF, new Event.CodeTyped(Samples.pin()), new Event.CodeRight("staff"));
        happen(new Event.CardPlaced(), read(), Event.Tap.YES, new Event.Answered(visual()));
        happen(new Event.CardPulled());
        says(10, 70, Optional.of(Identification.VISUAL), SessionTime.Ending.TAKEN);
    }

    private static Identified visual() {
        Identified face = Samples.who("A", TokenKind.CARD, new CertificateStanding.Current());
        return new Identified(
                face.kind(),
                Identification.VISUAL,
                face.opening(),
                face.reply(),
                face.certificateEnd(),
                face.standing());
    }

    @Test
    void aPhoneHoldsNobodyUpOnceItWasAnsweredOrRefused() {
        happen(Event.Tap.PHONE, Event.Tap.IPHONE, new Event.PhoneHeld(), new Event.Broken(FaultCode.PHONE));
        says(10, 30, Optional.of(Identification.PHONE_BIOMETRICS), SessionTime.Ending.FAILED);
    }

    @Test
    void aPatientWhoLeavesBeforeChoosingIsASessionWithoutAWay() {
        happen(new Event.CardPlaced(), read(), new Event.CardPulled());
        says(10, 20, Optional.empty(), SessionTime.Ending.GIVEN_UP);
    }

    @Test
    void theAlarmOverAForgottenCardBelongsToWhoForgotIt() {
        happen(new Event.CardPlaced(), new Event.Broken(FaultCode.NOT_RECOGNISED), new Event.TimedOut());
        happen(new Event.CardPulled());
        says(10, 30, Optional.empty(), SessionTime.Ending.FAILED);
    }

    @Test
    void aCardUnderTheReadersHandsBeforeTheFirstWasPulledIsAnotherSession() {
        happen(new Event.CardPlaced(), read(), Event.Tap.FACE, new Event.CardPlaced());
        says(10, 30, Optional.of(Identification.FACE), SessionTime.Ending.GIVEN_UP);
        happen(read(), new Event.CardPulled());
        assertThat(times.getLast())
                .isEqualTo(new SessionTime(
                        Samples.NOW.plusSeconds(40),
                        Duration.ofSeconds(20),
                        Optional.empty(),
                        SessionTime.Ending.GIVEN_UP));
    }

    @Test
    void aReaderThatIsLostWithNobodyThereIsNoSession() {
        happen(new Event.ReaderLost(FaultCode.READER_LOST), new Event.ReaderBack());
        assertThat(times).isEmpty();
    }

    @Test
    void whatIsWrittenDownIsReadBackByTimeAndCannotBeChanged() {
        var database = Database.fresh("reader", PasscodeStore::migrate);
        SessionTimeStore store = new SessionTimeStore(database);
        for (Optional<Identification> by :
                List.of(Optional.of(Identification.FACE), Optional.<Identification>empty())) {
            now = now.plusSeconds(60);
            store.add("reader 1", new SessionTime(now, Duration.ofMillis(12_345), by, SessionTime.Ending.GIVEN_UP));
        }
        assertThat(store.between(Samples.NOW, now))
                .containsExactly(new SessionTimeStore.Line(
                        "reader 1",
                        new SessionTime(
                                Samples.NOW.plusSeconds(60),
                                Duration.ofMillis(12_345),
                                Optional.of(Identification.FACE),
                                SessionTime.Ending.GIVEN_UP)));
        assertThat(store.between(Samples.NOW, now.plusSeconds(1))).hasSize(2);
    }
}
