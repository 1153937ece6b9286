package madoguchi.card;

import java.util.Arrays;
import java.util.Optional;

/** 応答APDU – data and status word of one answer. */
final class CardReply {

    private final byte[] data;
    private final StatusWord word;

    private CardReply(byte[] data, StatusWord word) {
        this.data = data;
        this.word = word;
    }

    /** Splits what a card sent; fewer than two bytes are no answer. */
    static CardResult<CardReply> of(byte[] sent) {
        if (sent.length < 2) {
            return CardResult.failed(CardTrouble.NO_RESPONSE);
        }
        int end = sent.length - 2;
        StatusWord word = new StatusWord((sent[end] & 0xFF) << 8 | (sent[end + 1] & 0xFF));
        return CardResult.got(new CardReply(Arrays.copyOf(sent, end), word));
    }

    /** The same word after all the data of a chain of answers. */
    CardReply with(byte[] allData) {
        return new CardReply(allData, word);
    }

    byte[] data() {
        return data;
    }

    StatusWord word() {
        return word;
    }

    boolean ok() {
        return word.is(StatusMeaning.OK);
    }

    /** What it means where success was expected and neither a counter nor a lock. */
    <T> CardResult<T> refused() {
        return new CardResult.Failed<>(word.meaning().trouble().orElse(CardTrouble.REFUSED), Optional.of(word));
    }
}
