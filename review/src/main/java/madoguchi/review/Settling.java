package madoguchi.review;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import madoguchi.core.CoverageHistory;
import madoguchi.core.Typed;
import madoguchi.settle.Bill;
import madoguchi.settle.Outcome;
import madoguchi.settle.SettleRules;
import madoguchi.uke.Body;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;

/*
 * A run settles the files of a month that none has settled before, in order of reception, each receipt by receipt: the decisions in parallel, a portion at a time, the writing in the order of the file. So the results
 * depend on the files, the registers, the rules and the day of issue, and on nothing else.
 *
 * Results are written into a folder whose name begins with a dot. After so many receipts, behind a whole file, a mark is set: the results wait until they are on disk, and what was decided is committed together with
 * their lengths. A run that was broken off goes on behind its last mark; what lies behind the mark is cut off and done again. Where that cannot be (another folder, other rules, results that are gone), or before
 * the first mark, it begins anew under a new number of the log, and what the old one decided counts nowhere: only what a finished run decided does.
 *
 * At the end the sums are compared (no point may be lost or made), the folder gets its name, and the end is committed.
 */

/** 審査支払の処理 – settles the claim files of a month and writes the results. */
final class Settling {

    /** Some twenty seconds of work. */
    static final long MARK_EVERY = 100_000;

    private static final int PORTION = 2_000;
    private static final String MANIFEST = "manifest.csv";

    private final RunStore store;
    private final MarkStore marks;
    private final Shelf shelf;
    private final CoverageHistory history;
    private final Clock clock;

    Settling(RunStore store, MarkStore marks, Shelf shelf, CoverageHistory history, Clock clock) {
        this.store = store;
        this.marks = marks;
        this.shelf = shelf;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Settles a month.
     *
     * @param out where the folder of the results is made
     * @param issued 発行日 on the letters
     * @param markEvery receipts after which a mark is set, behind a whole file
     * @param progress told how many receipts are done, those of a run that was broken off included
     * @return empty when no file of that month waits
     */
    Optional<RunReport> run(YearMonth month, Path out, LocalDate issued, long markEvery, LongConsumer progress)
            throws IOException {
        if (store.waiting(month).isEmpty()) {
            return Optional.empty();
        }
        try {
            return store.alone(() -> {
                // Somebody else may have been faster.
                List<RunStore.Waiting> files = store.waiting(month);
                return files.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Run(begun(month, out, issued), month, out, progress).of(files, markEvery));
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** The mark of the run that was broken off, or the start of a new one. */
    private Mark begun(YearMonth month, Path out, LocalDate issued) {
        int number = store.number(month);
        Mark.By by = new Mark.By(
                draft(out, month, number).toAbsolutePath().normalize().toString(), rules(month), issued);
        return marks.last(month, number)
                .filter(mark -> mark.by().folder().equals(by.folder())
                        && mark.by().rules().equals(by.rules()))
                .filter(mark -> isThere(folder(out, month, number), draft(out, month, number), mark))
                .orElseGet(() -> Mark.start(store.apart(() -> store.start(month, number, clock.instant())), by));
    }

    /** Whether all that a run had written at its mark is there; what it wrote since is cut off. */
    private static boolean isThere(Path folder, Path draft, Mark mark) {
        try {
            if (!Files.exists(draft) && Files.exists(folder.resolve(MANIFEST))) {
                // It had its name already, and the end was not committed.
                Files.move(folder, draft, StandardCopyOption.ATOMIC_MOVE);
            }
            return Results.back(draft, mark.written());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path folder(Path out, YearMonth month, int number) {
        return out.resolve(month + "-" + number);
    }

    private static Path draft(Path out, YearMonth month, int number) {
        return out.resolve("." + month + "-" + number + ".part");
    }

    private static String rules(YearMonth month) {
        MessageDigest digest = Shelf.sha256();
        SettleRules.all().stream()
                .filter(rule -> rule.holds(month))
                .forEach(rule -> digest.update(rule.toString().getBytes(StandardCharsets.UTF_8)));
        return Shelf.hex(digest);
    }

    /** 一回の処理. */
    private final class Run {

        private final long run;
        private final YearMonth month;
        private final Path folder;
        private final Path draft;
        private final Mark.By by;
        private final Mark begun;
        private final LongConsumer progress;
        private final Settler settler;
        private final Map<String, long[]> figures;
        private RunSums sums;

        Run(Mark begun, YearMonth month, Path out, LongConsumer progress) {
            int number = store.number(month);
            this.run = begun.run();
            this.month = month;
            this.folder = folder(out, month, number);
            this.draft = draft(out, month, number);
            this.by = begun.by();
            this.begun = begun;
            this.progress = progress;
            this.settler = new Settler(SettleRules.of(month), history);
            this.figures = new TreeMap<>(begun.figures());
            this.sums = begun.sums();
        }

        RunReport of(List<RunStore.Waiting> files, long markEvery) {
            try {
                if (begun.number() == 0) {
                    remove(draft);
                }
                Owned.folder(draft);
                Results results = new Results(draft, begun.written());
                legs(files, markEvery, results);
                List<Results.Written> written = end(results);
                RunReport report = new RunReport(
                        run,
                        month,
                        store.number(month),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        folder.toAbsolutePath().toString(),
                        sums.receipts(),
                        sums.points(),
                        sums.billed(),
                        sums.returned(),
                        sums.adjusted());
                if (!report.isConserved()) {
                    throw new IllegalStateException("points were lost or made; nothing is sent");
                }
                store.end(report, files.stream().map(RunStore.Waiting::id).toList(), written);
                publish(draft, folder);
                Shelf.force(requireNonNull(folder.toAbsolutePath().getParent()));
                return report;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** Settles what is behind the mark, and sets marks. Behind the last files stands the end of the run instead. */
        private void legs(List<RunStore.Waiting> files, long markEvery, Results results) throws IOException {
            progress.accept(sums.receipts());
            int mark = begun.number();
            List<RunStore.Waiting> leg = new ArrayList<>();
            for (RunStore.Waiting file : files) {
                if (begun.files().contains(file.id())) {
                    continue;
                }
                if (leg.stream().mapToLong(RunStore.Waiting::receipts).sum() > markEvery) {
                    leg(++mark, leg, results);
                    leg.clear();
                }
                leg.add(file);
            }
            for (RunStore.Waiting file : leg) {
                settle(file, results);
            }
        }

        private void leg(int mark, List<RunStore.Waiting> leg, Results results) {
            store.apart(() -> {
                try {
                    for (RunStore.Waiting file : leg) {
                        settle(file, results);
                    }
                    List<Long> files = leg.stream().map(RunStore.Waiting::id).toList();
                    marks.add(run, mark, by, clock.instant(), sums, files, results.mark());
                    return mark;
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }

        private List<Results.Written> end(Results results) throws IOException {
            results.text("figures.csv", figures());
            List<Results.Written> written = results.end();
            StringBuilder manifest = new StringBuilder("path,sha256,bytes,receipts,points\r\n");
            written.forEach(one -> manifest.append(LetterRow.csv(List.of(
                    one.path(),
                    one.sha256(),
                    Long.toString(one.bytes()),
                    Long.toString(one.receipts()),
                    Long.toString(one.points())))));
            Files.writeString(draft.resolve(MANIFEST), manifest);
            Shelf.force(draft.resolve(MANIFEST));
            return written;
        }

        private String figures() {
            StringBuilder text = new StringBuilder("rule,receipts,points\r\n");
            figures.forEach((rule, sums) ->
                    text.append(LetterRow.csv(List.of(rule, Long.toString(sums[0]), Long.toString(sums[1])))));
            return text.toString();
        }

        private void settle(RunStore.Waiting file, Results results) throws IOException {
            Set<Long> aside = store.aside(file.id());
            Outgoing outgoing = new Outgoing(file, Reception.of(Optional.of(month), file.id()), results);
            MessageDigest digest = Shelf.sha256();
            try (InputStream in = new DigestInputStream(
                    new BufferedInputStream(Files.newInputStream(shelf.place(file.sha256()))), digest)) {
                ClaimReader reader = new ClaimReader(in);
                List<Receipt> portion = new ArrayList<>(PORTION);
                while (reader.hasNext()) {
                    switch (reader.next()) {
                        case Part.Head head -> outgoing.head(head.lines().getFirst());
                        case Receipt receipt when !aside.contains(receipt.ordinal()) -> portion.add(receipt);
                        case Receipt broken -> {}
                        case Part.Foot foot -> {}
                        case Part.Stray stray -> {}
                    }
                    if (portion.size() == PORTION) {
                        portion(file, portion, outgoing);
                        portion.clear();
                    }
                }
                portion(file, portion, outgoing);
            }
            if (!Shelf.hex(digest).equals(file.sha256())) {
                throw new IOException("a kept claim file is not the one that was taken: reception " + file.id());
            }
            results.endOfFile();
            outgoing.letter();
        }

        private void portion(RunStore.Waiting file, List<Receipt> portion, Outgoing outgoing) throws IOException {
            List<Settled> settled = portion.parallelStream()
                    .map(receipt -> settler.of(file.origin(), receipt))
                    .toList();
            for (Settled one : settled) {
                outgoing.put(one);
                count(one);
            }
            store.add(run, file.id(), settled);
            progress.accept(sums.receipts());
        }

        private void count(Settled one) {
            sums = sums.with(one);
            long[] rule = figures.computeIfAbsent(one.disposition().rule().id(), fresh -> new long[2]);
            rule[0]++;
            rule[1] += RunSums.claimed(one);
        }

        /** Six to eight digits: what may be the name of a folder. By hand: a pattern costs more than all else that is done to find the place. */
        private static boolean isPayer(String text) {
            return text.length() >= 6 && text.length() <= 8 && Typed.isDigits(text);
        }

        /** 一つのファイルの行き先 – where the receipts of one file go. */
        private final class Outgoing {

            private final RunStore.Waiting file;
            private final String reception;
            private final Results results;
            private final String letter;
            private final List<LetterRow> rows = new ArrayList<>();
            private final Map<Outcome, Long> outcomes = new java.util.EnumMap<>(Outcome.class);
            private Optional<Line> head = Optional.empty();
            private long told;

            Outgoing(RunStore.Waiting file, String reception, Results results) {
                this.file = file;
                this.reception = reception;
                this.results = results;
                this.letter = "letters/" + file.facility() + "/" + reception;
            }

            void head(Line line) {
                head = Optional.of(line);
            }

            void put(Settled settled) throws IOException {
                Outcome outcome = settled.disposition().rule().outcome();
                outcomes.merge(outcome, 1L, Long::sum);
                for (Bill bill : settled.disposition().bills()) {
                    bill(outcome, bill);
                }
                if (outcome.isReturned()) {
                    put(
                            "returns/" + file.facility() + "/" + reception + "/"
                                    + returnedName(settled.receipt().kind()),
                            file.body(),
                            settled.receipt());
                }
                if (LetterRow.isTold(outcome)) {
                    tell(settled);
                }
            }

            private void bill(Outcome outcome, Bill bill) throws IOException {
                String name = bill.receipt().kind().fileName();
                if (outcome == Outcome.PASSED_ON) {
                    put("adjustment/" + file.body().code() + "/" + name, file.body(), bill.receipt());
                    return;
                }
                Body body = bill.insured().map(id -> Routing.body(id.insurer())).orElse(file.body());
                String payer = bill.insured()
                        .map(id -> id.insurer().digits())
                        .or(() -> Routing.publicPayer(bill.receipt()))
                        .filter(Run::isPayer)
                        .orElse("unknown");
                put("payers/" + body.code() + "/" + payer + "/" + name, body, bill.receipt());
            }

            private void put(String path, Body body, Receipt receipt) throws IOException {
                results.put(path, head.orElseThrow(), body.code(), receipt);
            }

            /** The official name is known for medical files only ({@code claims-uke.md} §1); the others are made alike. */
            private static String returnedName(FileKind kind) {
                return kind.fileName().replace(".UKE", ".HEN");
            }

            private void tell(Settled settled) throws IOException {
                for (LetterRow row : LetterRow.of(reception, month, settled)) {
                    if (told == 0) {
                        results.text(letter + ".csv", '\uFEFF' + LetterRow.csv(LetterRow.COLUMNS));
                    }
                    told++;
                    results.text(letter + ".csv", row.csv());
                    if (rows.size() < Letter.MOST) {
                        rows.add(row);
                    }
                }
            }

            void letter() throws IOException {
                if (told > 0) {
                    results.whole(
                            letter + ".pdf",
                            LetterPaper.pdf(new Letter(
                                    reception,
                                    month,
                                    file.facility(),
                                    file.body(),
                                    file.origin(),
                                    by.issued(),
                                    outcomes,
                                    rows,
                                    told)));
                }
            }
        }
    }

    private static void publish(Path draft, Path folder) throws IOException {
        if (Files.exists(folder)) {
            if (!Files.exists(folder.resolve(MANIFEST))) {
                throw new IOException("a folder that is not ours stands where the results go: " + folder);
            }
            remove(folder);
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
