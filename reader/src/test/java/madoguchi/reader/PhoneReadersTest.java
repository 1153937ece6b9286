package madoguchi.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.card.CardResult;
import madoguchi.card.CardTransport;
import madoguchi.card.CardTrouble;
import madoguchi.card.Presence;
import madoguchi.card.VirtualReader;
import madoguchi.core.ConsentScope;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import org.junit.jupiter.api.Test;

/** Setting up the reader for phones, and what an administrator switches: tried, named, plugged in again, removed, and every step written down. */
class PhoneReadersTest {

    /** Readers that are plugged in and out. */
    private static final class Plugs implements ConnectedReaders {

        private Optional<List<String>> names = Optional.of(List.of("ACR122U 00 00", "ACR122U 01 00", "SCR3310 02 00"));
        private final VirtualReader empty = new VirtualReader();

        @Override
        public Optional<List<String>> names() {
            return names;
        }

        @Override
        public CardTransport of(String name) {
            return empty;
        }
    }

    private final DataSource database = Database.fresh("reader", PasscodeStore::migrate);
    private final PhoneReaderStore store = new PhoneReaderStore(database);
    private final MovableClock clock = new MovableClock("2026-11-21T00:10:00Z");
    private final Plugs plugs = new Plugs();
    private final PhoneReaders readers = new PhoneReaders(store, plugs, clock);

    @Test
    void aReaderIsChosenByItsDeviceTriedWithACardNamedAndFoundInAnotherPlug() throws InterruptedException {
        assertThat(readers.devices().orElseThrow()).containsExactly("ACR122U 00 00", "ACR122U 01 00", "SCR3310");
        assertThat(readers.register("SCR3310", "受付の右", "tanaka")).isEqualTo(PhoneReaders.Registered.NOT_TESTED);
        assertThat(readers.test("SCR3310", "tanaka")).isEqualTo(new PhoneReaders.Tested.Failed(CardTrouble.NO_CARD));
        assertThat(readers.register("SCR3310", "受付の右", "tanaka")).isEqualTo(PhoneReaders.Registered.NOT_TESTED);

        store.tested("SCR3310", "CARD", "tanaka", clock.instant());
        clock.advance(Duration.ofMinutes(9));
        assertThat(readers.register("SCR3310", "受付の右", "tanaka")).isEqualTo(PhoneReaders.Registered.DONE);
        assertThat(readers.isThere()).isTrue();

        plugs.names = Optional.of(List.of());
        assertThat(readers.isThere()).isFalse();
        assertThat(readers.register("SCR3310", "受付の右", "tanaka")).isEqualTo(PhoneReaders.Registered.NOT_CONNECTED);
        plugs.names = Optional.of(List.of("SCR3310 00 00"));
        assertThat(readers.isThere()).isTrue();
        assertThat(new PhoneReaders(store, plugs, clock).current().orElseThrow().label())
                .isEqualTo("受付の右");
    }

    @Test
    void twoReadersOfOneMakeAreToldApartByTheirSerialNumbersOrElseByTheNumbersOfThePlug() {
        plugs.names = Optional.of(List.of("Twin (A1B2) 00 00", "Twin (C3D4) 01 00", "ACR122U 02 00", "ACR122U 03 00"));
        assertThat(readers.devices().orElseThrow())
                .containsExactly("Twin (A1B2)", "Twin (C3D4)", "ACR122U 02 00", "ACR122U 03 00");

        readers.adopt("Twin (C3D4)", "受付の右", "tanaka");
        plugs.names = Optional.of(List.of("Twin (C3D4) 00 00"));
        assertThat(readers.isThere()).isTrue();
        plugs.names = Optional.of(List.of("Twin (A1B2) 00 00"));
        assertThat(readers.isThere()).isFalse();

        readers.adopt("ACR122U 03 00", "受付の左", "tanaka");
        plugs.names = Optional.of(List.of("ACR122U 02 00"));
        assertThat(readers.isThere()).isFalse();
        plugs.names = Optional.of(List.of("ACR122U 02 00", "ACR122U 03 00"));
        assertThat(readers.isThere()).isTrue();
    }

    @Test
    void aTestHoldsForTenMinutesAndForThatDeviceOnly() {
        store.tested("SCR3310", "CARD", "tanaka", clock.instant());
        assertThat(readers.register("ACR122U 00 00", "x", "tanaka")).isEqualTo(PhoneReaders.Registered.NOT_TESTED);
        clock.advance(Duration.ofMinutes(10));
        assertThat(readers.register("SCR3310", "x", "tanaka")).isEqualTo(PhoneReaders.Registered.NOT_TESTED);
    }

    @Test
    void aRemovedReaderIsNoneAndTheLogSaysWhoDidWhat() {
        readers.adopt("SCR3310", "受付の右", "tanaka");
        readers.adopt("SCR3310", "受付の右", "tanaka");
        assertThat(readers.transport().connect()).isEqualTo(CardResult.failed(CardTrouble.NO_CARD));
        assertThat(readers.remove("suzuki")).isTrue();
        assertThat(readers.remove("suzuki")).isFalse();
        assertThat(readers.current()).isEmpty();
        assertThat(readers.transport().connect()).isEqualTo(CardResult.failed(CardTrouble.NO_READER));
        assertThat(readers.transport().presence()).isEqualTo(Presence.NO_READER);
        assertThat(readers.log())
                .extracting(PhoneReaderStore.Line::act, PhoneReaderStore.Line::login)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("REMOVED", "suzuki"),
                        org.assertj.core.groups.Tuple.tuple("REGISTERED", "tanaka"));
    }

    @Test
    void whatAnAdministratorSwitchesHoldsFromThenOnAndAfterARestart() {
        FacilityChoiceStore choices = new FacilityChoiceStore(database);
        FacilitySettings settings = new FacilitySettings(
                choices, Settings.standard(), () -> readers.current().isPresent(), clock);
        assertThat(settings.get().link()).isFalse();
        assertThat(settings.get().phone()).isFalse();

        settings.change(
                java.util.Set.of(
                        FacilityChoice.CHECKUPS, FacilityChoice.MEDICINES, FacilityChoice.LINK, FacilityChoice.SOUND),
                "suzuki");
        readers.adopt("SCR3310", "受付の右", "tanaka");

        for (Settings now :
                List.of(settings.get(), new FacilitySettings(choices, Settings.standard(), () -> true, clock).get())) {
            assertThat(now.offered()).containsExactly(ConsentScope.MEDICINES, ConsentScope.CHECKUPS);
            assertThat(now.link()).isTrue();
            assertThat(now.sound()).isTrue();
            assertThat(now.diseases()).isFalse();
            assertThat(now.subsidies()).isFalse();
            assertThat(now.phone()).isTrue();
        }
    }

    @Test
    void aCardThatIsAPatientCardAlreadyIsNotAskedAgain() {
        Settings asking = Settings.standard().with(FacilityChoice.LINK, true);
        Answers rest = Answers.NONE
                .settling(Answers.Question.RECORDS)
                .settling(Answers.Question.DISEASES)
                .settling(Answers.Question.SUBSIDIES);
        assertThat(asking.next(rest, false)).contains(Answers.Question.LINK);
        assertThat(asking.next(rest, true)).isEmpty();
    }
}
