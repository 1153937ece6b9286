package madoguchi.card;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;

/**
 * PC/SC – real readers, and virtual ones of vpcd, through the system's service (pcscd on Linux) and the JDK's {@code javax.smartcardio}. All readers whose names are wanted count as one place: exactly one card may lie on
 * them.
 *
 * <p>The JDK keeps one connection to the service for the life of the program: when pcscd was restarted, the program must be, too; until then every call ends in {@link CardTrouble#NO_SERVICE}.
 */
public final class PcscTransport implements CardTransport {

    private static final String LIBRARY = "sun.security.smartcardio.library";
    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/libpcsclite.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/libpcsclite.so.1"),
            Path.of("/usr/lib64/libpcsclite.so.1"),
            Path.of("/usr/lib/libpcsclite.so.1"),
            Path.of("/usr/local/lib/libpcsclite.so.1"));

    /* Long enough to cost nothing, short enough not to be felt. Waiting inside the service would keep its only context from being used meanwhile. */
    private static final long LOOK_EVERY_MILLIS = 50;

    private final CardTerminals terminals;
    private final Predicate<String> wanted;

    private PcscTransport(CardTerminals terminals, Predicate<String> wanted) {
        this.terminals = terminals;
        this.wanted = wanted;
    }

    /**
     * The readers of this machine.
     *
     * @param wanted told a reader's name, says whether it belongs to this place
     * @return {@link CardTrouble#NO_SERVICE} when no PC/SC library is installed or its service does not run; asking again later is fine
     */
    public static CardResult<PcscTransport> open(Predicate<String> wanted) {
        prepare();
        try {
            return CardResult.got(
                    new PcscTransport(TerminalFactory.getInstance("PC/SC", null).terminals(), wanted));
        } catch (NoSuchAlgorithmException noService) {
            return CardResult.failed(CardTrouble.NO_SERVICE);
        }
    }

    /**
     * Tells the JDK where the library is, unless somebody has, and to leave {@code 61xx} and {@code 6Cxx} to the driver: for {@code 6Cxx} it would overwrite the last byte of whatever was sent and send it again, also of a
     * PIN.
     */
    private static void prepare() {
        if (System.getProperty(LIBRARY, "").isBlank()) {
            library().ifPresent(path -> System.setProperty(LIBRARY, path.toString()));
        }
        System.setProperty("sun.security.smartcardio.t0GetResponse", "false");
        System.setProperty("sun.security.smartcardio.t1GetResponse", "false");
    }

    /** Where the PC/SC library lies; empty when it is in none of the usual places. */
    static Optional<Path> library() {
        return USUAL_PLACES.stream().filter(Files::isRegularFile).findFirst();
    }

    /** What the service calls the readers of this place, in its order. */
    public List<String> names() {
        return SystemThreads.call(this::listed);
    }

    private List<String> listed() {
        try {
            return readers().stream().map(CardTerminal::getName).toList();
        } catch (CardException none) {
            return List.of();
        }
    }

    @Override
    public CardResult<CardConnection> connect() {
        return SystemThreads.call(this::connected);
    }

    private CardResult<CardConnection> connected() {
        try {
            List<CardTerminal> readers = readers();
            List<CardTerminal> occupied = occupied(readers);
            return readers.isEmpty()
                    ? CardResult.failed(CardTrouble.NO_READER)
                    : switch (occupied.size()) {
                        case 0 -> CardResult.failed(CardTrouble.NO_CARD);
                        case 1 -> PcscConnection.open(occupied.getFirst());
                        default -> CardResult.failed(CardTrouble.SEVERAL_CARDS);
                    };
        } catch (CardException broken) {
            return CardResult.failed(trouble(broken, CardTrouble.NO_SERVICE));
        }
    }

    @Override
    public Presence presence() {
        return SystemThreads.call(this::seen);
    }

    private Presence seen() {
        try {
            List<CardTerminal> readers = readers();
            return readers.isEmpty()
                    ? Presence.NO_READER
                    : switch (occupied(readers).size()) {
                        case 0 -> Presence.EMPTY;
                        case 1 -> Presence.ONE;
                        default -> Presence.SEVERAL;
                    };
        } catch (CardException broken) {
            return Presence.NO_READER;
        }
    }

    private List<CardTerminal> readers() throws CardException {
        return terminals.list().stream()
                .filter(reader -> wanted.test(reader.getName()))
                .toList();
    }

    private static List<CardTerminal> occupied(List<CardTerminal> readers) throws CardException {
        List<CardTerminal> occupied = new ArrayList<>();
        for (CardTerminal reader : readers) {
            if (reader.isCardPresent()) {
                occupied.add(reader);
            }
        }
        return occupied;
    }

    @Override
    public Presence awaitChange(Presence known, Duration atMost) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + atMost.toNanos();
        Presence now = presence();
        while (now == known && System.nanoTime() < end) {
            never.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            now = presence();
        }
        return now;
    }

    /** Does nothing: the JDK keeps its connection to the service. */
    @Override
    public void close() {}

    /** What the service's own word means; the JDK carries it as the message of the cause. */
    static CardTrouble trouble(CardException broken, CardTrouble otherwise) {
        String word = Optional.ofNullable(broken.getCause())
                .map(Throwable::getMessage)
                .orElse("");
        return switch (word) {
            case "SCARD_W_REMOVED_CARD", "SCARD_E_NO_SMARTCARD" -> CardTrouble.PULLED;
            case "SCARD_E_READER_UNAVAILABLE", "SCARD_E_UNKNOWN_READER", "SCARD_E_NO_READERS_AVAILABLE" ->
                CardTrouble.NO_READER;
            case "SCARD_E_NO_SERVICE", "SCARD_E_SERVICE_STOPPED", "SCARD_E_INVALID_HANDLE" -> CardTrouble.NO_SERVICE;
            case "SCARD_W_UNRESPONSIVE_CARD",
                    "SCARD_W_UNPOWERED_CARD",
                    "SCARD_W_UNSUPPORTED_CARD",
                    "SCARD_E_PROTO_MISMATCH" -> CardTrouble.NO_RESPONSE;
            default -> otherwise;
        };
    }
}
