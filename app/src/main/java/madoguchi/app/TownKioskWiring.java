package madoguchi.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.card.CardTransport;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.Registers;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.SimulatedVerifier;
import madoguchi.reader.ConnectedReaders;
import madoguchi.reader.PhoneReaders;
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

    private static final String PHONE_READER = "模擬の汎用カードリーダー";

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

    /** The one simulated reader for phones that is plugged in. */
    private record OneReader(TownSlot slot) implements ConnectedReaders {
        @Override
        public Optional<List<String>> names() {
            return Optional.of(List.of(PHONE_READER + " 00 00"));
        }

        @Override
        public CardTransport of(String name) {
            return slot.phoneReader();
        }
    }

    @Bean
    ConnectedReaders connectedReaders(TownSlot slot) {
        return new OneReader(slot);
    }

    /** Registered from the first start on, so that phones can be tried at once. */
    @Bean
    KioskWiring.Parts kioskParts(TownSlot slot, PhoneReaders phones) {
        if (phones.isNew()) {
            phones.adopt(PHONE_READER, "模擬", "demo");
        }
        return new KioskWiring.Parts(
                slot.cardReader(), phones.transport(), slot, madoguchi.reader.Settings.standard(), true);
    }

    @Bean
    SlotPages slotPages(TownSlot slot, Frames frames) {
        return new SlotPages(slot, frames);
    }
}
