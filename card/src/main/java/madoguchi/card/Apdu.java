package madoguchi.card;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** 命令APDU – the commands of {@code jpki-reader.md} §2 as bytes (ISO/IEC 7816-4). Lengths: short form up to 255 bytes of data, extended above. */
final class Apdu {

    static final int WHOLE = 256;

    private static final byte[] CURRENT = {};

    private Apdu() {}

    static byte[] selectApplication(byte[] aid) {
        return command(0x00, 0xA4, 0x04, 0x0C, aid, 0);
    }

    static byte[] selectFile(int file) {
        return command(0x00, 0xA4, 0x02, 0x0C, new byte[] {(byte) (file >> 8), (byte) file}, 0);
    }

    /** @param expected 1 to 256 bytes */
    static byte[] readBinary(int offset, int expected) {
        return command(0x00, 0xB0, (offset >> 8) & 0x7F, offset & 0xFF, CURRENT, expected);
    }

    static byte[] readRecord(int record) {
        return command(0x00, 0xB2, record, 0x04, CURRENT, WHOLE);
    }

    /** Without data: asks how many tries are left and uses none. */
    static byte[] triesLeft() {
        return command(0x00, 0x20, 0x00, 0x80, CURRENT, 0);
    }

    static byte[] verify(byte[] digits) {
        return command(0x00, 0x20, 0x00, 0x80, digits, 0);
    }

    static byte[] sign(int scheme, byte[] input) {
        return command(0x80, 0x2A, scheme, 0x80, input, WHOLE);
    }

    static byte[] challenge(int length) {
        return command(0x00, 0x84, 0x00, 0x00, CURRENT, length);
    }

    static byte[] setVerifierCertificate(byte[] certificate) {
        return command(0x80, 0xA2, 0x06, 0xC1, certificate, 0);
    }

    static byte[] authenticateTerminal(byte[] signature) {
        return command(0x00, 0x82, 0x00, 0x96, signature, 0);
    }

    /** The sign to a phone that the reader has finished. */
    static byte[] lastCommand() {
        return command(0x80, 0xFC, 0x00, 0x00, CURRENT, 0);
    }

    static byte[] getResponse(int length) {
        return command(0x00, 0xC0, 0x00, 0x00, CURRENT, length);
    }

    /** The same command asking for another length: for {@code 6Cxx}, which only answers commands that ask for data. */
    static byte[] askingFor(byte[] command, int length) {
        byte[] again = command.clone();
        again[again.length - 1] = (byte) length;
        return again;
    }

    private static byte[] command(int cla, int ins, int p1, int p2, byte[] data, int expected) {
        int extended = data.length > 255 ? 2 : 0;
        int head = 4 + (data.length == 0 ? 0 : 1 + extended);
        byte[] command = new byte[head + data.length + (expected == 0 ? 0 : 1 + (extended == 0 ? 0 : 1))];
        command[0] = (byte) cla;
        command[1] = (byte) ins;
        command[2] = (byte) p1;
        command[3] = (byte) p2;
        if (extended > 0) {
            command[5] = (byte) (data.length >> 8);
            command[6] = (byte) data.length;
        } else if (data.length > 0) {
            command[4] = (byte) data.length;
        }
        System.arraycopy(data, 0, command, head, data.length);
        if (expected > 0) {
            command[command.length - 1] = (byte) expected;
        }
        return command;
    }

    /** Bytes of hexadecimal digits. */
    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** One array after the other. */
    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
