package madoguchi.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import madoguchi.core.Parsed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 台本ファイル – {@code script.txt} in the root folder, read again whenever it is saved (which also sets its {@code next} lines again).
 *
 * <p>What is wrong with it stands in {@code script.err} beside it, and the last good script stays.
 */
final class ScriptFile {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptFile.class);
    private static final int BYTES_MAX = 100_000;

    private final Path file;
    private final Path problems;
    private final Deque<Scripted> commanded = new ArrayDeque<>();
    private final Deque<Scripted> next = new ArrayDeque<>();
    private byte[] read = {};
    private long readChanged;
    private Script script = Script.EMPTY;

    ScriptFile(Path root) {
        this.file = root.resolve("script.txt");
        this.problems = root.resolve("script.err");
    }

    /** Queues an outcome for the next request; commands come before the file. */
    synchronized void next(Scripted outcome) {
        commanded.add(outcome);
    }

    /** What to do with this request; consumes a {@code next} line. */
    synchronized Scripted outcome(Search search) {
        refresh();
        Scripted first = commanded.isEmpty() ? next.poll() : commanded.poll();
        return first != null ? first : script.forPerson(search).orElse(new Scripted.Plain());
    }

    /** What to do with a request about many persons, or about none: a {@code next} line, else the line of the first person who has one. */
    synchronized Scripted outcome(List<Search> persons) {
        refresh();
        Scripted first = commanded.isEmpty() ? next.poll() : commanded.poll();
        return first != null
                ? first
                : persons.stream()
                        .flatMap(person -> script.forPerson(person).stream())
                        .findFirst()
                        .orElse(new Scripted.Plain());
    }

    private void refresh() {
        try {
            byte[] now = content();
            long changed = now.length == 0 ? 0 : Files.getLastModifiedTime(file).toMillis();
            if (changed != readChanged || !Arrays.equals(now, read)) {
                read = now;
                readChanged = changed;
                take(Script.parse(new String(now, StandardCharsets.UTF_8)));
            }
        } catch (IOException locked) {
            LOG.debug("script.txt could not be read, the last one stays");
        }
    }

    private byte[] content() throws IOException {
        if (!Files.isRegularFile(file)) {
            return new byte[0];
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(BYTES_MAX);
        }
    }

    private void take(Parsed<Script> parsed) throws IOException {
        switch (parsed) {
            case Parsed.Value<Script>(var good) -> {
                script = good;
                next.clear();
                next.addAll(good.next());
                Files.deleteIfExists(problems);
            }
            case Parsed.Faults<Script>(var faults) -> {
                LOG.warn("script.txt has {} faults, see script.err", faults.size());
                Files.writeString(problems, ErrText.of(faults));
            }
        }
    }
}
