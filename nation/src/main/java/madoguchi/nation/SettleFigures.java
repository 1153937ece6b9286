package madoguchi.nation;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.core.Timeline;
import madoguchi.settle.InventedHistories;
import madoguchi.settle.Settle;
import madoguchi.settle.SettleRules;
import madoguchi.uke.FileKind;
import madoguchi.uke.InventedClaims;

/** 振替・分割の数字 – SIMULATION: invents a file and the registers for it, and prints how fast the one is settled by the other, beside a plain read and split of the same file. */
public final class SettleFigures {

    private static final long SEED = 1;
    private static final int TROUBLED_PER_THOUSAND = 20;
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long receipts;
    private final YearMonth month;
    private final Path folder;
    private final PrintStream out;

    private SettleFigures(long receipts, YearMonth month, Path folder, PrintStream out) {
        this.receipts = receipts;
        this.month = month;
        this.folder = folder;
        this.out = out;
    }

    /**
     * 測る – writes into the folder what it needs (about 4.3 KB a receipt), and removes it.
     *
     * @param receipts of the one input
     * @param threads that settle
     * @param month 診療年月 of the invented claims; settled by the rules of the next
     * @param folder made where it is not there
     */
    public static void print(long receipts, int threads, YearMonth month, Path folder, PrintStream out)
            throws IOException {
        Path own = Files.createTempDirectory(Files.createDirectories(folder), "settle");
        try {
            new SettleFigures(receipts, month, own, out).print(threads);
        } finally {
            remove(own);
        }
    }

    /** 測ったもの – wall time and CPU time of the whole process, in seconds. */
    private record Spent(double wall, double cpu) {}

    /** 仕事. */
    private interface Work {
        void run() throws IOException;
    }

    private static Spent spent(Work work) throws IOException {
        long cpu = MACHINE.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Spent((System.nanoTime() - start) / 1e9, (MACHINE.getProcessCpuTime() - cpu) / 1e9);
    }

    private void print(int threads) throws IOException {
        Path input = folder.resolve("claims.UKE");
        Path registers = folder.resolve("registers");
        line("作る invented", spent(() -> invent(input)), input);
        line("登録簿の写し snapshot", spent(() -> snapshot(registers)), input);
        try (Snapshot snapshot = Snapshot.open(registers)) {
            out.printf(
                    "  %,d 人 people, %.1f 字節/人 bytes a person%n",
                    snapshot.people(), (double) snapshot.bytes() / snapshot.people());
            line("読んで分けるだけ plain read and split", spent(() -> split(input)), input);
            Settle settle = new Settle(SettleRules.of(month.plusMonths(1)), snapshot);
            Path results = folder.resolve("results");
            LocalRun.Summary[] summary = new LocalRun.Summary[1];
            Spent settled =
                    spent(() -> summary[0] = new LocalRun(settle, LocalRun.by(month.plusMonths(1), snapshot), threads)
                            .run(List.of(input), results, this::progress));
            line("振替・分割 settled, " + threads + " threads", settled, input);
            out.printf(
                    "  最大の常駐メモリ peak resident memory: %s, heap ≤ %,d MiB%n",
                    resident(), Runtime.getRuntime().maxMemory() >> 20);
            out.println("  " + summary[0].rules());
        }
    }

    private void invent(Path input) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(input), 1 << 16)) {
            new InventedClaims(FileKind.MEDICAL, SEED, month).writeTo(file, receipts);
        }
    }

    private void snapshot(Path registers) throws IOException {
        InventedHistories histories = new InventedHistories(SEED, month, TROUBLED_PER_THOUSAND);
        try (SnapshotBuilder builder = new SnapshotBuilder(registers)) {
            for (long index = 0; index < receipts; index++) {
                for (Timeline person : histories.people(index)) {
                    builder.add(person);
                }
            }
            builder.finish().close();
        }
    }

    private static void split(Path input) throws IOException {
        long fields = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(input), WINDOWS_31J))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                fields += line.split(",", -1).length;
            }
        }
        if (fields == 0) {
            throw new IllegalStateException("nothing was read");
        }
    }

    private void line(String what, Spent spent, Path input) throws IOException {
        out.printf(
                "%s: %.1f s, %,.0f 件/秒 receipts/s, %.0f MB/s, CPU %.2f µs/件 a receipt%n",
                what,
                spent.wall,
                receipts / spent.wall,
                Files.size(input) / 1e6 / spent.wall,
                spent.cpu * 1e6 / receipts);
    }

    private void progress(long bytes, long done) {
        if (bytes >> 28 != (bytes - (1 << 20)) >> 28) {
            System.err.printf("\r  %,d / %,d", done, receipts);
        }
    }

    /** VmHWM of this process; Linux only. The pages of the mapped snapshot are in it. */
    private static String resident() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.substring("VmHWM:".length()).strip())
                    .findFirst()
                    .orElse("?");
        } catch (NoSuchFileException notLinux) {
            return "?";
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            for (Path path : there.toList()) {
                if (Files.isDirectory(path)) {
                    remove(path);
                } else {
                    Files.delete(path);
                }
            }
        }
        Files.delete(folder);
    }
}
