package madoguchi.app;

import java.time.Clock;
import java.util.ArrayList;
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
import madoguchi.reader.Kiosks;
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

    private static final String CARD_READER = "模擬の差込口";
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
        List<KioskWiring.Place> readers = new ArrayList<>(settings.readers()
                .map(there -> PcscTransports.places(there.cards()))
                .orElse(List.of()));
        if (readers.isEmpty()) {
            readers.add(new KioskWiring.Place(CARD_READER, slot.cardReader()));
        } else {
            KioskWiring.Place first = readers.removeFirst();
            readers.addFirst(new KioskWiring.Place(first.name(), new TwoPlaces(slot.cardReader(), first.cards())));
        }
        return new KioskWiring.Parts(readers, phones.transport(), slot, madoguchi.reader.Settings.standard(), true);
    }

    /** Watches the readers of this computer, if the demo was given any; the slot tells by itself what is done there. */
    @Bean(destroyMethod = "close")
    PcscKioskWiring.Watches readerWatches(KioskWiring.Parts parts, Kiosks kiosks, Settings settings) {
        List<CardTransport> watched = settings.readers().isEmpty()
                ? List.of()
                : parts.places().stream()
                        .map(KioskWiring.Place::cards)
                        .map(there -> there instanceof TwoPlaces(var slot, var reader) ? reader : there)
                        .toList();
        return PcscKioskWiring.Watches.of(watched, Optional.empty(), kiosks);
    }

    @Bean
    SlotPages slotPages(TownSlot slot, Frames frames) {
        return new SlotPages(slot, frames);
    }
}
