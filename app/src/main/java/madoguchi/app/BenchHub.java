package madoguchi.app;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 測られるハブ – {@code serve --role hub} in a process of its own, with the same Java and the same program as this one. */
final class BenchHub implements AutoCloseable {

    /** Ten million persons are read from the database in a minute or two, a hundred million in a quarter of an hour. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final Pattern HEAP = Pattern.compile("total .*?used (\\d+)K");

    private final Process process;
    private final int machinePort;
    private final int lanePort;
    private final long begun = System.nanoTime();

    private BenchHub(Process process, int machinePort, int lanePort) {
        this.process = process;
        this.machinePort = machinePort;
        this.lanePort = lanePort;
    }

    /** Starts the hub on free ports; its output goes to {@code hub.log} in its data folder. */
    static BenchHub start(Path data) throws IOException {
        int machinePort = freePort();
        int lanePort = freePort();
        List<String> command = new ArrayList<>(List.of(java("java")));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X") || argument.startsWith("--enable"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), Madoguchi.class.getName()));
        command.addAll(List.of("serve", "--role", "hub", "--listen", "localhost", "--data", data.toString()));
        command.addAll(List.of("--port", "" + freePort(), "--machine-port", "" + machinePort));
        command.addAll(List.of("--lane-port", "" + lanePort));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log(data));
        builder.environment().keySet().removeIf(name -> name.startsWith("MADOGUCHI_"));
        return new BenchHub(builder.start(), machinePort, lanePort);
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static File log(Path data) {
        return data.resolve("hub.log").toFile();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * Waits until {@code /readyz} says ok and nothing else, which a hub says when it answers from memory; throws {@link IOException} when the hub ends before or takes too long.
     *
     * @return how long that was after the start of the process
     */
    Duration awaitServing(HttpClient client) throws IOException, InterruptedException {
        await(() -> isServing(client));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Waits until the hub has saved its index to this file; throws as {@link #awaitServing}. */
    void awaitSaved(Path index) throws IOException, InterruptedException {
        await(() -> Files.exists(index));
    }

    /** 待つ条件. */
    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private void await(Condition condition) throws IOException, InterruptedException {
        while (!condition.holds()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IOException("the measured hub did not start; see hub.log in the data folder");
            }
        }
    }

    private boolean isServing(HttpClient client) throws InterruptedException {
        try {
            HttpRequest ready = HttpRequest.newBuilder(URI.create("https://localhost:" + machinePort + "/readyz"))
                    .build();
            HttpResponse<String> answer = client.send(ready, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().equals("ok\n");
        } catch (IOException notYet) {
            return false;
        }
    }

    int machinePort() {
        return machinePort;
    }

    int lanePort() {
        return lanePort;
    }

    long pid() {
        return process.pid();
    }

    /** Resident memory in bytes. */
    long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + pid(), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }

    /** Heap that is still used after a full collection, in bytes; empty where the Java in use has no {@code jcmd}. */
    OptionalLong heapInUse() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(java("jcmd")))) {
            return OptionalLong.empty();
        }
        ask("GC.run");
        Matcher used = HEAP.matcher(ask("GC.heap_info"));
        long bytes = 0;
        while (used.find()) {
            bytes += Long.parseLong(used.group(1)) << 10;
        }
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    private String ask(String question) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(java("jcmd"), "" + pid(), question)
                .redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        jcmd.waitFor();
        return answer;
    }

    /** Stops the hub in order; by force if it takes longer than its own grace. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
