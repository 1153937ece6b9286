package madoguchi.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The program in a process of its own, as a user starts it; everything it says goes to a file. Closing kills it hard, and it alone. */
final class ChildJvm implements AutoCloseable {

    /** Seconds; more on a busy machine by {@code -Dmadoguchi.patience=900}. */
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("madoguchi.patience", 90));
    private static final HttpClient WEB = HttpClient.newHttpClient();

    private final Process process;
    private final Path said;

    private ChildJvm(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Starts {@code madoguchi} with these arguments. */
    static ChildJvm madoguchi(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-Dmadoguchi.postgres=" + System.getProperty("madoguchi.postgres", ""),
                "-cp",
                System.getProperty("java.class.path"),
                Madoguchi.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path said = Files.createTempFile("madoguchi-said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new ChildJvm(process, said);
    }

    /** Waits until the server behind a staff port says that it is ready. */
    ChildJvm ready(int staffPort) {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + staffPort + "/readyz"))
                .timeout(PATIENCE)
                .build();
        await("ready", () -> {
            try {
                return WEB.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
        return this;
    }

    /** Waits until a condition holds; fails with what the process said when it ends or time runs out before. */
    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("not " + what + "; the process "
                        + (process.isAlive() ? "runs" : "ended with " + process.exitValue()) + " and said:\n" + said());
            }
            pause(20);
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    /** All that came on standard output and standard error so far. */
    String said() {
        try {
            return Files.readString(said);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    boolean runs() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for the end; the exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE)) {
            throw new AssertionError("still running; the process said:\n" + said());
        }
        return process.exitValue();
    }

    /** SIGTERM, as Ctrl-C or a service manager would; how long the process took to end. */
    Duration stop() throws InterruptedException {
        long start = System.nanoTime();
        process.destroy();
        exitCode();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** SIGKILL: nothing is tidied up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
