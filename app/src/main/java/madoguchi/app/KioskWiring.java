package madoguchi.app;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.account.Account;
import madoguchi.account.Accounts;
import madoguchi.core.Caller;
import madoguchi.desk.Desk;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.Registers;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.SimulatedVerifier;
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
    TownCards townCards(
            Town town,
            SimulatedAuthority authority,
            SimulatedVerifier centre,
            DataSource database,
            RegisterIndex index,
            Clock clock) {
        return new TownCards(town, authority, centre, new Registers(database, Optional.of(index), clock), clock);
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
            LateCardHub hub,
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
