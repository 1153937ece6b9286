package madoguchi.card;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * 自前のpcscd – a pcscd of our own with the driver of vpcd on a free port, in the foreground, with its own configuration, for tests and measurements; one for the life of the program, because the JDK connects once, and ended with it. Where it
 * cannot be started (not installed, not root, or one of the system's own is running), {@link #trouble} says why.
 */
public final class Pcscd {

    /** What its reader is called. */
    public static final String NAME = "Madoguchi test reader";

    private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
    private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    private static final int TRIES_MAX = 100;
    private static final Start STARTED = start();

    /** What came of starting it. */
    private sealed interface Start {
        record Runs(Pcscd pcscd) implements Start {}

        record Fails(String why) implements Start {}
    }

    private final int port;
    private final PcscTransport transport;

    private Pcscd(int port, PcscTransport transport) {
        this.port = port;
        this.transport = transport;
    }

    /** The one of this program, started with the first call; empty where it cannot be. */
    public static Optional<Pcscd> started() {
        return STARTED instanceof Start.Runs(var pcscd) ? Optional.of(pcscd) : Optional.empty();
    }

    /** Why there is none; empty where there is. */
    public static Optional<String> trouble() {
        return STARTED instanceof Start.Fails(var why) ? Optional.of(why) : Optional.empty();
    }

    /** Where vpcd listens for the first slot; the second is one above. */
    public InetSocketAddress slot(int number) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port + number);
    }

    /** The way to what is plugged in there. */
    public PcscTransport transport() {
        return transport;
    }

    private static Start start() {
        if (!Files.isExecutable(PROGRAM)
                || !Files.exists(DRIVER)
                || PcscTransport.library().isEmpty()) {
            return new Start.Fails("pcscd or vpcd is not installed");
        }
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory("madoguchi-pcscd");
            Files.writeString(folder.resolve("vpcd"), """
                    FRIENDLYNAME "%s"
                    DEVICENAME   /dev/null:%d
                    LIBPATH      %s
                    CHANNELID    %d
                    """.formatted(NAME, port, DRIVER, port));
            Process running = new ProcessBuilder(
                            List.of(PROGRAM.toString(), "--foreground", "--config", folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(running::destroy));
            return connected(running, port);
        } catch (IOException | InterruptedException broken) {
            return new Start.Fails("pcscd could not be started");
        }
    }

    /** Tries until both slots and the service are there, or pcscd has ended. */
    private static Start connected(Process running, int port) throws InterruptedException {
        for (int i = 0; i < TRIES_MAX && running.isAlive(); i++) {
            Optional<PcscTransport> transport = PcscTransport.open(name -> name.startsWith(NAME))
                    .toOptional()
                    .filter(open -> open.presence() == Presence.EMPTY);
            if (transport.isPresent()) {
                return new Start.Runs(new Pcscd(port, transport.get()));
            }
            new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        }
        running.destroy();
        return new Start.Fails("pcscd ended or does not answer");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
