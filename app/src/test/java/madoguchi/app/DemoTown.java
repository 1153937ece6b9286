package madoguchi.app;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.account.Totp;
import madoguchi.core.MedicalInstitutionCode;

/** The whole system with the sample town, in this process, on free ports and a clock the test moves. */
final class DemoTown implements AutoCloseable {

    final Server server;
    final Settings settings;
    final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T00:10:00Z"));

    /** What a browser keeps of each who signed in. */
    final Map<DemoLogin, List<Cookie>> signedIn = new HashMap<>();

    private DemoTown(Path data, Optional<Settings.Readers> readers) throws IOException {
        Settings plain = new Settings(
                Role.ALL,
                true,
                data,
                data.resolve("pki"),
                Settings.checkpointsIn(data),
                Optional.empty(),
                new Settings.Staff("localhost", freePort()),
                freePort(),
                URI.create("https://localhost:1"),
                new MedicalInstitutionCode("1319999913"),
                "みなと架空診療所",
                Optional.of(data.resolve("oqs")),
                Optional.empty(),
                false,
                Settings.Rules.standard(data, URI.create("https://localhost:1")));
        settings = readers.map(plain::with).orElse(plain);
        server = Server.start(settings, clock);
    }

    static DemoTown open() throws IOException {
        return open(Optional.empty());
    }

    /** A town whose kiosk also has readers of this computer. */
    static DemoTown open(Optional<Settings.Readers> readers) throws IOException {
        return new DemoTown(Files.createTempDirectory("madoguchi-town"), readers);
    }

    /** One town for all classes of this process that leave it fit for others: they look for their own people and count nobody else's. It ends with the process. */
    static DemoTown shared() {
        return Shared.TOWN;
    }

    private static final class Shared {
        static final DemoTown TOWN = begin();

        private static DemoTown begin() {
            try {
                DemoTown town = open();
                Runtime.getRuntime().addShutdownHook(new Thread(town::end));
                return town;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String url(String path) {
        return settings.staff().url() + path;
    }

    /** The present code of a demo log-in; moves the clock on first, because a code is taken only once. */
    String freshCode(DemoLogin login) {
        clock.forward(Totp.STEP);
        return Totp.codeAt(login.secret(), clock.instant());
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void end() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clock that stands still until it is moved. */
    static final class MovableClock extends Clock {
        private volatile Instant now;

        MovableClock(Instant start) {
            now = start;
        }

        synchronized void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return Server.TOKYO;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
