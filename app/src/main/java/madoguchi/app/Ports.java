package madoguchi.app;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** ポートの空き – looked at before anything is started, so that a taken port is told in one sentence and at once. */
final class Ports {

    private static final int LOWEST = 15_432;
    private static final int EPHEMERAL = 32_768;

    private Ports() {}

    /** A free port that no outgoing connection of this machine can take before the database does: systems hand out those from 32768 on. */
    static int forDatabase() throws IOException {
        for (int tries = 0; tries < 1000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, EPHEMERAL);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (BindException taken) {
                // Another one, then.
            }
        }
        throw new IOException("データベースのための空きポートがありません / no free port for the database");
    }

    /** Throws with a sentence for the user when a port these settings need is taken. */
    static void free(Settings settings) throws IOException {
        Settings.Staff staff = settings.staff();
        free("--port", new InetSocketAddress(InetAddress.getByName(staff.address()), staff.port()));
        if (settings.role().hasHub()) {
            free("--machine-port", new InetSocketAddress(settings.machinePort()));
        }
    }

    private static void free(String option, InetSocketAddress address) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
        } catch (IOException taken) {
            throw new IOException(
                    "ポート %1$d は使われています。もう起動していないか確かめるか、%2$s で別の番号を指定してください / port %1$d is in use: see whether it runs already, or choose another with %2$s"
                            .formatted(address.getPort(), option));
        }
    }
}
