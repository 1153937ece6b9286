package madoguchi.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.card.CardTransport;
import madoguchi.reader.Camera;
import madoguchi.reader.ConnectedReaders;
import madoguchi.reader.Kiosks;
import madoguchi.reader.PhoneReaders;
import madoguchi.reader.Reader;
import madoguchi.reader.ReaderWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** PC/SC の読取機の配線 – {@code --reader}: the kiosk over readers of this machine. A plain reader has no camera, so faces are not offered. The hub accepts SIMULATED certificates only, and the screen says so. */
@Configuration(proxyBeanMethods = false)
class PcscKioskWiring {

    @Bean
    ConnectedReaders connectedReaders(Settings settings) {
        return new PcscReaders(settings.readers().orElseThrow().cards());
    }

    @Bean
    KioskWiring.Parts kioskParts(Settings settings, PhoneReaders phones) {
        Settings.Readers readers = settings.readers().orElseThrow();
        readers.phones().ifPresent(name -> phones.adopt(name, name, "--phone-reader"));
        return new KioskWiring.Parts(
                PcscTransports.places(readers.cards()),
                phones.transport(),
                Camera.none(),
                madoguchi.reader.Settings.standard().withFace(false),
                settings.cardTrust().isEmpty());
    }

    /**
     * 見張り – one for each reader.
     *
     * @param watches who watches
     * @param watched what is let go at the end
     */
    record Watches(List<ReaderWatch> watches, List<CardTransport> watched) implements AutoCloseable {

        /** Watches each place for its own session, and the reader for phones for whichever waits. */
        static Watches of(List<CardTransport> places, Optional<CardTransport> phones, Kiosks kiosks) {
            List<ReaderWatch> watches = new ArrayList<>();
            for (int number = 0; number < places.size(); number++) {
                Reader reader = kiosks.all().get(number).reader();
                watches.add(ReaderWatch.cards(
                        places.get(number), event -> reader.hand(event).join()));
            }
            phones.ifPresent(there -> watches.add(ReaderWatch.phones(there, event -> kiosks.phoneHeld())));
            return new Watches(
                    watches, Stream.concat(places.stream(), phones.stream()).toList());
        }

        @Override
        public void close() {
            watches.forEach(ReaderWatch::close);
            watched.forEach(CardTransport::close);
        }
    }

    @Bean(destroyMethod = "close")
    Watches readerWatches(KioskWiring.Parts parts, Kiosks kiosks) {
        return Watches.of(
                parts.places().stream().map(KioskWiring.Place::cards).toList(), Optional.of(parts.phones()), kiosks);
    }
}
