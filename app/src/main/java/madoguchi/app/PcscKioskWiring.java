package madoguchi.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import madoguchi.card.CardTransport;
import madoguchi.reader.Camera;
import madoguchi.reader.ConnectedReaders;
import madoguchi.reader.Event;
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
                PcscTransports.named(readers.cards()),
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

        static Watches none() {
            return new Watches(List.of(), List.of());
        }

        static Watches of(CardTransport cards, Optional<CardTransport> phones, Reader reader) {
            Consumer<Event.Hand> told = event -> reader.hand(event).join();
            return new Watches(
                    Stream.concat(
                                    Stream.of(ReaderWatch.cards(cards, told)),
                                    phones.stream().map(there -> ReaderWatch.phones(there, told)))
                            .toList(),
                    Stream.concat(Stream.of(cards), phones.stream()).toList());
        }

        @Override
        public void close() {
            watches.forEach(ReaderWatch::close);
            watched.forEach(CardTransport::close);
        }
    }

    @Bean(destroyMethod = "close")
    Watches readerWatches(KioskWiring.Parts parts, Reader reader) {
        return Watches.of(parts.cards(), Optional.of(parts.phones()), reader);
    }
}
