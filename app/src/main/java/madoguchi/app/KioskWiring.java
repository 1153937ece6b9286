package madoguchi.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.account.Account;
import madoguchi.account.Accounts;
import madoguchi.account.SignIn;
import madoguchi.card.CardTransport;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CardsTaken;
import madoguchi.desk.Desk;
import madoguchi.reader.Camera;
import madoguchi.reader.ConnectedReaders;
import madoguchi.reader.DriverDevice;
import madoguchi.reader.FacilityChoiceStore;
import madoguchi.reader.FacilitySettings;
import madoguchi.reader.HubCentre;
import madoguchi.reader.KioskDevicePages;
import madoguchi.reader.KioskDeviceStore;
import madoguchi.reader.KioskDevices;
import madoguchi.reader.KioskPages;
import madoguchi.reader.Kiosks;
import madoguchi.reader.PairingPages;
import madoguchi.reader.PasscodePages;
import madoguchi.reader.PasscodeStore;
import madoguchi.reader.Passcodes;
import madoguchi.reader.PhoneReaderPages;
import madoguchi.reader.PhoneReaderStore;
import madoguchi.reader.PhoneReaders;
import madoguchi.reader.Reader;
import madoguchi.reader.ReaderSettingsPages;
import madoguchi.reader.SessionTimeStore;
import madoguchi.reader.TakenCards;
import madoguchi.reader.Timers;
import madoguchi.terminal.FolderTerminal;
import madoguchi.web.Frames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** 読取機の配線 – the session, its screens and their sign-in; what stands on the counter comes from {@link TownKioskWiring} or {@link PcscKioskWiring}. */
@Configuration(proxyBeanMethods = false)
class KioskWiring {

    /**
     * 置いてあるもの.
     *
     * @param places the readers for cards, each with the name staff choose it by; one at least
     * @param phones the reader for phones
     * @param camera the eyes of the reader
     * @param settings what is asked here unless an administrator says otherwise
     * @param simulated whether cards are simulated, as long as the hub has not told
     */
    record Parts(
            List<Place> places,
            CardTransport phones,
            Camera camera,
            madoguchi.reader.Settings settings,
            boolean simulated) {}

    /**
     * 読取機.
     *
     * @param name as the program was told it
     * @param cards the way to what lies on it
     */
    record Place(String name, CardTransport cards) {}

    @Bean
    Passcodes passcodes(DataSource database, Accounts accounts, Clock clock, Parts parts) {
        PasscodeStore.migrate(database);
        return Passcodes.of(new PasscodeStore(database), clock, parts.settings(), () -> active(accounts));
    }

    private static Set<String> active(Accounts accounts) {
        return accounts.all().stream()
                .filter(account -> !account.disabled())
                .map(Account::login)
                .collect(Collectors.toSet());
    }

    /** Depends on nothing of the reader: which device phones are held to is asked for whenever one is. */
    @Bean
    PhoneReaders phoneReaders(DataSource database, ConnectedReaders connected, Clock clock) {
        PasscodeStore.migrate(database);
        return new PhoneReaders(new PhoneReaderStore(database), connected, clock);
    }

    @Bean
    PhoneReaderPages phoneReaderPages(PhoneReaders readers, Frames frames) {
        return new PhoneReaderPages(readers, frames);
    }

    @Bean
    FacilitySettings facilitySettings(DataSource database, Parts parts, PhoneReaders phones, Clock clock) {
        return new FacilitySettings(
                new FacilityChoiceStore(database),
                parts.settings(),
                () -> phones.current().isPresent(),
                clock);
    }

    @Bean
    ReaderSettingsPages readerSettingsPages(FacilitySettings settings, Frames frames) {
        return new ReaderSettingsPages(settings, frames);
    }

    @Bean
    PasscodePages passcodePages(Passcodes passcodes, Frames frames) {
        return new PasscodePages(passcodes, frames);
    }

    /** What the hub tells of its cards; before it has told, they are taken for real where this process was given roots. */
    @Bean
    TakenCards takenCards(
            ObjectProvider<ClinicWiring.AskedCardHub> asked, Parts parts, Settings settings, Clock clock) {
        return new TakenCards(
                new LateCardHub(() -> asked.getObject().hub()),
                new Caller(settings.facility(), "kiosk", "patient"),
                clock,
                new CardsTaken.Told(parts.simulated(), parts.simulated()));
    }

    /** One session for each reader. */
    @Bean(destroyMethod = "close")
    Kiosks kiosks(
            DataSource database,
            Parts parts,
            ObjectProvider<ClinicWiring.AskedCardHub> asked,
            Passcodes passcodes,
            Desk desk,
            ObjectProvider<FolderTerminal> terminal,
            FacilitySettings facility,
            TakenCards taken,
            Settings settings,
            Clock clock) {
        Caller caller = new Caller(settings.facility(), "kiosk", "patient");
        CardHub hub = new LateCardHub(() -> asked.getObject().hub());
        SessionTimeStore times = new SessionTimeStore(database);
        return new Kiosks(parts.places().stream()
                .map(place -> new Kiosks.Kiosk(
                        place.name(),
                        new Reader(
                                new DriverDevice(
                                        place.cards(), parts.phones(), parts.camera(), new HubCentre(hub, caller)),
                                hub,
                                passcodes,
                                new KioskCounter(
                                        desk,
                                        Optional.ofNullable(terminal.getIfAvailable()),
                                        time -> times.add(place.name(), time)),
                                caller,
                                clock,
                                Timers.sleeping(),
                                () -> facility.get().withCentre(taken.now().withoutPin()))))
                .toList());
    }

    /** The first of them: that of the demo's slot. The others close it. */
    @Bean(destroyMethod = "")
    Reader reader(Kiosks kiosks) {
        return kiosks.first();
    }

    @Bean
    KioskPages kioskPages(Kiosks kiosks, Frames frames, Clock clock, TakenCards taken) {
        return new KioskPages(kiosks, frames, clock, () -> taken.now().simulated());
    }

    /** Depends on the passcodes so that the schema exists. */
    @Bean
    KioskDevices kioskDevices(DataSource database, Passcodes migrated, Clock clock) {
        return new KioskDevices(new KioskDeviceStore(database), clock);
    }

    @Bean
    KioskDevicePages kioskDevicePages(KioskDevices devices, Kiosks kiosks, Frames frames) {
        return new KioskDevicePages(devices, kiosks, frames);
    }

    @Bean
    PairingPages pairingPages(KioskDevices devices, Frames frames) {
        return new PairingPages(devices, frames);
    }

    /** The patient's screen belongs to a device, never to a clerk: here no session of anybody counts. */
    @Bean
    @Order(2)
    SecurityFilterChain kioskChain(HttpSecurity http, KioskDevices devices) {
        return SignIn.headed(KioskDoor.chain(http, devices)).build();
    }
}
