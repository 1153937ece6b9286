package madoguchi.card;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import jdk.net.ExtendedSocketOptions;

/**
 * vpcdへの差し込み – the card's side of vpcd: plugs a virtual card into pcscd as if it lay on a reader. vpcd listens, the card is the TCP client; each message is two bytes of length and that many bytes; a single byte
 * is a control ({@code 0} off, {@code 1} on, {@code 2} reset, {@code 4} send the ATR), anything else a command APDU ({@code jpki-reader.md} §10.3).
 */
public final class VpcdPlug implements AutoCloseable {

    /** Where vpcd listens unless told otherwise, on this machine; its second slot is one above. */
    public static final int PORT = 35963;

    private static final int CONNECT_MILLIS_MAX = 5_000;
    private static final int OFF = 0;
    private static final int RESET = 2;
    private static final int SEND_ATR = 4;

    private final VirtualCard card;
    private final Socket socket;
    private final CountDownLatch ended = new CountDownLatch(1);

    private VpcdPlug(VirtualCard card, Socket socket) {
        this.card = card;
        this.socket = socket;
    }

    /** Plugs the card in and answers for it on a thread of its own until it is closed or vpcd lets go; {@link CardTrouble#NO_SERVICE} when nobody listens there. */
    public static CardResult<VpcdPlug> plug(VirtualCard card, InetSocketAddress vpcd) {
        Socket socket = new Socket();
        try {
            socket.connect(vpcd, CONNECT_MILLIS_MAX);
            socket.setTcpNoDelay(true);
        } catch (IOException nobody) {
            close(socket);
            return CardResult.failed(CardTrouble.NO_SERVICE);
        }
        VpcdPlug plug = new VpcdPlug(card, socket);
        Thread.ofVirtual().name("virtual card").start(plug::serve);
        return CardResult.got(plug);
    }

    private void serve() {
        try (socket;
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            while (true) {
                acknowledgeAtOnce();
                int length = in.readUnsignedShort();
                acknowledgeAtOnce();
                byte[] message = in.readNBytes(length);
                byte[] reply = reply(message);
                if (reply.length > 0) {
                    out.write(framed(reply));
                    out.flush();
                }
            }
        } catch (IOException gone) {
            card.powerOff();
        } finally {
            ended.countDown();
        }
    }

    /** vpcd sends the length and the message apart and, before the second, waits for our acknowledgement of the first, which Linux would delay by 40 ms; the option holds for one receipt only. */
    private void acknowledgeAtOnce() throws IOException {
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    /** pcscd powers an idle card down while it lies there, so "off" is no more than a reset here: a phone's biometrics last until it is taken away. */
    private byte[] reply(byte[] message) {
        if (message.length != 1) {
            return message.length == 0 ? message : card.answer(message);
        }
        switch (message[0]) {
            case OFF, RESET -> card.reset();
            case SEND_ATR -> {
                return card.atr();
            }
            default -> {}
        }
        return new byte[0];
    }

    private static byte[] framed(byte[] message) {
        return Apdu.joined(new byte[] {(byte) (message.length >> 8), (byte) message.length}, message);
    }

    /** Waits until vpcd lets the card go. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Pulls the card out. */
    @Override
    public void close() {
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Nothing is left to be closed.
            return;
        }
    }
}
