package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import madoguchi.card.Readings.Reading;
import madoguchi.core.Octets;
import madoguchi.fixture.Fuzz;
import org.junit.jupiter.api.Test;

/** Chance against the driver, and chance against the virtual card: always a value, never an exception. {@code -Dmadoguchi.fuzz.seconds=60} tries each for a minute. */
final class FuzzTest {

    private static final int[] WORDS = {
        0x9000, 0x6100, 0x61FF, 0x6C00, 0x6C01, 0x6281, 0x6282, 0x6283, 0x6300, 0x63C0, 0x63C1, 0x6581, 0x6700, 0x6881,
        0x6882, 0x69FC, 0x6982, 0x6984, 0x6985, 0x6986, 0x6A80, 0x6A82, 0x6A83, 0x6A86, 0x6A88, 0x6B00, 0x6D00, 0x6E00,
        0x6F00, 0x0000, 0xFFFF
    };

    private static final byte[] INSTRUCTIONS = {
        0x20,
        0x22,
        0x24,
        0x2A,
        (byte) 0x82,
        (byte) 0x84,
        (byte) 0x88,
        (byte) 0xA2,
        (byte) 0xA4,
        (byte) 0xB0,
        (byte) 0xB2,
        (byte) 0xC0,
        (byte) 0xFC
    };

    /** As many exchanges of a reading stay as they are, at most. */
    private static final int SOUND = 24;

    // What comes back from a card.

    @Test
    void aDriverEndsInAnOutcomeWhateverComesBack() {
        List<byte[]> seeds = new ArrayList<>();
        for (int reading = 0; reading < Readings.all().size(); reading++) {
            seeds.add(new byte[] {(byte) reading, (byte) reading, 3, 0, 0, 1, 5, 2, 0, 4, 6});
        }
        Fuzz.run("answers", 160, seeds, FuzzTest::answers);
    }

    /** The first byte names the reading, the second how many answers are sound, each of the others what becomes of the next one. Behind the end all is sound. */
    static Object answers(byte[] input) {
        ByteBuffer script = ByteBuffer.wrap(input);
        Reading reading = Readings.all().get(next(script) % Readings.all().size());
        int bentFrom = next(script) % SOUND;
        ScriptedCard card = new ScriptedCard(
                Readings.cardFor(reading),
                (number, answer) -> number >= bentFrom ? bent(script, answer) : CardResult.got(answer));
        CardResult<Octets> result = Readings.read(reading, card);
        assertThat(card.sent().size()).isLessThan(20_000);
        return switch (result) {
            case CardResult.Failed<Octets>(var trouble, var word) -> List.of(reading.name(), trouble, word);
            case CardResult.Got<Octets> _ -> reading.name();
            case CardResult.Wrong<Octets> _, CardResult.Locked<Octets> _ -> List.of(reading.name(), result);
        };
    }

    private static CardResult<byte[]> bent(ByteBuffer script, byte[] answer) {
        return switch (next(script) % 12) {
            case 1 -> CardResult.got(word(script));
            case 2 -> CardResult.got(Arrays.copyOf(answer, next(script) % (answer.length + 1)));
            case 3 -> CardResult.got(Apdu.joined(noise(script, 300), word(script)));
            case 4 -> CardResult.failed(next(script) % 2 == 0 ? CardTrouble.PULLED : CardTrouble.NO_RESPONSE);
            case 5 -> {
                byte[] flipped = answer.clone();
                flipped[((next(script) << Byte.SIZE) + next(script)) % flipped.length] ^=
                        (byte) (1 << (next(script) % 8));
                yield CardResult.got(flipped);
            }
            case 6 -> CardResult.got(Apdu.joined(noise(script, 70_000), StatusWordTest.bytes(0x9000)));
            default -> CardResult.got(answer);
        };
    }

    private static byte[] word(ByteBuffer script) {
        return StatusWordTest.bytes(WORDS[next(script) % WORDS.length]);
    }

    private static int next(ByteBuffer script) {
        return script.hasRemaining() ? Byte.toUnsignedInt(script.get()) : 0;
    }

    /** Any bytes, as the next three of the script say. */
    private static byte[] noise(ByteBuffer script, int lengthMax) {
        Random chance = new Random((next(script) << (2 * Byte.SIZE)) + (next(script) << Byte.SIZE) + next(script));
        byte[] bytes = new byte[chance.nextInt(lengthMax)];
        chance.nextBytes(bytes);
        return bytes;
    }

    // What is sent to a card.

    @Test
    void aVirtualCardAnswersAnyBytesWithAStatusWord() {
        List<byte[]> seeds = Readings.all().stream().map(FuzzTest::conversation).toList();
        Fuzz.run("commands", 1_500, seeds, FuzzTest::commands);
    }

    /** The first byte names the card; then each command behind its length in two bytes. */
    static Object commands(byte[] input) {
        ByteBuffer commands = ByteBuffer.wrap(input);
        List<String> profiles =
                Readings.all().stream().map(Reading::profile).distinct().toList();
        VirtualCard card = Cards.card(profiles.get(next(commands) % profiles.size()));
        List<Integer> words = new ArrayList<>();
        while (commands.hasRemaining()) {
            byte[] command = new byte[Math.min((next(commands) << Byte.SIZE) + next(commands), commands.remaining())];
            commands.get(command);
            byte[] answer = card.answer(command);
            assertThat(answer.length).isBetween(2, 258);
            words.add(Byte.toUnsignedInt(answer[answer.length - 2]));
        }
        return words.stream().distinct().toList();
    }

    /** What the driver sends first, which no key of this run is in, then one short command of each kind. */
    private static byte[] conversation(Reading reading) {
        ScriptedCard card = new ScriptedCard(Readings.cardFor(reading), (number, answer) -> CardResult.got(answer));
        assertThat(Readings.read(reading, card)).isInstanceOf(CardResult.Got.class);
        List<String> profiles =
                Readings.all().stream().map(Reading::profile).distinct().toList();
        byte[] all = {(byte) profiles.indexOf(reading.profile())};
        for (byte[] command : card.sent().subList(0, 3)) {
            all = Apdu.joined(all, framed(command));
        }
        for (byte instruction : INSTRUCTIONS) {
            all = Apdu.joined(all, framed(new byte[] {0, instruction, 0, 1, 2, 5, 6}));
        }
        return all;
    }

    private static byte[] framed(byte[] command) {
        return Apdu.joined(new byte[] {(byte) (command.length >> Byte.SIZE), (byte) command.length}, command);
    }
}
