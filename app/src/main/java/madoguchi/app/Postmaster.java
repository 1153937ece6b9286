package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final String SOON = "20";
    private static final List<String> OTHER_USER = List.of("unshare", "-U");

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

    /**
     * Starts the server that ended in this folder with the options it was last started with, which PostgreSQL itself has kept. Throws when it does not run soon, with the reason in the log.
     *
     * @param log to which the server writes what it has to say
     */
    static void startAsBefore(Path folder, Path log) throws IOException {
        List<String> command = new ArrayList<>(isRoot() ? OTHER_USER : List.of());
        command.addAll(List.of(
                program(folder, "pg_ctl").toString(),
                "-D",
                folder.resolve("data").toString()));
        command.addAll(List.of("-l", log.toString(), "-w", "-t", SOON, "restart"));
        ProcessBuilder.Redirect said = ProcessBuilder.Redirect.appendTo(log.toFile());
        Process start = new ProcessBuilder(command)
                .redirectOutput(said)
                .redirectError(said)
                .start();
        if (start.onExit().join().exitValue() != 0) {
            throw new IOException(
                    "データベースを起動し直せません。理由はこの記録にあります / the database cannot be started again; this log says why: " + log);
        }
    }

    /** PostgreSQL refuses to run as root; in a name space of its own it does not know that it is. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Path program(Path folder, String name) throws IOException {
        try (Stream<Path> unpacked = Files.list(folder.resolve("server"))) {
            return unpacked.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(
                            () -> new IOException("データベースのプログラムがありません / the database's programs are gone: " + folder));
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
