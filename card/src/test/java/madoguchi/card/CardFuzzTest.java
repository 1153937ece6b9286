package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.Random;
import madoguchi.card.Readings.Reading;
import madoguchi.core.Octets;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Chance against the driver, and chance against the virtual card: always a value, never an exception, no try lost that was not made. The seed is the number of the repetition. */
final class CardFuzzTest {

    private static final int[] WORDS = {
        0x9000, 0x6100, 0x61FF, 0x6C00, 0x6C01, 0x6281, 0x6282, 0x6283, 0x6300, 0x63C0, 0x63C1, 0x6581, 0x6700, 0x6881,
        0x6882, 0x69FC, 0x6982, 0x6984, 0x6985, 0x6986, 0x6A80, 0x6A82, 0x6A83, 0x6A86, 0x6A88, 0x6B00, 0x6D00, 0x6E00,
        0x6F00, 0x0000, 0xFFFF
    };

    @RepeatedTest(25)
    void aDriverEndsInAnOutcomeWhateverComesBack(RepetitionInfo repetition) {
        Random chance = new Random(repetition.getCurrentRepetition());
        for (Reading reading : Readings.all()) {
            int bentFrom = chance.nextInt(24);
            ScriptedCard card = new ScriptedCard(
                    Readings.cardFor(reading),
                    (number, answer) -> number >= bentFrom && chance.nextInt(3) == 0
                            ? bent(chance, answer)
                            : CardResult.got(answer));
            CardResult<Octets> result = Readings.read(reading, card);
            assertThat(result).as(reading.name()).isNotNull();
            assertThat(card.sent().size()).isLessThan(20_000);
        }
    }

    private static CardResult<byte[]> bent(Random chance, byte[] answer) {
        return switch (chance.nextInt(6)) {
            case 0 -> CardResult.got(StatusWordTest.bytes(WORDS[chance.nextInt(WORDS.length)]));
            case 1 -> CardResult.got(Arrays.copyOf(answer, chance.nextInt(answer.length + 1)));
            case 2 ->
                CardResult.got(
                        Apdu.joined(random(chance, 300), StatusWordTest.bytes(WORDS[chance.nextInt(WORDS.length)])));
            case 3 -> CardResult.failed(chance.nextBoolean() ? CardTrouble.PULLED : CardTrouble.NO_RESPONSE);
            case 4 -> {
                byte[] flipped = answer.clone();
                flipped[chance.nextInt(flipped.length)] ^= (byte) (1 << chance.nextInt(8));
                yield CardResult.got(flipped);
            }
            default -> CardResult.got(Apdu.joined(random(chance, 70_000), StatusWordTest.bytes(0x9000)));
        };
    }

    @Test
    void aVirtualCardAnswersAnyBytesWithAStatusWord() {
        Random chance = new Random(7);
        VirtualCard card = Cards.card("plastic");
        for (int i = 0; i < 20_000; i++) {
            byte[] command = i % 2 == 0 ? random(chance, 40) : plausible(chance);
            assertThatCode(() -> assertThat(card.answer(command).length).isBetween(2, 258))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] plausible(Random chance) {
        byte[] instructions = {
            (byte) 0xA4,
            (byte) 0xB0,
            (byte) 0xB2,
            0x24,
            (byte) 0x84,
            (byte) 0x82,
            (byte) 0xA2,
            (byte) 0xFC,
            (byte) 0xC0,
            (byte) 0x88
        };
        byte[] command = random(chance, 30);
        command = command.length < 7 ? new byte[7] : command;
        command[0] = (byte) (chance.nextBoolean() ? 0 : 0x80);
        command[1] = instructions[chance.nextInt(instructions.length)];
        command[4] = (byte) chance.nextInt(command.length - 4);
        return command;
    }

    private static byte[] random(Random chance, int lengthMax) {
        byte[] bytes = new byte[chance.nextInt(lengthMax)];
        chance.nextBytes(bytes);
        return bytes;
    }
}
