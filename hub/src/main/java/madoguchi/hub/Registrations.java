package madoguchi.hub;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.hub.FactStore.Mark;
import madoguchi.hub.ImportReport.LineFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/*
 * A file is read twice. The first reading decides about its charset, digests it and counts its lines. The second one goes ahead on a thread of its own: it makes
 * portions of understood lines, some thousand each. The caller's thread stores them, each in one transaction together with a mark of how far the file has come.
 * Two portions are in memory at most, however long the file is; in a bulk load, which stores two at once (PortionsAtOnce), four.
 */

/**
 * 登録ファイルの受入れ – takes a file of coverages, tickets, card links or enrolments into the logs.
 *
 * <p>A run that was killed is finished by taking the same file again: it goes on behind its last mark. A file taken to its end before changes nothing.
 */
public final class Registrations {

    private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);

    private static final int SMALLEST_PORTION = 1_000;
    private static final int LARGEST_PORTION = 16_000;

    /** A portion is this part of what was read before it: short files show their progress, long ones pay for few transactions. */
    private static final int PORTION_PART = 8;

    private static final int LONGEST_NAME = 20;

    /** Every character of a column's name. */
    private static final String CHARACTERS = Arrays.stream(FileKind.values())
            .flatMap(kind -> kind.known().stream())
            .collect(Collectors.joining());

    private final javax.sql.DataSource database;
    private final long shortestBulk;
    private final FactStore facts;
    private final RegisterStore registers;
    private final Optional<RegisterIndex> index;
    private final Key key;
    private final Clock clock;

    /**
     * Takes files into the facts of one database; nobody answers inquiries from memory in this process.
     *
     * @param database schema {@code hub}, already migrated
     * @param key swaps My Numbers for digests; must never change for one database
     * @param clock tells 登録日時
     */
    public Registrations(javax.sql.DataSource database, Key key, Clock clock) {
        this(database, Optional.empty(), key, clock);
    }

    /**
     * Takes files into the facts of one database.
     *
     * @param database schema {@code hub}, already migrated
     * @param index of that database: knows what was taken before {@link #take} returns
     * @param key swaps My Numbers for digests; must never change for one database
     * @param clock tells 登録日時
     */
    public Registrations(javax.sql.DataSource database, Optional<RegisterIndex> index, Key key, Clock clock) {
        this(database, index, key, clock, BulkLoadStore.SHORTEST);
    }

    /** Takes files of at least so many lines by a {@link BulkLoadStore}, where the register is not longer. */
    Registrations(
            javax.sql.DataSource database, Optional<RegisterIndex> index, Key key, Clock clock, long shortestBulk) {
        this.database = database;
        this.shortestBulk = shortestBulk;
        this.facts = new FactStore(database);
        this.registers = new RegisterStore(database);
        this.index = index;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Takes one file as of now: every chunk carries the instant at which it is stored, so that "as known at" tells what could really be known during a long run.
     *
     * @param progress told the number of lines read so far, after every portion
     * @return the report, or the reason why the file was not taken to its end: not understood, or the database broke off; lines that {@code progress} was told of are stored
     */
    public Parsed<ImportReport> take(Source source, LongConsumer progress) {
        return take(source, clock, (rows, lines) -> progress.accept(rows));
    }

    /** 途中経過. */
    public interface Progress {

        /**
         * Told after every portion.
         *
         * @param rows data lines read so far
         * @param lines lines of the file, about: a cell with a line break counts as two, an empty line as one
         */
        void at(long rows, long lines);
    }

    /** Takes one file as of now, as {@link #take(Source, LongConsumer)} does, and tells the share of the file that has been read. */
    public Parsed<ImportReport> takeShowing(Source source, Progress progress) {
        return take(source, clock, progress);
    }

    /** Takes one file as if it had come at {@code recordedAt}: for the sample town, whose history lies in the past. Such files are taken in the order of their instants. */
    public Parsed<ImportReport> take(Source source, Instant recordedAt, LongConsumer progress) {
        return take(source, () -> recordedAt, (rows, lines) -> progress.accept(rows));
    }

    private Parsed<ImportReport> take(Source source, InstantSource recording, Progress progress) {
        AtomicLong heard = new AtomicLong();
        try {
            SourceText text = SourceText.examine(source);
            try (Reader reader = text.open(source)) {
                return take(source.name(), text, recording, lines(text, reader), (rows, lines) -> {
                    heard.set(rows);
                    progress.at(rows, lines);
                });
            }
        } catch (NestedRuntimeException failed) {
            DatabaseTrouble trouble = DatabaseTrouble.of(failed).orElseThrow(() -> failed);
            LOG.error("a file was broken off: {}", trouble);
            return brokenOff(source.name(), trouble, heard.get());
        } catch (CharacterCodingException neither) {
            return Parsed.fault(
                    source.name(),
                    "文字コードが UTF-8 でも Shift_JIS でもありません。CSV（UTF-8）で保存し直して、もう一度入れてください。",
                    "The file is neither UTF-8 nor Shift_JIS. Save it as CSV in UTF-8 and take it again.");
        } catch (IOException | UncheckedIOException unreadable) {
            return Parsed.fault(
                    source.name(),
                    "ファイルを読めません: " + unreadable.getMessage(),
                    "The file cannot be read: " + unreadable.getMessage());
        } catch (CsvParseException broken) {
            return Parsed.fault(source.name(), "見出しをCSVとして読めません。", "The header is not readable as CSV.");
        }
    }

    private static Parsed<ImportReport> brokenOff(String fileName, DatabaseTrouble trouble, long heard) {
        return Parsed.fault(
                fileName,
                trouble.what().ja() + (heard == 0 ? "" : "データ" + heard + "行までは登録済みです。")
                        + trouble.todo().ja() + "そのあと、同じファイルをもう一度入れてください。続きから登録します。",
                trouble.what().en() + (heard == 0 ? "" : " " + heard + " data lines are stored.") + " "
                        + trouble.todo().en() + " Then take the same file again: it goes on where it stopped.");
    }

    /** The lines of a text, cut into cells; what is no CSV ends them by a {@link CsvParseException}. */
    static Iterator<Cells> lines(SourceText text, Reader reader) {
        return text.plain() ? new PlainLines(reader) : quoted(reader);
    }

    private static Iterator<Cells> quoted(Reader reader) {
        Iterator<CsvRecord> records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(reader)
                .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public Cells next() {
                return new Cells.Quoted(records.next());
            }
        };
    }

    private Parsed<ImportReport> take(
            String fileName, SourceText text, InstantSource recording, Iterator<Cells> lines, Progress progress) {
        if (!lines.hasNext()) {
            return Parsed.fault(fileName, "ファイルが空です。", "The file is empty.");
        }
        Cells first = lines.next();
        if (!WholeFileStore.isMark(first)) {
            return header(fileName, first.all())
                    .then(header -> new Run(fileName, text, recording, header, Optional.empty(), progress).take(lines));
        }
        Parsed<LocalDate> day = WholeFileStore.day(fileName, first);
        Parsed<Header> header = lines.hasNext()
                ? header(fileName, lines.next().all())
                : Parsed.fault(fileName, "見出しがありません。", "There is no header.");
        List<Problem> problems = Parsed.problems(day, header);
        if (problems.isEmpty() && header.orElseThrow().kind() != FileKind.COVERAGES) {
            return Parsed.fault(fileName, "全件にできるのは資格登録ファイルだけです。", "Only a registration file can be a whole one.");
        }
        return problems.isEmpty()
                ? new Run(fileName, text, recording, header.orElseThrow(), Optional.of(day.orElseThrow()), progress)
                        .take(lines)
                : new Parsed.Faults<>(problems);
    }

    private record Header(List<String> columns, FileKind kind, Map<String, Integer> places) {
        Header(List<String> columns, FileKind kind) {
            this(columns, kind, Line.places(columns, kind.known()));
        }
    }

    private static Parsed<Header> header(String fileName, List<String> names) {
        List<String> columns = names.stream().map(String::strip).toList();
        FileKind kind = FileKind.of(columns);
        List<String> known = kind.known();
        List<String> needed = kind.needed();
        if (columns.stream().noneMatch(known::contains)) {
            // A file without a header begins with a person's data: nothing of it is repeated.
            return Parsed.fault(
                    fileName,
                    "1行目に見出しがありません。列の名前の行を先頭に付けて、もう一度入れてください。",
                    "The first line is not a header. Put the line of column names in front and take the file again.");
        }
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!known.contains(columns.get(i))) {
                String name = printable(columns.get(i));
                problems.add(Problem.at(
                        fileName,
                        (i + 1) + "列目の見出し「" + name + "」は知らない列です。",
                        "Column " + (i + 1) + " of the header is unknown: " + name));
            }
        }
        needed.stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> problems.add(
                        Problem.at(fileName, "列「" + column + "」がありません。", "This column is missing: " + column)));
        if (new HashSet<>(columns).size() < columns.size()) {
            problems.add(Problem.at(fileName, "同じ見出しが2つあります。", "Two columns have the same name."));
        }
        return problems.isEmpty() ? Parsed.of(new Header(columns, kind)) : new Parsed.Faults<>(problems);
    }

    /** A column's name where it could be one, such as one mistyped: short, and of the characters of the names that we know. Else it may be a person's, from a line that lost its beginning. */
    private static String printable(String column) {
        return column.length() <= LONGEST_NAME
                        && column.codePoints().allMatch(c -> CHARACTERS.indexOf(c) >= 0)
                        && column.codePoints().filter(Character::isDigit).count() <= 2
                ? column
                : "…";
    }

    /**
     * 読んだ部分.
     *
     * @param chunk understood lines that are to be stored
     * @param rows data lines read up to its end
     * @param faults of its lines
     * @param whole whether the file was CSV up to its end
     */
    private record Portion(Chunk chunk, long rows, List<LineFault> faults, boolean whole) {}

    /**
     * 登録済みの部分.
     *
     * @param news how many of its lines said something new
     */
    private record Stored(Portion portion, int news) {}

    /** The lines of one file in portions. */
    private static final class Portions implements Iterator<Portion> {
        private final Iterator<Cells> lines;
        private final Header header;
        private final Supplier<Chunk> chunks;
        private final long done;
        private final boolean tellDone;
        private long rows;
        private boolean broken;

        /** {@code done} lines are not stored again; where {@code tellDone}, their faults are told again. */
        Portions(Iterator<Cells> lines, Header header, Supplier<Chunk> chunks, long done, boolean tellDone) {
            this.lines = lines;
            this.header = header;
            this.chunks = chunks;
            this.done = done;
            this.tellDone = tellDone;
        }

        @Override
        public boolean hasNext() {
            return !broken && hasLine();
        }

        private boolean hasLine() {
            try {
                return lines.hasNext();
            } catch (CsvParseException unreadable) {
                broken = true;
                return true;
            }
        }

        @Override
        public Portion next() {
            Chunk chunk = chunks.get();
            List<LineFault> faults = new ArrayList<>();
            long end = rows + Math.clamp((rows - done) / PORTION_PART, SMALLEST_PORTION, LARGEST_PORTION);
            end = rows < done ? Math.min(end, done) : end;
            while (rows < end && !broken && hasLine() && !broken) {
                read(chunk, faults, rows < done);
            }
            return new Portion(chunk, rows, faults, !broken);
        }

        private void read(Chunk chunk, List<LineFault> faults, boolean isDone) {
            try {
                Cells line = lines.next();
                rows++;
                if (isDone && !tellDone) {
                    return;
                }
                List<Problem> problems = problems(line, chunk);
                if (!problems.isEmpty()) {
                    faults.add(new LineFault(line.number(), problems));
                }
                if (isDone) {
                    chunk.clear();
                }
            } catch (CsvParseException unreadable) {
                broken = true;
            }
        }

        private List<Problem> problems(Cells line, Chunk chunk) {
            if (line.count() != header.columns().size()) {
                return List.of(Problem.at(
                        "行全体",
                        "列の数が見出しと違います（" + line.count() + "／" + header.columns().size() + "）。",
                        "The number of cells differs from the header (" + line.count() + " of "
                                + header.columns().size() + ")."));
            }
            chunk.at(line.number());
            return chunk.add(new Line(header.places(), line));
        }
    }

    /** One file on its way into the facts. */
    private final class Run {
        private final String fileName;
        private final SourceText text;
        private final InstantSource recording;
        private final Header header;
        private final Optional<LocalDate> whole;
        private final Progress progress;
        private final List<LineFault> faults = new ArrayList<>();
        private long stored;

        Run(
                String fileName,
                SourceText text,
                InstantSource recording,
                Header header,
                Optional<LocalDate> whole,
                Progress progress) {
            this.fileName = fileName;
            this.text = text;
            this.recording = recording;
            this.header = header;
            this.whole = whole;
            this.progress = progress;
        }

        Parsed<ImportReport> take(Iterator<Cells> lines) {
            BulkLoadStore.settle(database);
            if (facts.wasTaken(text.sha256())) {
                return takenBefore(lines);
            }
            Mark mark = facts.unfinished(text.sha256()).orElseGet(this::started);
            stored = mark.stored();
            if (header.kind() != FileKind.COVERAGES
                    || text.lines() < shortestBulk
                    || !BulkLoadStore.fits(database, text.lines())) {
                return taken(lines, mark, Persons.asked(), facts::alone);
            }
            try (BulkLoadStore bulk = BulkLoadStore.begin(database, text.lines())) {
                return takenInBulk(lines, mark, bulk);
            }
        }

        private Mark started() {
            return new Mark(
                    facts.alone(store -> store.startBatch(recordedAt(), fileName, text.sha256(), dataLines(), whole)),
                    0,
                    0,
                    0);
        }

        /** The report again; nothing is stored. */
        private Parsed<ImportReport> takenBefore(Iterator<Cells> lines) {
            Supplier<Chunk> chunks = () -> header.kind().chunk(registers, key, Persons.asked(), false);
            Portions portions = new Portions(lines, header, chunks, Long.MAX_VALUE, true);
            Portion last = all(portions, portion -> progress.at(portion.rows(), dataLines()));
            return last.whole() ? Parsed.of(report(last.rows(), Optional.empty())) : brokenAfter(last.rows());
        }

        private Parsed<ImportReport> taken(Iterator<Cells> lines, Mark mark, Persons persons, Alone alone) {
            Supplier<Chunk> chunks = () -> header.kind().chunk(registers, key, persons, whole.isPresent());
            Portions portions = new Portions(lines, header, chunks, mark.rows(), mark.faulty() > 0);
            Portion last;
            try (ReadAhead<Portion> ahead = new ReadAhead<>(portions)) {
                last = all(ahead, portion -> {
                    store(mark.batch(), portion, alone);
                    progress.at(portion.rows(), dataLines());
                });
            }
            return last.whole() ? Parsed.of(ended(mark.batch(), last.rows(), alone)) : brokenAfter(last.rows());
        }

        /** As {@link #taken}, two portions at once. */
        private Parsed<ImportReport> takenInBulk(Iterator<Cells> lines, Mark mark, BulkLoadStore bulk) {
            Persons persons = Persons.known(bulk.everybody());
            Supplier<Chunk> chunks = () -> header.kind().chunk(registers, key, persons, whole.isPresent());
            Portions portions = new Portions(lines, header, chunks, mark.rows(), mark.faulty() > 0);
            Portion last;
            try (ReadAhead<Portion> ahead = new ReadAhead<>(portions);
                    PortionsAtOnce<Stored> storing = new PortionsAtOnce<>(this::heard)) {
                last = all(ahead, portion -> {
                    long faulty = faults.size();
                    Instant at = recordedAt();
                    storing.begin(turn -> stored(mark.batch(), portion, faulty, at, turn, bulk));
                });
                storing.finish();
            }
            return last.whole() ? Parsed.of(ended(mark.batch(), last.rows(), bulk::alone)) : brokenAfter(last.rows());
        }

        private Stored stored(long batch, Portion portion, long faulty, Instant at, Turn turn, BulkLoadStore bulk) {
            if (portion.chunk().size() == 0) {
                turn.mayEnd();
                return new Stored(portion, 0);
            }
            return bulk.alone(turn, store -> {
                int news = portion.chunk().store(store, batch, at);
                // What was stored before is known when those before are over.
                store.mayEnd();
                store.mark(new Mark(batch, portion.rows(), stored + news, faulty), at);
                return new Stored(portion, news);
            });
        }

        private void heard(Stored portion) {
            stored += portion.news();
            index.ifPresent(RegisterIndex::follow);
            progress.at(portion.portion().rows(), dataLines());
        }

        /** The last portion, after all were used. */
        private Portion all(Iterator<Portion> portions, Consumer<Portion> use) {
            Portion last = new Portion(new TicketChunk(), 0, List.of(), true);
            while (portions.hasNext()) {
                last = portions.next();
                faults.addAll(last.faults());
                use.accept(last);
            }
            return last;
        }

        private void store(long batch, Portion portion, Alone alone) {
            if (portion.chunk().size() > 0) {
                stored += alone.<Integer>run(store -> {
                    Instant at = recordedAt();
                    int news = portion.chunk().store(store, batch, at);
                    int refused = portion.chunk().refused().size();
                    store.mark(new Mark(batch, portion.rows(), stored + news, faults.size() + refused), at);
                    return news;
                });
                faults.addAll(portion.chunk().refused());
                faults.sort(Comparator.comparingLong(LineFault::line));
                index.ifPresent(RegisterIndex::follow);
            }
        }

        private ImportReport ended(long batch, long rows, Alone alone) {
            return alone.run(store -> {
                ImportReport report = report(rows, whole.map(day -> new WholeFileStore(database).missing(batch, day)));
                store.endBatch(batch, clock.instant(), report);
                return report;
            });
        }

        private ImportReport report(long rows, Optional<ImportReport.Missing> missing) {
            return new ImportReport(fileName, rows, stored, rows - stored - faults.size(), faults, missing);
        }

        /** The faults found so far, with their lines, and the place where reading stopped. */
        private Parsed<ImportReport> brokenAfter(long read) {
            List<Problem> problems = new ArrayList<>();
            problems.add(Problem.at(
                    fileName,
                    "データ" + read + "行の後に、CSVとして読めない箇所があります（そこより前の行は登録済みです）。直して同じファイルをもう一度入れてください。",
                    "The file stops being CSV after " + read
                            + " data lines (those before it are stored). Mend it and take it again."));
            faults.forEach(fault -> fault.problems()
                    .forEach(problem -> problems.add(new Problem(
                            fault.line() + "行目 line " + fault.line() + " " + problem.place(), problem.reason()))));
            return new Parsed.Faults<>(problems);
        }

        /** About how many. */
        private long dataLines() {
            return Math.max(0, text.lines() - 1);
        }

        private Instant recordedAt() {
            return recording.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** {@link FactStore#alone} or {@link BulkLoadStore#alone}. */
    private interface Alone {
        <T> T run(Function<FactStore, T> work);
    }
}
