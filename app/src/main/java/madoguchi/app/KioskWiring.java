package madoguchi.app;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.account.Account;
import madoguchi.account.Accounts;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.desk.Desk;
import madoguchi.hub.CardAuthentication;
import madoguchi.hub.CardTerms;
import madoguchi.hub.RegisterHub;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.Registers;
import madoguchi.jpki.OcspSource;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.SimulatedVerifier;
import madoguchi.jpki.Trust;
import madoguchi.reader.DriverDevice;
import madoguchi.reader.HubCentre;
import madoguchi.reader.KioskPages;
import madoguchi.reader.PasscodePages;
import madoguchi.reader.PasscodeStore;
import madoguchi.reader.Passcodes;
import madoguchi.reader.Reader;
import madoguchi.reader.SlotPages;
import madoguchi.reader.Timers;
import madoguchi.terminal.FolderTerminal;
import madoguchi.town.Town;
import madoguchi.web.Frames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** 読取機の配線 – only for {@code demo}: the kiosk with virtual cards of the town's people, verified by this process's own hub through the simulated authority. Keys are made when the first card is placed. */
@Configuration(proxyBeanMethods = false)
class KioskWiring {

    @Bean
    @Lazy
    SimulatedAuthority simulatedAuthority(Settings settings) {
        return SimulatedAuthority.open(
                settings.data().resolve("jpki"), URI.create(settings.staff().url() + "/ocsp"));
    }

    @Bean
    @Lazy
    SimulatedVerifier simulatedVerifier(Settings settings) {
        return SimulatedVerifier.open(settings.data().resolve("jpki-verifier"));
    }

    @Bean
    Registers registers(DataSource database, RegisterIndex index, Clock clock) {
        return new Registers(database, Optional.of(index), clock);
    }

    @Bean
    @Lazy
    CardHub cardHub(
            DataSource database,
            RegisterHub hub,
            Registers registers,
            SimulatedAuthority authority,
            SimulatedVerifier verifier,
            Clock clock) {
        CardTerms terms = CardTerms.bundled();
        return new CardAuthentication(
                database,
                hub,
                registers,
                new Trust(Trust.Accept.SIMULATION, authority.roots()),
                new OcspSource(request -> Optional.of(authority.ocsp(request, clock.instant())), terms.skew()),
                new CardTermOfPolicy(),
                verifier,
                terms,
                clock);
    }

    @Bean
    @Lazy
    TownCards townCards(
            Town town, SimulatedAuthority authority, SimulatedVerifier verifier, Registers registers, Clock clock) {
        return new TownCards(town, authority, verifier, registers, clock);
    }

    @Bean
    Passcodes passcodes(DataSource database, Accounts accounts, Clock clock) {
        PasscodeStore.migrate(database);
        return Passcodes.of(
                new PasscodeStore(database), clock, madoguchi.reader.Settings.standard(), () -> active(accounts));
    }

    private static Set<String> active(Accounts accounts) {
        return accounts.all().stream()
                .filter(account -> !account.disabled())
                .map(Account::login)
                .collect(Collectors.toSet());
    }

    @Bean
    PasscodePages passcodePages(Passcodes passcodes, Frames frames) {
        return new PasscodePages(passcodes, frames);
    }

    @Bean
    TownSlot townSlot(Town town, ObjectProvider<TownCards> cards) {
        return new TownSlot(town, cards::getObject);
    }

    @Bean(destroyMethod = "close")
    Reader reader(
            TownSlot slot,
            @Lazy CardHub hub,
            Passcodes passcodes,
            Desk desk,
            FolderTerminal terminal,
            Settings settings,
            Clock clock) {
        Caller caller = new Caller(settings.facility(), "kiosk", "patient");
        Reader reader = new Reader(
                new DriverDevice(slot.cardReader(), slot.phoneReader(), slot, new HubCentre(hub, caller)),
                hub,
                passcodes,
                new KioskCounter(desk.arrivals(), terminal),
                caller,
                clock,
                Timers.sleeping(),
                madoguchi.reader.Settings.standard());
        slot.tells(reader);
        return reader;
    }

    @Bean
    KioskPages kioskPages(Reader reader, Frames frames, Clock clock) {
        return new KioskPages(reader, frames, clock, true);
    }

    @Bean
    SlotPages slotPages(TownSlot slot, Frames frames) {
        return new SlotPages(slot, frames);
    }
}
