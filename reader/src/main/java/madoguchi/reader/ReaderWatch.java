package madoguchi.reader;

import java.time.Duration;
import java.util.function.Consumer;
import madoguchi.card.CardTransport;
import madoguchi.card.Presence;

/**
 * 読取機の見張り – watches what lies on one reader and tells the session of every change. A reader that is not there is told again and again, so that the screen keeps saying so; one that is there again is told, too.
 */
public final class ReaderWatch implements AutoCloseable {

    private static final Duration SAY_AGAIN = Duration.ofSeconds(3);

    private final CardTransport transport;
    private final Consumer<Event.Hand> told;
    private final Telling telling;
    private final Thread thread;

    /* What a change means at one kind of reader. */
    private interface Telling {
        void tell(Presence before, Presence now, Consumer<Event.Hand> told);
    }

    private ReaderWatch(String name, CardTransport transport, Consumer<Event.Hand> told, Telling telling) {
        this.transport = transport;
        this.told = told;
        this.telling = telling;
        // It looks at the reader twenty times a second: what it calls does not suit a virtual thread.
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::watch);
    }

    /** Watches the reader for cards, from now on; one thing is told after the other, each when the one before was taken. Two cards are told as one that was placed: reading them is what fails. */
    public static ReaderWatch cards(CardTransport transport, Consumer<Event.Hand> told) {
        return started(new ReaderWatch("reader-cards", transport, told, ReaderWatch::card));
    }

    /** Watches the general-purpose reader to which phones are held, from now on. */
    public static ReaderWatch phones(CardTransport transport, Consumer<Event.Hand> told) {
        return started(new ReaderWatch("reader-phones", transport, told, ReaderWatch::phone));
    }

    private static ReaderWatch started(ReaderWatch watch) {
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            Presence before = Presence.EMPTY;
            while (!Thread.currentThread().isInterrupted()) {
                Presence now = transport.awaitChange(before, SAY_AGAIN);
                telling.tell(before, now, told);
                before = now;
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void card(Presence before, Presence now, Consumer<Event.Hand> told) {
        if (now == Presence.NO_READER) {
            told.accept(new Event.ReaderLost(FaultCode.READER_LOST));
            return;
        }
        if (now == Presence.EMPTY && before != Presence.EMPTY) {
            told.accept(new Event.CardPulled());
        }
        told.accept(new Event.ReaderBack());
        if (now != Presence.EMPTY && now != before) {
            told.accept(new Event.CardPlaced());
        }
    }

    private static void phone(Presence before, Presence now, Consumer<Event.Hand> told) {
        if (now == Presence.ONE && before != Presence.ONE) {
            told.accept(new Event.PhoneHeld());
        }
    }

    /** Stops watching. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
