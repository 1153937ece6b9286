package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.junit.jupiter.api.Test;

/** What the service hands on when a card is pulled while it answers: a success with nothing in it, and a card that it believes to lie there for some time yet. Seen with pcscd 1.9.9 and vpcd 3.3. */
final class EmptyAnswerTest {

    private static final int LOOKS_UNTIL_NOTICED = 4;
    private static final byte[] COMMAND = {0, (byte) 0xA4, 0, 0};

    @Test
    void anAnswerWithNothingInItFromACardThatIsSoonFoundGoneIsAPull() {
        SlowService service = new SlowService();
        try (CardConnection card = PcscConnection.open(service).toOptional().orElseThrow()) {
            assertThat(card.exchange(COMMAND)).isEqualTo(CardResult.failed(CardTrouble.PULLED));
            assertThat(card.exchange(COMMAND)).as("and it stays so").isEqualTo(CardResult.failed(CardTrouble.PULLED));
        }
        assertThat(service.looks).hasValueGreaterThanOrEqualTo(LOOKS_UNTIL_NOTICED);
    }

    /** A reader whose card was pulled, of which its service learns only when it has looked several times. */
    private static final class SlowService extends CardTerminal {

        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public String getName() {
            return "slow";
        }

        @Override
        public Card connect(String protocol) {
            return new Gone();
        }

        @Override
        public boolean isCardPresent() {
            return looks.incrementAndGet() < LOOKS_UNTIL_NOTICED;
        }

        @Override
        public boolean waitForCardPresent(long millis) {
            return isCardPresent();
        }

        @Override
        public boolean waitForCardAbsent(long millis) {
            return !isCardPresent();
        }
    }

    /** A card that is gone already. */
    private static final class Gone extends Card {

        @Override
        public ATR getATR() {
            return new ATR(new byte[0]);
        }

        @Override
        public String getProtocol() {
            return "T=1";
        }

        @Override
        public CardChannel getBasicChannel() {
            return new Silent(this);
        }

        @Override
        public CardChannel openLogicalChannel() {
            return new Silent(this);
        }

        @Override
        public void beginExclusive() {}

        @Override
        public void endExclusive() {}

        @Override
        public byte[] transmitControlCommand(int code, byte[] command) {
            return new byte[0];
        }

        @Override
        public void disconnect(boolean reset) {}
    }

    /** Answers with nothing, and calls it success. */
    private static final class Silent extends CardChannel {

        private final Card card;

        Silent(Card card) {
            this.card = card;
        }

        @Override
        public Card getCard() {
            return card;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) {
            throw new IllegalArgumentException("an empty answer is no APDU");
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) {
            return 0;
        }

        @Override
        public void close() {}
    }
}
