package madoguchi.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between a clinic and a hub that the test cuts and joins: bytes go through as they are. */
final class Line implements AutoCloseable {

    private final ServerSocket door;
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Line(int to) throws IOException {
        this.to = to;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From here on nobody gets through, and whoever is talking is cut off. */
    void cut() {
        cut = true;
        open.forEach(Line::shut);
    }

    void join() {
        cut = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                if (cut) {
                    shut(near);
                } else {
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                    open.add(near);
                    open.add(far);
                    Thread.ofVirtual().start(() -> carry(near, far));
                    Thread.ofVirtual().start(() -> carry(far, near));
                }
            }
        } catch (IOException closed) {
            open.forEach(Line::shut);
        }
    }

    private void carry(Socket from, Socket into) {
        try (from;
                into) {
            from.getInputStream().transferTo(into.getOutputStream());
        } catch (IOException over) {
            // One of them hung up.
        } finally {
            open.remove(from);
            open.remove(into);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is shut.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
