package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;
import madoguchi.core.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** READ BINARY at every edge: files that end just before, at and behind a block, cards that answer in pieces. */
final class ReadingBlocksTest {

    @Test
    void everyLengthAroundABlockIsReadWhole() {
        IntStream.of(
                        4, 5, 6, 7, 8, 127, 128, 129, 130, 131, 132, 255, 256, 257, 258, 259, 260, 261, 262, 263, 511,
                        512, 513, 518, 519, 1300, 1600, 32767)
                .forEach(length -> {
                    Octets file = file(length);
                    assertThat(file.size()).isEqualTo(length);
                    assertThat(certificate(file)).as("%d bytes", length).isEqualTo(CardResult.got(file));
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 200, 300, 600})
    void aGenuineCertificateIsReadWhole(int padding) {
        Octets certificate = Cards.certificate("plastic", padding + 600);
        assertThat(certificate.size()).isBetween(1_200, 2_000);
        assertThat(certificate(certificate)).isEqualTo(CardResult.got(certificate));
    }

    @Test
    void bytesBehindTheCertificateAreNotRead() {
        Octets certificate = file(700);
        byte[] padded = Arrays.copyOf(certificate.bytes(), 2048);
        assertThat(certificate(Octets.of(padded))).isEqualTo(CardResult.got(certificate));
    }

    @Test
    void aFileThatEndsBeforeItsHeaderSaysIsDamaged() {
        for (int length : new int[] {0, 1, 3, 4, 6, 262, 699}) {
            Octets cut = Octets.of(Arrays.copyOf(file(700).bytes(), length));
            assertThat(certificate(cut)).as("%d of 700", length).isEqualTo(CardResult.failed(CardTrouble.DAMAGED));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x6282, 0x9000})
    void aCardThatGivesOneByteAtATimeIsReadWhole(int word) {
        Octets certificate = file(300);
        CardResult<Octets> read = MyNumberCard.open(new ScriptedCard(cardWith(certificate), (number, answer) -> {
                    boolean block = number > 3 && answer.length > 3;
                    return CardResult.got(block && word == 0x9000 ? new byte[] {answer[0], (byte) 0x90, 0} : answer);
                }))
                .then(MyNumberCard::certificate);
        assertThat(read).isEqualTo(CardResult.got(certificate));
    }

    @Test
    void anEndOfFileWithDataIsTakenWhereItIsTheEnd() {
        Octets certificate = file(200);
        CardResult<Octets> read = MyNumberCard.open(new ScriptedCard(cardWith(certificate), (number, answer) -> {
                    if (answer.length == 200 - Tlv.HEADER_MAX + 2) {
                        answer[answer.length - 2] = 0x62;
                        answer[answer.length - 1] = (byte) 0x82;
                    }
                    return CardResult.got(answer);
                }))
                .then(MyNumberCard::certificate);
        assertThat(read).isEqualTo(CardResult.got(certificate));
    }

    @Test
    void dataThatWaitsIsFetchedInPieces() {
        Octets certificate = file(700);
        assertThat(MyNumberCard.open(new Waiting(cardWith(certificate))).then(MyNumberCard::certificate))
                .isEqualTo(CardResult.got(certificate));
    }

    @Test
    void aCardThatCorrectsTheLengthIsAskedAgain() {
        Octets certificate = file(700);
        assertThat(MyNumberCard.open(new Correcting(cardWith(certificate))).then(MyNumberCard::certificate))
                .isEqualTo(CardResult.got(certificate));
    }

    @Test
    void aCardThatNeverEndsIsDamaged() {
        assertThat(MyNumberCard.open(new ScriptedCard(
                        Cards.card("plastic"),
                        (number, answer) -> CardResult.got(number < 1 ? answer : StatusWordTest.bytes(0x6110)))))
                .isEqualTo(CardScenarios.failed(CardTrouble.REFUSED, 0x6110));
        assertThat(MyNumberCard.open(new ScriptedCard(
                        Cards.card("plastic"),
                        (number, answer) -> CardResult.got(number < 2 ? answer : StatusWordTest.bytes(0x6110)))))
                .isEqualTo(CardResult.failed(CardTrouble.DAMAGED));
    }

    private static CardResult<Octets> certificate(Octets file) {
        VirtualReader reader = new VirtualReader();
        reader.insert(cardWith(file));
        return MyNumberCard.open(reader).then(MyNumberCard::certificate);
    }

    private static VirtualCard cardWith(Octets certificate) {
        return new VirtualCard(Cards.contents("plastic", certificate, Cards.PORTRAIT), TryCounters.inMemory());
    }

    /** A SEQUENCE of exactly so many bytes, its length written in one, two or three bytes, not always the fewest: some encoders do so. */
    private static Octets file(int length) {
        byte[] value = new byte[length - (length < 130 ? 2 : length < 259 ? 3 : 4)];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) (i * 31);
        }
        byte[] header = length < 130
                ? new byte[] {0x30, (byte) value.length}
                : length < 259
                        ? new byte[] {0x30, (byte) 0x81, (byte) value.length}
                        : new byte[] {0x30, (byte) 0x82, (byte) (value.length >> 8), (byte) value.length};
        return Octets.of(Apdu.joined(header, value));
    }

    /** Keeps every answer with data back and gives it in pieces of at most 100 bytes. */
    private static final class Waiting extends Bent {
        private final Deque<byte[]> pieces = new ArrayDeque<>();

        Waiting(VirtualCard card) {
            super(card);
        }

        @Override
        byte[] answer(byte[] command, VirtualCard card) {
            if (command[1] != (byte) 0xC0) {
                byte[] whole = card.answer(command);
                if (whole.length == 2) {
                    return whole;
                }
                for (int at = 0; at < whole.length - 2; at += 100) {
                    pieces.add(Arrays.copyOfRange(whole, at, Math.min(whole.length - 2, at + 100)));
                }
                return StatusWordTest.bytes(0x6100 | pieces.element().length);
            }
            byte[] piece = pieces.remove();
            return Apdu.joined(
                    piece,
                    pieces.isEmpty()
                            ? StatusWordTest.bytes(0x9000)
                            : StatusWordTest.bytes(0x6100 | pieces.element().length));
        }
    }

    /** Refuses to give 256 bytes at once. */
    private static final class Correcting extends Bent {
        Correcting(VirtualCard card) {
            super(card);
        }

        @Override
        byte[] answer(byte[] command, VirtualCard card) {
            boolean all = command[1] == (byte) 0xB0 && command[4] == 0;
            return all ? StatusWordTest.bytes(0x6C40) : card.answer(command);
        }
    }
}
