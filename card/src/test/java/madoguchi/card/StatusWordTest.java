package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of {@code jpki-reader.md} §2.1, row by row, as it stands there. */
final class StatusWordTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            9000, OK
            6101, MORE_DATA
            61FF, MORE_DATA
            6100, MORE_DATA
            6C20, RIGHT_LENGTH
            6281, DATA_DAMAGED
            6282, END_OF_FILE
            6283, FILE_LOCKED
            6300, MISMATCH
            63C0, MISMATCH_TRIES_LEFT
            63C3, MISMATCH_TRIES_LEFT
            63CF, MISMATCH_TRIES_LEFT
            6581, MEMORY_FAILED
            6700, WRONG_LENGTH
            6881, CHANNEL_NOT_SUPPORTED
            6882, SECURE_MESSAGING_NOT_SUPPORTED
            69FC, SECURE_CLASS_REFUSED
            6982, SECURITY_STATUS
            6984, BLOCKED
            6985, CONDITIONS
            6986, NO_CURRENT_FILE
            6A80, BAD_DATA
            6A82, NOT_FOUND
            6A83, RECORD_NOT_FOUND
            6A86, BAD_PARAMETERS
            6A88, KEY_NOT_SET
            6B00, OUTSIDE_FILE
            6D00, INSTRUCTION
            6E00, CLASS
            6F00, UNKNOWN
            1234, UNKNOWN
            """)
    void aWordMeansWhatTheTableSays(String word, StatusMeaning meaning) {
        StatusWord read = new StatusWord(Integer.parseInt(word, 16));
        assertThat(read.meaning()).isEqualTo(meaning);
        assertThat(read).hasToString(word);
    }

    @Test
    void theNumbersWithinAWordAreRead() {
        assertThat(new StatusWord(0x63C2).tries()).isEqualTo(2);
        assertThat(new StatusWord(0x6100).length()).isEqualTo(256);
        assertThat(new StatusWord(0x6C20).length()).isEqualTo(32);
        assertThat(StatusWord.triesLeft(10)).isEqualTo(new StatusWord(0x63CA));
    }

    @Test
    void everyOneOfTheWordsHasAMeaningAndEveryMeaningAWord() {
        Set<StatusMeaning> met = IntStream.rangeClosed(0, 0xFFFF)
                .mapToObj(word -> new StatusWord(word).meaning())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StatusMeaning.class)));
        assertThat(met).containsExactlyInAnyOrder(StatusMeaning.values());
        assertThat(Arrays.stream(StatusMeaning.values())
                        .map(StatusMeaning::word)
                        .distinct())
                .hasSameSizeAs(StatusMeaning.values());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            6281, CARD_FAULT
            6283, CARD_FAULT
            6581, CARD_FAULT
            6700, REFUSED
            6881, REFUSED
            6882, REFUSED
            69FC, REFUSED
            6985, REFUSED
            6986, REFUSED
            6A80, REFUSED
            6A83, REFUSED
            6A86, REFUSED
            6A88, REFUSED
            6300, REFUSED
            63C1, REFUSED
            6984, REFUSED
            6B00, REFUSED
            1234, REFUSED
            6982, NOT_IDENTIFIED
            6A82, NO_CERTIFICATE
            6D00, NO_CERTIFICATE
            6E00, NO_CERTIFICATE
            """)
    void whateverACardSaysWhenTheKeyIsSelectedEndsInAnOutcome(String word, CardTrouble trouble) {
        int value = Integer.parseInt(word, 16);
        CardResult<?> signed = MyNumberCard.open(new ScriptedCard(
                        Cards.card("plastic"), (number, answer) -> CardResult.got(number < 3 ? answer : bytes(value))))
                .then(card -> card.sign(Cards.NONCE));
        assertThat(signed).isEqualTo(new CardResult.Failed<>(trouble, Optional.of(new StatusWord(value))));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            6A82, NOT_MY_NUMBER_CARD
            6D00, NOT_MY_NUMBER_CARD
            6E00, NOT_MY_NUMBER_CARD
            6881, REFUSED
            6283, CARD_FAULT
            """)
    void aCardThatDoesNotKnowTheApplicationIsAnotherCard(String word, CardTrouble trouble) {
        int value = Integer.parseInt(word, 16);
        assertThat(MyNumberCard.open(
                        new ScriptedCard(Cards.card("plastic"), (number, answer) -> CardResult.got(bytes(value)))))
                .isEqualTo(CardScenarios.failed(trouble, value));
    }

    @Test
    void anAnswerWithoutAStatusWordIsNoAnswer() {
        for (int length = 0; length < 2; length++) {
            byte[] answer = new byte[length];
            assertThat(MyNumberCard.open(
                            new ScriptedCard(Cards.card("plastic"), (number, whole) -> CardResult.got(answer))))
                    .isEqualTo(CardResult.failed(CardTrouble.NO_RESPONSE));
        }
    }

    static byte[] bytes(int word) {
        return new byte[] {(byte) (word >> 8), (byte) word};
    }
}
