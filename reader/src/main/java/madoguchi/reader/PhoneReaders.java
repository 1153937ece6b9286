package madoguchi.reader;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import madoguchi.card.CardConnection;
import madoguchi.card.CardResult;
import madoguchi.card.CardTransport;
import madoguchi.card.CardTrouble;
import madoguchi.card.MyNumberCard;
import madoguchi.card.Presence;
import madoguchi.core.TokenKind;

/*
 * Setting up (seed 001 導入の流れ, R-ADD-07): the reader is plugged in, a real My Number card of a member of staff is laid on it once, and from then on it belongs to the kiosk. The test opens the card's application and
 * reads the name of the token (EF 0006, free to read, the same on every card): no certificate, no PIN, nothing of its holder. A device is known by its name without the numbers of the plug, so that it may be plugged
 * in elsewhere; a serial number, where the service knows one, is part of the name. Two of one make without serial numbers are told apart by the numbers of the plug, for as long as nobody swaps the plugs.
 */

/** 汎用カードリーダーの登録 – which of the connected readers phones are held to: tested with a card of staff, registered under a name, removed. Threads may share it. */
public final class PhoneReaders {

    /** 試し読みの結果. */
    public sealed interface Tested {
        /** 読めた – a plastic My Number card. */
        record Good() implements Tested {}

        /** 実物のカードでない – a phone: it would not show that the reader can read every token. */
        record NotACard() implements Tested {}

        /** 読めない. */
        record Failed(CardTrouble why) implements Tested {}
    }

    /** 登録の結果. */
    public enum Registered {
        /** 登録した. */
        DONE,
        /** 試していない – it has read no card in the last ten minutes. */
        NOT_TESTED,
        /** つながっていない. */
        NOT_CONNECTED
    }

    private static final Duration TEST_HOLDS = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int LINES = 20;

    private final PhoneReaderStore store;
    private final ConnectedReaders connected;
    private final Clock clock;
    private volatile Optional<PhoneReader> current;

    /** The readers in that store, over those that are plugged in. */
    public PhoneReaders(PhoneReaderStore store, ConnectedReaders connected, Clock clock) {
        this.store = store;
        this.connected = connected;
        this.clock = clock;
        this.current = store.current();
    }

    /** The registered one. */
    public Optional<PhoneReader> current() {
        return current;
    }

    /** The devices that are plugged in, told apart; absent without PC/SC. */
    public Optional<List<String>> devices() {
        return connected.names().map(PhoneReader::devices);
    }

    /** Whether the registered one is plugged in. */
    public boolean isThere() {
        return current.isPresent()
                && connected.names().orElse(List.of()).stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT)
                                .contains(current.get().name().toLowerCase(Locale.ROOT)));
    }

    /** Reads the card that lies on that device, as far as nothing is personal, and writes down how it went. */
    public Tested test(String device, String login) {
        Tested tested = tested(MyNumberCard.open(connected.of(device)).map(PhoneReaders::kind));
        store.tested(device, word(tested), login, clock.instant());
        return tested;
    }

    private static Tested tested(CardResult<TokenKind> read) {
        return switch (read) {
            case CardResult.Got<TokenKind>(var kind) ->
                kind == TokenKind.CARD ? new Tested.Good() : new Tested.NotACard();
            case CardResult.Failed<TokenKind>(var why, var word) -> new Tested.Failed(why);
            case CardResult.Wrong<TokenKind> never -> new Tested.Failed(CardTrouble.REFUSED);
            case CardResult.Locked<TokenKind> never -> new Tested.Failed(CardTrouble.REFUSED);
        };
    }

    private static TokenKind kind(MyNumberCard card) {
        try (card) {
            return card.token();
        }
    }

    private static String word(Tested tested) {
        return switch (tested) {
            case Tested.Good good -> "CARD";
            case Tested.NotACard phone -> "PHONE";
            case Tested.Failed(var why) -> why.name();
        };
    }

    /** Takes a device that has just read a card; the one before is replaced. */
    public synchronized Registered register(String device, String label, String login) {
        if (!devices().orElse(List.of()).contains(device)) {
            return Registered.NOT_CONNECTED;
        }
        if (store.lastGood(device)
                .filter(at -> at.plus(TEST_HOLDS).isAfter(clock.instant()))
                .isEmpty()) {
            return Registered.NOT_TESTED;
        }
        store.registered(device, label, login, clock.instant());
        current = store.current();
        return Registered.DONE;
    }

    /** Takes a device as it is, without a test: what is written in the command line, or simulated. Nothing is written when it is registered already. */
    public synchronized void adopt(String device, String label, String login) {
        if (current.filter(reader -> reader.name().equals(device)).isEmpty()) {
            store.registered(device, label, login, clock.instant());
            current = store.current();
        }
    }

    /** Whether anybody ever registered or removed one. */
    public boolean isNew() {
        return store.latest(1).isEmpty();
    }

    /** Phones are read here no more; false when none was registered. */
    public synchronized boolean remove(String login) {
        Optional<PhoneReader> was = current;
        was.ifPresent(reader -> store.removed(reader.name(), login, clock.instant()));
        current = store.current();
        return was.isPresent();
    }

    /** What was done, newest first. */
    public List<PhoneReaderStore.Line> log() {
        return store.latest(LINES);
    }

    /** The way to whichever device is registered at that moment; none is like a reader that is not there. */
    public CardTransport transport() {
        return new Registration();
    }

    private final class Registration implements CardTransport {

        private Optional<CardTransport> there() {
            return current.map(reader -> connected.of(reader.name()));
        }

        @Override
        public CardResult<CardConnection> connect() {
            return there().map(CardTransport::connect).orElseGet(() -> CardResult.failed(CardTrouble.NO_READER));
        }

        @Override
        public Presence presence() {
            return there().map(CardTransport::presence).orElse(Presence.NO_READER);
        }

        /* Looks again often enough to notice that another one was registered meanwhile. */
        @Override
        public Presence awaitChange(Presence known, Duration atMost) throws InterruptedException {
            Duration wait = atMost.compareTo(LOOK_AGAIN) < 0 ? atMost : LOOK_AGAIN;
            Optional<CardTransport> device = there();
            if (device.isPresent()) {
                return device.get().awaitChange(known, wait);
            }
            if (known == Presence.NO_READER) {
                Thread.sleep(wait);
            }
            return Presence.NO_READER;
        }

        @Override
        public void close() {
            there().ifPresent(CardTransport::close);
        }
    }
}
