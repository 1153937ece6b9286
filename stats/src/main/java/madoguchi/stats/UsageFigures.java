package madoguchi.stats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import madoguchi.policy.RuleBook;

/** 利用率の測定 – writes a month of invented verifications (a simulation), folds it, and says time, throughput and memory. Simulation. */
public final class UsageFigures {

    private static final double NANOS = 1e9;
    private static final long MEGA = 1 << 20;
    private static final long SEED = 8;

    private final YearMonth month;
    private final Path folder;
    private final PrintStream out;
    private final Counting counting = new Counting(RuleBook.bundled());

    /** Writes into {@code folder}, which is made when needed. */
    public UsageFigures(YearMonth month, Path folder, PrintStream out) {
        this.month = month;
        this.folder = folder;
        this.out = out;
    }

    /**
     * 結果 in the same figures that a database is asked for.
     *
     * @param facilities with at least one verification
     * @param counted uses
     * @param other in the denominator only
     * @param open kept apart
     * @param people sum over the facilities of the different people who used the card
     */
    public record Sums(long facilities, long counted, long other, long open, long people) {}

    /** Writes the file of {@code events} verifications; {@code prefecture} 1 to 47, or 0 for the nation. */
    public Path write(long events, int facilities, int persons, int prefecture) throws IOException {
        Path file = Files.createDirectories(folder).resolve("uses");
        long start = System.nanoTime();
        new InventedUses(SEED, month, events, facilities, persons, prefecture).write(file);
        out.printf(
                "作りものの記録 / invented: %,d 件 events, %,d MB, %.1f 秒 s%n",
                events, Files.size(file) / MEGA, (System.nanoTime() - start) / NANOS);
        return file;
    }

    /** Folds the file and prints what it took. */
    public Sums fold(Path file, int threads) throws IOException {
        long start = System.nanoTime();
        UsageMonth folded = UseFile.fold(file, counting, threads, folder);
        double seconds = (System.nanoTime() - start) / NANOS;
        long events = UseFile.head(file).records();
        Runtime machine = Runtime.getRuntime();
        out.printf(
                "畳み込み / folded: %.2f 秒 s, %,.0f 件/秒 events/s, スレッド threads %d, ヒープ heap %,d MB (上限 max %,d MB), 常駐 resident max %,d MB%n",
                seconds,
                events / seconds,
                threads,
                (machine.totalMemory() - machine.freeMemory()) / MEGA,
                machine.maxMemory() / MEGA,
                resident());
        UsageReport report = UsageReport.of(folded, Map.of(), FacilityMaster.none());
        UsageRow nation = report.nation();
        out.printf(
                "  件数ベース by verifications %s (%,d ÷ %,d; 未決 open %,d)%n",
                nation.online().written(),
                nation.online().part(),
                nation.online().whole(),
                nation.tally().open());
        return sums(folded);
    }

    private static Sums sums(UsageMonth folded) {
        Tally tally = Tally.NOTHING;
        long people = 0;
        long asked = 0;
        for (FacilityUse use : folded.facilities().values()) {
            tally = tally.plus(use.tally());
            people += use.people();
            asked += use.tally().equals(Tally.NOTHING) ? 0 : 1;
        }
        return new Sums(asked, tally.counted(), tally.other(), tally.open(), people);
    }

    /** 常駐 – the most memory this process ever had, in MB. Pages of a mapped file are in it, which the system takes back when it needs them. */
    public static long resident() {
        return resident(ProcessHandle.current().pid());
    }

    /** The same of another process of this machine; 0 where the system does not tell. */
    public static long resident(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    /** The file as CSV without heading, for a database: index of the facility, person (0: nobody told), cell. Returns its path. */
    public Path csv(Path file) throws IOException {
        Path csv = folder.resolve("uses.csv");
        try (OutputStream text = new BufferedOutputStream(Files.newOutputStream(csv), 1 << 20)) {
            StringBuilder line = new StringBuilder();
            UseFile.each(file, (facility, person, second, cell) -> {
                line.setLength(0);
                line.append(facility)
                        .append(',')
                        .append(Math.max(0, person))
                        .append(',')
                        .append(cell)
                        .append('\n');
                write(text, line);
            });
        }
        return csv;
    }

    private static void write(OutputStream text, StringBuilder line) {
        try {
            text.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The rules as a table for the database: for each cell the verdict on the online base, and whether its person is counted: {@code (cell, 'COUNTED', true)}. */
    public List<String> verdicts() {
        Counted[] online = counting.month(Basis.ONLINE, month);
        Counted[] receipt = counting.month(Basis.RECEIPT, month);
        List<String> rows = new ArrayList<>();
        for (int cell = 0; cell < Cell.COUNT; cell++) {
            if (online[cell] != null) {
                rows.add("(" + cell + ", '" + online[cell] + "', " + (receipt[cell] == Counted.COUNTED) + ")");
            }
        }
        return rows;
    }
}
