package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * 動いているデータベースサーバー – the PostgreSQL process of a folder as its {@code postmaster.pid} tells, whoever started it.
 *
 * @param process the server
 * @param port TCP port
 */
record Postmaster(ProcessHandle process, int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PORT_LINE = 3;

    /** The server running in this folder, if one is. */
    static Optional<Postmaster> in(Path folder) throws IOException {
        Path file = folder.resolve("data").resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(runsFrom(folder))
                .map(process -> new Postmaster(
                        process, Integer.parseInt(lines.get(PORT_LINE).strip())));
    }

    /** Asks the server to stop and waits until it has; then ends what else a killed process left running: a half-done initdb, the sessions of a killed server. */
    static void stopAll(Path folder) throws IOException {
        Optional<Postmaster> running = in(folder);
        if (running.isPresent()) {
            ProcessHandle server = running.get().process();
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
            ended(server, folder);
        }
        for (ProcessHandle left :
                ProcessHandle.allProcesses().filter(runsFrom(folder)).toList()) {
            left.destroyForcibly();
            ended(left, folder);
        }
    }

    private static void ended(ProcessHandle process, Path folder) throws IOException {
        try {
            process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException late) {
            throw new IOException(
                    "前回のデータベースが止まりません / the database left over in " + folder + " does not stop: process "
                            + process.pid(),
                    late.getCause());
        }
    }

    /** The server's programs lie in the folder itself, so nobody else's PostgreSQL is ever meant. */
    private static Predicate<ProcessHandle> runsFrom(Path folder) {
        return process -> process.info()
                .command()
                .map(command -> Path.of(command).startsWith(folder))
                .orElse(false);
    }
}
