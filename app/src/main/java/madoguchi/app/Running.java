package madoguchi.app;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

/** 終わりの合図まで – keeps a server running until the process is told to stop, then stops it in order. */
final class Running {

    private Running() {}

    /** Starts, greets, waits for SIGTERM or Ctrl-C, and stops within about ten seconds; told while still starting, it stops after the start, so that no database is left behind. Returns the exit code. */
    static int until(Settings settings, BiConsumer<Server, Settings> greet) throws IOException, InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            told.countDown();
            try {
                stopped.await();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }));
        try (Server server = Server.start(settings)) {
            greet.accept(server, settings);
            told.await();
        } finally {
            stopped.countDown();
        }
        return 0;
    }
}
