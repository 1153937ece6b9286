package madoguchi.app;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import madoguchi.card.CardTransport;
import madoguchi.reader.Camera;
import madoguchi.reader.Event;
import madoguchi.reader.Reader;
import madoguchi.reader.ReaderWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** PC/SC の読取機の配線 – {@code --reader}: the kiosk over readers of this machine. A plain reader has no camera, so faces are not offered. The hub accepts SIMULATED certificates only, and the screen says so. */
@Configuration(proxyBeanMethods = false)
class PcscKioskWiring {

    @Bean
    KioskWiring.Parts kioskParts(Settings settings) {
        Settings.Readers readers = settings.readers().orElseThrow();
        CardTransport cards = PcscTransports.named(readers.cards());
        return new KioskWiring.Parts(
                cards,
                readers.phones().map(PcscTransports::named).orElse(cards),
                Camera.none(),
                madoguchi.reader.Settings.standard()
                        .withFace(false)
                        .withPhone(readers.phones().isPresent()),
                true);
    }

    /** 見張り – one for each reader. */
    record Watches(List<ReaderWatch> watches) implements AutoCloseable {
        @Override
        public void close() {
            watches.forEach(ReaderWatch::close);
        }
    }

    @Bean(destroyMethod = "close")
    Watches readerWatches(KioskWiring.Parts parts, Reader reader, Settings settings) {
        Consumer<Event.Hand> told = event -> reader.hand(event).join();
        Stream<ReaderWatch> phones = settings.readers().orElseThrow().phones().stream()
                .map(name -> ReaderWatch.phones(parts.phones(), told));
        return new Watches(Stream.concat(Stream.of(ReaderWatch.cards(parts.cards(), told)), phones)
                .toList());
    }
}
