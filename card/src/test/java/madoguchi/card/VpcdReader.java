package madoguchi.card;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** vpcdのリーダー側 – what vpcd does, in the test: listens, powers a card that comes, sends it commands. */
final class VpcdReader implements CardTransport {

    private final ServerSocket listening;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Socket> cards = new CopyOnWriteArrayList<>();

    VpcdReader() throws IOException {
        listening = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    private void accept() {
        try {
            while (true) {
                cards.add(listening.accept());
                tell();
            }
        } catch (IOException closed) {
            cards.clear();
            tell();
        }
    }

    private void tell() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public CardResult<CardConnection> connect() {
        if (cards.size() != 1) {
            return CardResult.failed(cards.isEmpty() ? CardTrouble.NO_CARD : CardTrouble.SEVERAL_CARDS);
        }
        Connection connection = new Connection(cards.getFirst());
        return connection
                .control(1)
                .then(on -> connection.control(2))
                .then(reset -> connection.ask(new byte[] {4}))
                .then(atr -> atr.length > 0 ? CardResult.got(connection) : CardResult.failed(CardTrouble.NO_RESPONSE));
    }

    @Override
    public Presence presence() {
        return switch (cards.size()) {
            case 0 -> Presence.EMPTY;
            case 1 -> Presence.ONE;
            default -> Presence.SEVERAL;
        };
    }

    @Override
    public Presence awaitChange(Presence known, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (presence() == known && left > 0) {
                left = changed.awaitNanos(left);
            }
            return presence();
        } finally {
            lock.unlock();
        }
    }

    /** As vpcd does: a card that no longer answers is gone. */
    void lookForThe(VpcdPlug plug) throws InterruptedException {
        plug.awaitEnd();
        cards.clear();
        tell();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final class Connection implements CardConnection {

        private final Socket socket;

        Connection(Socket socket) {
            this.socket = socket;
        }

        CardResult<Done> control(int what) {
            return sent(new byte[] {(byte) what});
        }

        private CardResult<Done> sent(byte[] message) {
            try {
                byte[] length = {(byte) (message.length >> 8), (byte) message.length};
                socket.getOutputStream().write(Apdu.joined(length, message));
                return CardResult.got(Done.DONE);
            } catch (IOException gone) {
                return CardResult.failed(CardTrouble.PULLED);
            }
        }

        CardResult<byte[]> ask(byte[] message) {
            return sent(message).then(done -> {
                try {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    return CardResult.got(in.readNBytes(in.readUnsignedShort()));
                } catch (IOException gone) {
                    return CardResult.failed(CardTrouble.PULLED);
                }
            });
        }

        @Override
        public CardResult<byte[]> exchange(byte[] command) {
            return ask(command);
        }

        @Override
        public void close() {
            control(0);
        }
    }
}
