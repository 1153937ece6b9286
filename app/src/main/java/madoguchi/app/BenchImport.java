package madoguchi.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import madoguchi.hub.ImportReport;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.Registrations;
import madoguchi.hub.Source;

/*
 * The file is written before anything is measured. Taking it is measured twice: up to the last line stored, and with the indexes made. Beside it stand two limits
 * of the same machine: reading the file's lines and cutting them at the commas, and PostgreSQL's own COPY of the same rows, server-side and binary, into tables
 * without an index. At last a register index is started over the whole log, without a saved one.
 */

/** 登録の測定. */
final class BenchImport {

    private static final double SECOND = 1e9;

    private final Path data;
    private final int persons;
    private final Clock clock;
    private final PrintStream out;

    BenchImport(Path data, int persons, Clock clock, PrintStream out) {
        this.data = data;
        this.persons = persons;
        this.clock = clock;
        this.out = out;
    }

    /** Measures and prints, one figure a line. The file and the bare tables are removed afterwards, the register stays. */
    void run() throws IOException, InterruptedException {
        Files.createDirectories(data);
        try (BenchSite site = new BenchSite(data)) {
            BenchStore store = new BenchStore(site.database());
            int known = store.registered();
            Path file = write(new BenchFile(known, known + persons));
            try {
                out.printf(
                        "登録済み in the register %,d 人、ファイル file %,d 人 persons, %,d MiB%n",
                        known, persons, Files.size(file) >> 20);
                split(file);
                take(site, store, file);
                store.settle();
                room(store);
                bareCopy(store);
                follow(site);
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path write(Source invented) throws IOException {
        Path file = data.resolve(invented.name());
        try (InputStream lines = invented.open()) {
            Files.deleteIfExists(file);
            Files.copy(lines, file);
        }
        return file;
    }

    private void split(Path file) throws IOException {
        long start = System.nanoTime();
        long cells = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int from = 0;
                for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
                    cells += line.substring(from, comma).isEmpty() ? 0 : 1;
                    from = comma + 1;
                }
            }
        }
        rate("読んで区切るだけ reading and splitting alone（%,d cells）".formatted(cells), System.nanoTime() - start);
    }

    private void take(BenchSite site, BenchStore store, Path file) throws IOException {
        long server = store.serverPid();
        long self = ProcessHandle.current().pid();
        BenchCpu before = BenchCpu.now(self, server);
        long start = System.nanoTime();
        long[] loaded = {start};
        BenchCpu[] atLoaded = {before};
        ImportReport report;
        long end;
        BenchCpu after;
        try (HikariDataSource pool = site.pool()) {
            report = new Registrations(pool, HubKey.of(data), clock)
                    .take(Source.of(file), lines -> {
                        if (lines == persons) {
                            loaded[0] = System.nanoTime();
                            atLoaded[0] = cpu(self, server);
                        }
                    })
                    .orElseThrow();
            end = System.nanoTime();
            // Before the connections are closed: of a process that is just ending nobody tells the time.
            after = cpu(self, server);
        }
        if (report.stored() != persons) {
            throw new IllegalStateException("stored " + report.stored() + " of " + persons);
        }
        rate("登録、索引作りを除く import without making the indexes", loaded[0] - start);
        cpu(atLoaded[0].since(before));
        rate("登録、索引作りとも import with the indexes made", end - start);
        cpu(after.since(before));
    }

    private static BenchCpu cpu(long self, long server) {
        try {
            return BenchCpu.now(self, server);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void cpu(BenchCpu used) {
        out.printf(
                "  1人あたりのCPU CPU a person: Java %.2f µs、PostgreSQL %.2f µs%n",
                (double) used.hub() / persons, (double) used.database() / persons);
    }

    private void room(BenchStore store) {
        BenchStore.Size size = store.size();
        out.printf(
                "1人あたりのディスク bytes on disk a person: %,d（fact %,d、person %,d）%n",
                (size.factBytes() + size.personBytes()) / size.persons(),
                size.factBytes() / size.persons(),
                size.personBytes() / size.persons());
    }

    private void bareCopy(BenchStore store) throws IOException {
        BenchStore.Copied copied = store.bareCopy(data.toAbsolutePath());
        out.printf(
                "PostgreSQL の COPY だけ bare COPY of the same rows: 毎秒 a second %,.0f 人 persons、CPU %.2f µs%n",
                copied.persons() / copied.seconds(), (double) copied.cpu() / copied.persons());
    }

    private void follow(BenchSite site) throws InterruptedException {
        long start = System.nanoTime();
        try (RegisterIndex index = new RegisterIndex(site.database(), Optional.empty())) {
            while (!index.isServing()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            out.printf(
                    "記憶の索引、控えなし the index in memory, without a saved one: %.1f s%n",
                    (System.nanoTime() - start) / SECOND);
        }
    }

    private void rate(String what, long nanos) {
        out.printf("%s: %.1f s、毎秒 a second %,.0f 人 persons%n", what, nanos / SECOND, persons * SECOND / nanos);
    }
}
