package madoguchi.app;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import madoguchi.card.CardConnection;
import madoguchi.card.CardResult;
import madoguchi.card.CardTransport;
import madoguchi.card.CardTrouble;
import madoguchi.card.PcscTransport;
import madoguchi.card.Presence;
import madoguchi.card.VpcdReader;

/** 読取機への経路 – the PC/SC reader of a name; asked for anew until the service runs, so that a kiosk may be started before its readers. */
final class PcscTransports implements CardTransport {

    /** 模擬の読取機の名前の始まり: {@code vpcd:35963} is no reader of PC/SC but a {@link VpcdReader} of our own at that port. */
    static final String VPCD = "vpcd:";

    private final String name;
    private Optional<PcscTransport> open = Optional.empty();

    private PcscTransports(String name) {
        this.name = name.toLowerCase(Locale.ROOT);
    }

    /** The readers in whose name this stands, letters large or small; for {@code vpcd:} and a port, a SIMULATED reader at which virtual cards plug in without pcscd. */
    static CardTransport named(String part) {
        return part.startsWith(VPCD)
                ? VpcdReader.listening(Integer.parseInt(part.substring(VPCD.length())))
                : new PcscTransports(part);
    }

    /** One place for each name. */
    static List<KioskWiring.Place> places(List<String> names) {
        return names.stream()
                .map(name -> new KioskWiring.Place(name, named(name)))
                .toList();
    }

    private synchronized Optional<PcscTransport> there() {
        if (open.isEmpty()) {
            open = PcscTransport.open(reader -> reader.toLowerCase(Locale.ROOT).contains(name))
                    .toOptional();
        }
        return open;
    }

    @Override
    public CardResult<CardConnection> connect() {
        return there().map(PcscTransport::connect).orElseGet(() -> CardResult.failed(CardTrouble.NO_SERVICE));
    }

    @Override
    public Presence presence() {
        return there().map(PcscTransport::presence).orElse(Presence.NO_READER);
    }

    @Override
    public Presence awaitChange(Presence known, Duration atMost) throws InterruptedException {
        Optional<PcscTransport> service = there();
        if (service.isPresent()) {
            return service.get().awaitChange(known, atMost);
        }
        if (known == Presence.NO_READER) {
            new CountDownLatch(1).await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }
        return Presence.NO_READER;
    }

    @Override
    public void close() {
        there().ifPresent(PcscTransport::close);
    }
}
