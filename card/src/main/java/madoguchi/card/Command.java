package madoguchi.card;

import java.util.Arrays;
import java.util.Optional;

/**
 * 受信した命令 – a command APDU as a card takes it apart: short or extended, all four cases of ISO/IEC 7816-3.
 *
 * @param expected Le in bytes, 256 or 65,536 for "all"; 0 when nothing was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one command only, is never compared
record Command(int cla, int ins, int p1, int p2, byte[] data, int expected) {

    /** Empty when the lengths do not add up. */
    static Optional<Command> parse(byte[] sent) {
        if (sent.length < 4) {
            return Optional.empty();
        }
        int body = sent.length - 4;
        if (body == 0) {
            return Optional.of(of(sent, 4, 0, 0));
        }
        int first = sent[4] & 0xFF;
        if (body == 1) {
            return Optional.of(of(sent, 5, 0, first == 0 ? 256 : first));
        }
        return first == 0 && body >= 3 ? extended(sent) : shortForm(sent, first);
    }

    private static Optional<Command> shortForm(byte[] sent, int length) {
        int rest = sent.length - 5 - length;
        if (length == 0 || rest < 0 || rest > 1) {
            return Optional.empty();
        }
        int last = sent[sent.length - 1] & 0xFF;
        return Optional.of(of(sent, 5, length, rest == 0 ? 0 : last == 0 ? 256 : last));
    }

    private static Optional<Command> extended(byte[] sent) {
        int length = two(sent, 5);
        if (sent.length == 7) {
            return Optional.of(of(sent, 7, 0, length == 0 ? 0x1_0000 : length));
        }
        int rest = sent.length - 7 - length;
        if (length == 0 || (rest != 0 && rest != 2)) {
            return Optional.empty();
        }
        int last = rest == 0 ? 0 : two(sent, sent.length - 2);
        return Optional.of(of(sent, 7, length, rest == 0 ? 0 : last == 0 ? 0x1_0000 : last));
    }

    private static int two(byte[] sent, int at) {
        return (sent[at] & 0xFF) << 8 | (sent[at + 1] & 0xFF);
    }

    private static Command of(byte[] sent, int data, int length, int expected) {
        return new Command(
                sent[0] & 0xFF,
                sent[1] & 0xFF,
                sent[2] & 0xFF,
                sent[3] & 0xFF,
                Arrays.copyOfRange(sent, data, data + length),
                expected);
    }

    int parameters() {
        return p1 << 8 | p2;
    }

    /** Prints no data: it may be a PIN. */
    @Override
    public String toString() {
        return "Command[ins=%02X]".formatted(ins);
    }
}
