package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;

import javax.smartcardio.CardException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the PC/SC service says, and what the reader makes of it. */
final class PcscWordsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            SCARD_W_REMOVED_CARD, PULLED
            SCARD_E_NO_SMARTCARD, PULLED
            SCARD_E_READER_UNAVAILABLE, NO_READER
            SCARD_E_NO_READERS_AVAILABLE, NO_READER
            SCARD_E_NO_SERVICE, NO_SERVICE
            SCARD_E_SERVICE_STOPPED, NO_SERVICE
            SCARD_E_INVALID_HANDLE, NO_SERVICE
            SCARD_W_UNRESPONSIVE_CARD, NO_RESPONSE
            SCARD_E_PROTO_MISMATCH, NO_RESPONSE
            SCARD_F_COMM_ERROR, DAMAGED
            """)
    void aWordOfTheServiceBecomesAnOutcome(String word, CardTrouble trouble) {
        assertThat(PcscTransport.trouble(new CardException(new IllegalStateException(word)), CardTrouble.DAMAGED))
                .isEqualTo(trouble);
    }

    @Test
    void anExceptionWithoutAWordIsWhatWasExpectedThere() {
        assertThat(PcscTransport.trouble(new CardException("no cause"), CardTrouble.NO_RESPONSE))
                .isEqualTo(CardTrouble.NO_RESPONSE);
    }

    @Test
    void aPlaceWhereNobodyListensIsNoService() {
        assertThat(VpcdPlug.plug(Cards.card("plastic"), new java.net.InetSocketAddress("localhost", 1)))
                .isEqualTo(CardResult.failed(CardTrouble.NO_SERVICE));
    }
}
