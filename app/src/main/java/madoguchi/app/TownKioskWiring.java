package madoguchi.app;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.Registers;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.SimulatedVerifier;
import madoguchi.reader.Reader;
import madoguchi.reader.SlotPages;
import madoguchi.town.Town;
import madoguchi.web.Frames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** 模擬の読取機の配線 – SIMULATION, only for {@code demo}: virtual cards of the town's people on a simulated slot. Keys are made when the first card is placed. */
@Configuration(proxyBeanMethods = false)
class TownKioskWiring {

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
    TownSlot townSlot(Town town, ObjectProvider<TownCards> cards, ObjectProvider<Reader> reader) {
        return new TownSlot(town, cards::getObject, reader::getObject);
    }

    @Bean
    KioskWiring.Parts kioskParts(TownSlot slot) {
        return new KioskWiring.Parts(
                slot.cardReader(), slot.phoneReader(), slot, madoguchi.reader.Settings.standard(), true);
    }

    @Bean
    SlotPages slotPages(TownSlot slot, Frames frames) {
        return new SlotPages(slot, frames);
    }
}
