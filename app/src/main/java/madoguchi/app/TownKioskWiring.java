package madoguchi.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

/**
 * 模擬の読取機の配線 – SIMULATION, only for {@code demo}: virtual cards of the town's people on a simulated slot, and with {@code --reader} also on a reader of this computer, in front of the simulated camera. Keys are made when the
 * first card is placed.
 */
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

    /** The one simulated reader for phones, and those of this computer where the demo was given a reader. */
    private record TownReaders(TownSlot slot, Optional<PcscReaders> others) implements ConnectedReaders {
        @Override
        public Optional<List<String>> names() {
            List<String> plugged = others.flatMap(PcscReaders::names).orElse(List.of());
            return Optional.of(Stream.concat(Stream.of(PHONE_READER + " 00 00"), plugged.stream())
                    .toList());
        }

        @Override
        public CardTransport of(String name) {
            return name.startsWith(PHONE_READER) ? slot.phoneReader() : PcscTransports.named(name);
        }
    }

    @Bean
    ConnectedReaders connectedReaders(TownSlot slot, Settings settings) {
        return new TownReaders(slot, settings.readers().map(readers -> new PcscReaders(readers.cards())));
    }

    /** Registered from the first start on, so that phones can be tried at once. */
    @Bean
    KioskWiring.Parts kioskParts(TownSlot slot, PhoneReaders phones, Settings settings) {
        if (phones.isNew()) {
            phones.adopt(PHONE_READER, "模擬", "demo");
        }
        Optional<CardTransport> reader = settings.readers().map(readers -> PcscTransports.named(readers.cards()));
        return new KioskWiring.Parts(
                reader.<CardTransport>map(there -> new TwoPlaces(slot.cardReader(), there))
                        .orElseGet(slot::cardReader),
                phones.transport(),
                slot,
                madoguchi.reader.Settings.standard(),
                true);
    }

    /** Watches the reader of this computer, if the demo was given one; the slot tells by itself what is done there. */
    @Bean(destroyMethod = "close")
    PcscKioskWiring.Watches readerWatches(KioskWiring.Parts parts, Reader reader) {
        return parts.cards() instanceof TwoPlaces(var slot, var there)
                ? PcscKioskWiring.Watches.of(there, Optional.empty(), reader)
                : PcscKioskWiring.Watches.none();
    }

    @Bean
    SlotPages slotPages(TownSlot slot, Frames frames) {
        return new SlotPages(slot, frames);
    }
}
