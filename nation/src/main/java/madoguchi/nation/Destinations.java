package madoguchi.nation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/*
 * A file for each destination, only ever added to. What is added waits in memory until it is worth a write or all together are too much, so thousands of insurers need neither a gigabyte nor an open file each.
 *
 * A mark says how long each file was when an input had been settled whole. Whoever goes on after a break cuts every file back to its mark: nothing is there twice, nothing is missing.
 */

/** 送り先 – the files of a run, and the mark from which it can go on. */
final class Destinations implements AutoCloseable {

    private static final int WORTH_A_WRITE = 1 << 18;
    private static final int ALL_TOGETHER = 1 << 28;
    private static final String MARK = "run.mark";

    private final Path folder;
    private final Map<String, Waiting> files = new TreeMap<>();
    private long waiting;

    /** 書く前 – what waits for a file, and how long it will be. */
    private static final class Waiting {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long written;
    }

    /**
     * 目印.
     *
     * @param of which inputs it is a mark of
     * @param done how many of them are settled
     * @param counts how many receipts by rule
     */
    record Mark(String of, int done, Map<String, Long> counts) {}

    Destinations(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Where a destination's file is. */
    static Path file(Path folder, String destination) {
        return folder.resolve(destination + (destination.equals(LocalRun.LIST) ? ".csv" : ".UKE"));
    }

    /** An output that adds to this destination. */
    OutputStream to(String destination) {
        Waiting file = files.computeIfAbsent(destination, any -> new Waiting());
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                file.bytes.write(bytes, from, length);
                waiting += length;
                if (file.bytes.size() >= WORTH_A_WRITE) {
                    Destinations.this.write(destination, file);
                } else if (waiting >= ALL_TOGETHER) {
                    writeAll();
                }
            }
        };
    }

    private void writeAll() throws IOException {
        for (Map.Entry<String, Waiting> file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    private void write(String destination, Waiting file) throws IOException {
        if (file.bytes.size() > 0) {
            try (OutputStream out = Files.newOutputStream(
                    file(folder, destination), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                file.bytes.writeTo(out);
            }
            file.written += file.bytes.size();
            waiting -= file.bytes.size();
            file.bytes.reset();
        }
    }

    /** Makes everything so far durable, and this the place to go on from. */
    void mark(Mark mark) throws IOException {
        writeAll();
        Map<String, Long> lengths = new TreeMap<>();
        files.forEach((name, file) -> lengths.put(name, file.written));
        write(folder, mark, lengths);
    }

    /** Sets a mark behind everything that stands in the folder. */
    static void mark(Path folder, Mark mark) throws IOException {
        Map<String, Long> lengths = new TreeMap<>();
        try (Stream<Path> there = Files.list(folder)) {
            for (Path file : there.filter(Destinations::isOurs).toList()) {
                String name = file.getFileName().toString();
                lengths.put(name.substring(0, name.lastIndexOf('.')), Files.size(file));
            }
        }
        write(folder, mark, lengths);
    }

    private static void write(Path folder, Mark mark, Map<String, Long> lengths) throws IOException {
        List<String> lines = new ArrayList<>(List.of(mark.of(), "done " + mark.done()));
        mark.counts().forEach((rule, count) -> lines.add("rule " + rule + " " + count));
        for (Map.Entry<String, Long> file : lengths.entrySet()) {
            if (file.getValue() > 0) {
                force(file(folder, file.getKey()));
                lines.add("file " + file.getKey() + " " + file.getValue());
            }
        }
        Path beside = folder.resolve(MARK + ".new");
        Files.write(beside, lines, StandardCharsets.UTF_8);
        force(beside);
        Files.move(beside, folder.resolve(MARK), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * How far the run in a folder has come; nothing done where there is no mark.
     *
     * @throws IOException when the folder holds the output of other inputs, rules or registers
     */
    static Mark read(Path folder, String of) throws IOException {
        List<String> lines = Files.exists(folder.resolve(MARK))
                ? Files.readAllLines(folder.resolve(MARK), StandardCharsets.UTF_8)
                : List.of(of, "done 0");
        if (!lines.getFirst().equals(of)) {
            throw new IOException("the folder holds the output of other inputs, rules or registers: " + folder);
        }
        int done = 0;
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "done" -> done = Integer.parseInt(words[1]);
                case "rule" -> counts.put(words[1], Long.parseLong(words[2]));
                default -> {}
            }
        }
        return new Mark(of, done, counts);
    }

    /**
     * Cuts every file back to the last mark.
     *
     * @return the mark; one with nothing done where there is none
     * @throws IOException when the folder holds the output of other inputs, rules or registers
     */
    Mark back(String of) throws IOException {
        Mark mark = read(folder, of);
        if (Files.exists(folder.resolve(MARK))) {
            for (String line : Files.readAllLines(folder.resolve(MARK), StandardCharsets.UTF_8)) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("file")) {
                    cut(words[1], Long.parseLong(words[2]));
                }
            }
        }
        removeUnmarked();
        return mark;
    }

    private void cut(String destination, long length) throws IOException {
        Waiting file = new Waiting();
        file.written = length;
        files.put(destination, file);
        try (FileChannel channel = FileChannel.open(file(folder, destination), StandardOpenOption.WRITE)) {
            if (channel.size() < length) {
                throw new IOException("shorter than when it was marked: " + file(folder, destination));
            }
            channel.truncate(length);
        }
    }

    private void removeUnmarked() throws IOException {
        remove(folder, files.keySet().stream().map(name -> file(folder, name)).toList());
    }

    /** Removes every output from a folder in which no run has set a mark. */
    static void empty(Path folder) throws IOException {
        remove(folder, List.of());
    }

    private static void remove(Path folder, List<Path> kept) throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            for (Path file : there.filter(Destinations::isOurs).toList()) {
                if (!kept.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isOurs(Path file) {
        return file.toString().endsWith(".UKE") || file.toString().endsWith(LocalRun.LIST + ".csv");
    }

    /** Writes nothing more: what waits since the last mark is left out, it will be made again. */
    @Override
    public void close() {
        files.clear();
    }
}
