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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.hub.ImportReport.LineFault;

/**
 * 登録ファイルの受入れ – takes a file of coverages, tickets, card links or enrolments into the logs.
 *
 * <p>Lines are taken in chunks, each in one transaction: a run that was killed is finished by taking the same file again. A file taken to its end before changes nothing.
 */
public final class Registrations {

    private static final int CHUNK = 1000;

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
        this.facts = new FactStore(database);
        this.registers = new RegisterStore(database);
        this.index = index;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Takes one file as of now: every chunk carries the instant at which it is stored, so that "as known at" tells what could really be known during a long run.
     *
     * @param progress told the number of lines read so far, after every chunk
     * @return the report, or the reason why the file as a whole was not understood (nothing is stored then)
     */
    public Parsed<ImportReport> take(Source source, LongConsumer progress) {
        return take(source, clock, progress);
    }

    /** Takes one file as if it had come at {@code recordedAt}: for the sample town, whose history lies in the past. Such files are taken in the order of their instants. */
    public Parsed<ImportReport> take(Source source, Instant recordedAt, LongConsumer progress) {
        return take(source, () -> recordedAt, progress);
    }

    private Parsed<ImportReport> take(Source source, InstantSource recording, LongConsumer progress) {
        try {
            SourceText text = SourceText.examine(source);
            try (Reader reader = text.open(source);
                    CsvReader<CsvRecord> csv = CsvReader.builder()
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .ofCsvRecord(reader)) {
                var lines = csv.iterator();
                if (!lines.hasNext()) {
                    return Parsed.fault(source.name(), "ファイルが空です。", "The file is empty.");
                }
                return header(source.name(), lines.next().getFields())
                        .then(header -> new Run(source.name(), text.sha256(), recording, header, progress).take(lines));
            }
        } catch (CharacterCodingException neither) {
            return Parsed.fault(
                    source.name(), "文字コードが UTF-8 でも Shift_JIS でもありません。", "The file is neither UTF-8 nor Shift_JIS.");
        } catch (IOException | UncheckedIOException unreadable) {
            return Parsed.fault(
                    source.name(),
                    "ファイルを読めません: " + unreadable.getMessage(),
                    "The file cannot be read: " + unreadable.getMessage());
        } catch (CsvParseException broken) {
            return Parsed.fault(source.name(), "見出しをCSVとして読めません。", "The header is not readable as CSV.");
        }
    }

    private record Header(List<String> columns, FileKind kind) {
        Map<String, String> cells(CsvRecord line) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < Math.min(columns.size(), line.getFieldCount()); i++) {
                cells.put(columns.get(i), line.getField(i));
            }
            return cells;
        }
    }

    private static Parsed<Header> header(String fileName, List<String> names) {
        List<String> columns = names.stream().map(String::strip).toList();
        FileKind kind = FileKind.of(columns);
        List<String> known = kind.known();
        List<String> needed = kind.needed();
        if (columns.stream().noneMatch(known::contains)) {
            // A file without a header begins with a person's data: nothing of it is repeated.
            return Parsed.fault(fileName, "1行目に見出しがありません。", "The first line is not a header.");
        }
        List<Problem> problems = new ArrayList<>();
        columns.stream()
                .filter(column -> !known.contains(column))
                .forEach(column -> problems.add(Problem.at(
                        fileName,
                        "見出し「" + printable(column) + "」は知らない列です。",
                        "The header names an unknown column: " + printable(column))));
        needed.stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> problems.add(
                        Problem.at(fileName, "列「" + column + "」がありません。", "This column is missing: " + column)));
        if (new HashSet<>(columns).size() < columns.size()) {
            problems.add(Problem.at(fileName, "同じ見出しが2つあります。", "Two columns have the same name."));
        }
        return problems.isEmpty() ? Parsed.of(new Header(columns, kind)) : new Parsed.Faults<>(problems);
    }

    /** A column's name, unless it looks like data. */
    private static String printable(String column) {
        return column.length() > 20
                        || column.codePoints().filter(Character::isDigit).count() > 2
                ? "…"
                : column;
    }

    /** One file on its way into the facts. */
    private final class Run {
        private final String fileName;
        private final Digest sha256;
        private final InstantSource recording;
        private final Header header;
        private final LongConsumer progress;
        private final List<LineFault> faults = new ArrayList<>();
        private long rows;
        private long stored;

        Run(String fileName, Digest sha256, InstantSource recording, Header header, LongConsumer progress) {
            this.fileName = fileName;
            this.sha256 = sha256;
            this.recording = recording;
            this.header = header;
            this.progress = progress;
        }

        Parsed<ImportReport> take(Iterator<CsvRecord> lines) {
            boolean again = facts.wasTaken(sha256);
            long batch = again ? 0 : facts.alone(store -> store.startBatch(recordedAt(), fileName, sha256));
            Chunk chunk = header.kind().chunk(registers, key);
            boolean whole = readAll(lines, chunk, line -> {
                if (again) {
                    chunk.clear();
                } else if (chunk.size() == CHUNK) {
                    flush(batch, chunk);
                }
            });
            if (!again) {
                flush(batch, chunk);
            }
            if (!whole) {
                return brokenAfter(rows);
            }
            ImportReport report = new ImportReport(fileName, rows, stored, rows - stored - faults.size(), faults);
            if (!again) {
                facts.alone(store -> {
                    store.endBatch(batch, clock.instant(), report);
                    return report;
                });
            }
            return Parsed.of(report);
        }

        /** Whether the file was CSV to its end. */
        private boolean readAll(Iterator<CsvRecord> lines, Chunk chunk, Consumer<CsvRecord> afterEach) {
            try {
                while (lines.hasNext()) {
                    CsvRecord line = lines.next();
                    rows++;
                    List<Problem> problems = lineProblems(line, chunk);
                    if (!problems.isEmpty()) {
                        faults.add(new LineFault(line.getStartingLineNumber(), problems));
                    }
                    afterEach.accept(line);
                }
                return true;
            } catch (CsvParseException broken) {
                return false;
            }
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

        private Instant recordedAt() {
            return recording.instant().truncatedTo(ChronoUnit.MICROS);
        }

        private List<Problem> lineProblems(CsvRecord line, Chunk chunk) {
            if (line.getFieldCount() != header.columns().size()) {
                return List.of(Problem.at(
                        "行全体",
                        "列の数が見出しと違います（" + line.getFieldCount() + "／"
                                + header.columns().size() + "）。",
                        "The number of cells differs from the header (" + line.getFieldCount() + " of "
                                + header.columns().size() + ")."));
            }
            chunk.at(line.getStartingLineNumber());
            return chunk.add(header.cells(line));
        }

        private void flush(long batch, Chunk chunk) {
            if (chunk.size() > 0) {
                stored += facts.alone(store -> chunk.store(store, batch, recordedAt()));
                faults.addAll(chunk.refused());
                faults.sort(Comparator.comparingLong(LineFault::line));
                index.ifPresent(RegisterIndex::follow);
                chunk.clear();
            }
            progress.accept(rows);
        }
    }
}
