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
 * 試験用のpcscd – a pcscd of the tests' own with the driver of vpcd on a free port, in the foreground, with its own configuration; one for all tests of this JVM, because the JDK connects once. Empty where pcscd cannot be
 * started: not installed, not root, or one of the system's own is running. Then the same scenarios run over the socket alone ({@link VpcdSocketCardTest}).
 */
final class Pcscd {

    private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
    private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    private static final int TRIES_MAX = 100;
    private static final Optional<Pcscd> STARTED = start();

    private final int port;
    private final PcscTransport transport;

    private Pcscd(int port, PcscTransport transport) {
        this.port = port;
        this.transport = transport;
    }

    static Optional<Pcscd> started() {
        return STARTED;
    }

    /** Of the first slot; the second is one above. */
    InetSocketAddress slot(int number) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port + number);
    }

    PcscTransport transport() {
        return transport;
    }

    private static Optional<Pcscd> start() {
        if (!Files.isExecutable(PROGRAM)
                || !Files.exists(DRIVER)
                || PcscTransport.library().isEmpty()) {
            return told("pcscd or vpcd is not installed");
        }
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory("madoguchi-pcscd");
            Files.writeString(folder.resolve("vpcd"), """
                    FRIENDLYNAME "Madoguchi test reader"
                    DEVICENAME   /dev/null:%d
                    LIBPATH      %s
                    CHANNELID    %d
                    """.formatted(port, DRIVER, port));
            Process running = new ProcessBuilder(
                            List.of(PROGRAM.toString(), "--foreground", "--config", folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(running::destroy));
            return connected(running, port);
        } catch (IOException | InterruptedException broken) {
            return told("pcscd could not be started");
        }
    }

    /** Tries until both slots and the service are there, or pcscd has ended. */
    private static Optional<Pcscd> connected(Process running, int port) throws InterruptedException {
        for (int i = 0; i < TRIES_MAX && running.isAlive(); i++) {
            Optional<PcscTransport> transport = PcscTransport.open(name -> name.startsWith("Madoguchi test reader"))
                    .toOptional()
                    .filter(open -> open.presence() == Presence.EMPTY);
            if (transport.isPresent()) {
                return Optional.of(new Pcscd(port, transport.get()));
            }
            new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        }
        running.destroy();
        return told("pcscd ended or does not answer");
    }

    private static Optional<Pcscd> told(String why) {
        System.out.println("The card scenarios run without pcscd: " + why + ".");
        return Optional.empty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
