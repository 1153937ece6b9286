package madoguchi.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import madoguchi.card.CardConnection;
import madoguchi.card.CardResult;
import madoguchi.card.CardTransport;
import madoguchi.card.CardTrouble;
import madoguchi.card.Presence;
import org.junit.jupiter.api.Test;

/** What is told of a reader while cards come and go, and while the reader itself does. */
class ReaderWatchTest {

    /** A reader on which one thing after another lies; at the end it stays as it is. */
    private static final class Scripted implements CardTransport {

        private final Deque<Presence> script;

        Scripted(Presence... script) {
            this.script = new ArrayDeque<>(List.of(script));
        }

        @Override
        public CardResult<CardConnection> connect() {
            return CardResult.failed(CardTrouble.NO_CARD);
        }

        @Override
        public Presence presence() {
            return script.element();
        }

        @Override
        public Presence awaitChange(Presence known, Duration atMost) throws InterruptedException {
            if (script.isEmpty()) {
                new CountDownLatch(1).await();
            }
            return script.remove();
        }

        @Override
        public void close() {}
    }

    private static List<String> told(int events, boolean phones, Presence... script) throws InterruptedException {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (ReaderWatch _ = phones
                ? ReaderWatch.phones(new Scripted(script), event -> told.add(name(event)))
                : ReaderWatch.cards(new Scripted(script), event -> told.add(name(event)))) {
            List<String> names = new ArrayList<>();
            while (names.size() < events) {
                String name = told.poll(10, TimeUnit.SECONDS);
                assertThat(name).isNotNull();
                names.add(name);
            }
            return names;
        }
    }

    private static String name(Event.Hand event) {
        return event.getClass().getSimpleName();
    }

    @Test
    void aCardThatComesAndGoesIsPlacedAndPulled() throws InterruptedException {
        assertThat(told(6, false, Presence.EMPTY, Presence.ONE, Presence.ONE, Presence.EMPTY))
                .containsExactly("ReaderBack", "ReaderBack", "CardPlaced", "ReaderBack", "CardPulled", "ReaderBack");
    }

    @Test
    void aSecondCardBesideTheFirstIsToldAsPlacedSoThatReadingSaysWhatIsWrong() throws InterruptedException {
        assertThat(told(4, false, Presence.ONE, Presence.SEVERAL))
                .containsExactly("ReaderBack", "CardPlaced", "ReaderBack", "CardPlaced");
    }

    @Test
    void aReaderThatIsGoneIsToldUntilItIsBack() throws InterruptedException {
        assertThat(told(4, false, Presence.NO_READER, Presence.NO_READER, Presence.EMPTY))
                .containsExactly("ReaderLost", "ReaderLost", "CardPulled", "ReaderBack");
        assertThat(told(3, false, Presence.NO_READER, Presence.ONE))
                .containsExactly("ReaderLost", "ReaderBack", "CardPlaced");
    }

    @Test
    void aPhoneIsToldOnceWhileItIsHeldAndItsReaderIsNobodysLoss() throws InterruptedException {
        assertThat(told(2, true, Presence.NO_READER, Presence.ONE, Presence.ONE, Presence.EMPTY, Presence.ONE))
                .containsExactly("PhoneHeld", "PhoneHeld");
    }
}
