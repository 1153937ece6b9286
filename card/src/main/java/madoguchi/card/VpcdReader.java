package madoguchi.card;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * vpcdのリーダー側 – a SIMULATED reader that does in this program what vpcd does in pcscd: listens on this machine alone, and whatever plugs in with {@link VpcdPlug} lies on it. For machines where no pcscd can be started
 * ({@code jpki-reader.md} §10.3). Any number of cards may be plugged in at once; two are "two cards". Threads may share it.
 */
public final class VpcdReader implements CardTransport {

    private static final int PATIENCE_SECONDS = 10;
    private static final int ON = 1;
    private static final int RESET = 2;
    private static final int OFF = 0;
    private static final int SEND_ATR = 4;

    private final ServerSocket listening;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Plugged> cards = new ArrayList<>();

    private VpcdReader(ServerSocket listening) {
        this.listening = listening;
    }

    /**
     * A reader that waits for cards.
     *
     * @param port where; 0 for any that is free
     * @throws UncheckedIOException when somebody else listens there
     */
    public static VpcdReader listening(int port) {
        try {
            VpcdReader reader = new VpcdReader(new ServerSocket(port, 2, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("vpcd").start(reader::accept);
            return reader;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Where cards plug in. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                Plugged card = new Plugged(socket);
                change(() -> cards.add(card));
                Thread.ofVirtual().name("vpcd card").start(() -> card.listen(() -> change(() -> cards.remove(card))));
            }
        } catch (IOException closed) {
            change(() -> {
                cards.forEach(Plugged::close);
                cards.clear();
            });
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<Plugged> there() {
        lock.lock();
        try {
            return List.copyOf(cards);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public CardResult<CardConnection> connect() {
        List<Plugged> there = there();
        if (there.size() != 1) {
            return CardResult.failed(there.isEmpty() ? CardTrouble.NO_CARD : CardTrouble.SEVERAL_CARDS);
        }
        Plugged card = there.getFirst();
        return card.control(ON)
                .then(on -> card.control(RESET))
                .then(reset -> card.ask(new byte[] {SEND_ATR}))
                .then(atr -> atr.length > 0
                        ? CardResult.got(new Connection(card))
                        : CardResult.failed(CardTrouble.NO_RESPONSE));
    }

    @Override
    public Presence presence() {
        return switch (there().size()) {
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

    /** Takes no more cards; those that are plugged in are let go. */
    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private record Connection(Plugged card) implements CardConnection {

        @Override
        public CardResult<byte[]> exchange(byte[] command) {
            return card.ask(command);
        }

        @Override
        public void close() {
            card.control(OFF);
        }
    }

    /** One card: what it sends is waited for by {@link #ask}; that it sends no more is how one sees that it was pulled. */
    private static final class Plugged {

        private final Socket socket;
        private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
        private volatile boolean gone;

        Plugged(Socket socket) {
            this.socket = socket;
        }

        void listen(Runnable pulled) {
            try (socket;
                    DataInputStream in = new DataInputStream(socket.getInputStream())) {
                while (true) {
                    answers.add(in.readNBytes(in.readUnsignedShort()));
                }
            } catch (IOException end) {
                gone = true;
                answers.add(new byte[0]);
                pulled.run();
            }
        }

        CardResult<Done> control(int what) {
            return sent(new byte[] {(byte) what});
        }

        private CardResult<Done> sent(byte[] message) {
            byte[] length = {(byte) (message.length >> 8), (byte) message.length};
            try {
                socket.getOutputStream().write(Apdu.joined(length, message));
                return CardResult.got(Done.DONE);
            } catch (IOException end) {
                return CardResult.failed(CardTrouble.PULLED);
            }
        }

        CardResult<byte[]> ask(byte[] message) {
            return gone ? CardResult.failed(CardTrouble.PULLED) : sent(message).then(done -> answer());
        }

        private CardResult<byte[]> answer() {
            try {
                byte @Nullable [] answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (answer == null) {
                    return CardResult.failed(CardTrouble.NO_RESPONSE);
                }
                return gone && answer.length == 0 ? CardResult.failed(CardTrouble.PULLED) : CardResult.got(answer);
            } catch (InterruptedException given) {
                Thread.currentThread().interrupt();
                return CardResult.failed(CardTrouble.NO_RESPONSE);
            }
        }

        void close() {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                gone = true;
            }
        }
    }
}
