package madoguchi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * 使ったCPU時間 – CPU time since the start of the three parties, in microseconds.
 *
 * @param hub the hub's process
 * @param database the database server and all its processes, also those that have ended
 * @param generator this process
 */
record BenchCpu(long hub, long database, long generator) {

    /** Linux counts process times in hundredths of a second on every machine. */
    private static final long MICROS_PER_TICK = 10_000;

    static BenchCpu now(long hub, long database) throws IOException {
        return new BenchCpu(
                micros(hub, false),
                micros(database, true) + children(database),
                micros(ProcessHandle.current().pid(), false));
    }

    BenchCpu since(BenchCpu earlier) {
        return new BenchCpu(hub - earlier.hub, database - earlier.database, generator - earlier.generator);
    }

    private static long children(long parent) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .mapToLong(Long::parseLong)
                    .filter(isChildOf(parent))
                    .map(child -> micros(child, false))
                    .sum();
        }
    }

    private static LongPredicate isChildOf(long parent) {
        return pid -> {
            String[] fields = fields(pid);
            return fields.length > 1 && Long.parseLong(fields[1]) == parent;
        };
    }

    /** utime and stime, and for a parent also those of its ended children. */
    private static long micros(long pid, boolean withEnded) {
        String[] fields = fields(pid);
        long ticks = 0;
        for (int i = 11; i < (withEnded ? 15 : 13) && i < fields.length; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks * MICROS_PER_TICK;
    }

    /** The fields of {@code /proc/<pid>/stat} after the command name: state, parent, …; none when the process has ended. */
    private static String[] fields(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (NoSuchFileException ended) {
            return new String[0];
        } catch (IOException ended) {
            if (Files.exists(Path.of("/proc", Long.toString(pid)))) {
                throw new UncheckedIOException(ended);
            }
            return new String[0];
        }
    }
}
