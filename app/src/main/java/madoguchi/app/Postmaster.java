package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Typed;

/**
 * 動いているデータベースサーバー – the PostgreSQL process of a folder as its {@code postmaster.pid} tells, whoever started it.
 *
 * @param process the server
 * @param port TCP port
 */
record Postmaster(ProcessHandle process, int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String PID_FILE = "data/postmaster.pid";
    private static final int PORT_LINE = 3;

    /** The server running in this folder, if one is. */
    static Optional<Postmaster> in(Path folder) throws IOException {
        List<String> lines = pidFile(folder);
        return process(lines)
                .filter(process -> runsFrom(folder, process) && lines.size() > PORT_LINE)
                .map(process -> new Postmaster(
                        process, Integer.parseInt(lines.get(PORT_LINE).strip())));
    }

    /**
     * Asks the server to stop and waits until it has; then ends what else a killed process left running: a half-done initdb, the sessions of a killed server. Then nothing is left, and neither
     * must the file that says so: a new server would refuse to start for as long as the operating system has not buried the old one.
     */
    static void stopAll(Path folder) throws IOException {
        Optional<Postmaster> running = in(folder);
        if (running.isPresent()) {
            ProcessHandle server = running.get().process();
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
            awaitEnd(server, folder);
        }
        for (ProcessHandle left : ProcessHandle.allProcesses()
                .filter(process -> runsFrom(folder, process))
                .toList()) {
            left.destroyForcibly();
            awaitEnd(left, folder);
        }
        if (process(pidFile(folder)).filter(Postmaster::isPostgres).isEmpty()) {
            Files.deleteIfExists(folder.resolve(PID_FILE));
        }
    }

    private static List<String> pidFile(Path folder) throws IOException {
        Path file = folder.resolve(PID_FILE);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static Optional<ProcessHandle> process(List<String> pidFile) {
        return pidFile.stream()
                .findFirst()
                .map(String::strip)
                .filter(Typed::isDigits)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    }

    /** An ended process that nobody has buried yet still has a number, but no program: it counts as ended. */
    private static void awaitEnd(ProcessHandle process, Path folder) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (runsFrom(folder, process)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("前回のデータベースが止まりません / the database left over in " + folder
                        + " does not stop: process " + process.pid());
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database stops", hurried);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }

    /** The server's programs lie in the folder itself, so nobody else's PostgreSQL is ever meant. */
    private static boolean runsFrom(Path folder, ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> Path.of(command).startsWith(folder))
                        .orElse(false);
    }
}
