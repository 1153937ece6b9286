package madoguchi.review;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import madoguchi.settle.Bill;
import madoguchi.settle.Outcome;
import madoguchi.settle.SettleRules;
import madoguchi.uke.Body;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;
import madoguchi.uke.Totals;

/*
 * A run settles the files of a month that none has settled before, in order of reception, each receipt by receipt: the decisions in parallel, a portion at a time, the writing in the order of the file. So the results
 * depend on the files, the registers, the rules and the day of issue, and on nothing else.
 *
 * Results are written into a folder whose name begins with a dot; dispositions into a transaction. At the end the sums are compared (no point may be lost or made), the folder gets its name, and the transaction is
 * committed. A run that is broken off before leaves a folder that the next one throws away, and nothing in the database but that it was begun.
 */

/** 審査支払の処理 – settles the claim files of a month and writes the results. */
final class Settling {

    private static final int PORTION = 2_000;
    private static final String MANIFEST = "manifest.csv";

    private final RunStore store;
    private final Shelf shelf;
    private final CoverageHistory history;
    private final Clock clock;

    Settling(RunStore store, Shelf shelf, CoverageHistory history, Clock clock) {
        this.store = store;
        this.shelf = shelf;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Settles a month.
     *
     * @param out where the folder of the results is made
     * @param issued 発行日 on the letters
     * @param progress told how many receipts are done
     * @return empty when no file of that month waits
     */
    Optional<RunReport> run(YearMonth month, Path out, LocalDate issued, LongConsumer progress) throws IOException {
        List<RunStore.Waiting> waiting = store.waiting(month);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        long run = store.start(month, store.number(month), clock.instant());
        try {
            return store.alone(() -> {
                // Somebody else may have been faster.
                List<RunStore.Waiting> files = store.waiting(month);
                return files.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Run(run, month, files, issued, progress).into(out));
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** 一回の処理. */
    private final class Run {

        private final long run;
        private final YearMonth month;
        private final List<RunStore.Waiting> files;
        private final LocalDate issued;
        private final LongConsumer progress;
        private final Settler settler;
        private final Map<String, long[]> figures = new TreeMap<>();
        private long receipts;
        private long points;
        private long billed;
        private long returned;
        private long adjusted;

        Run(long run, YearMonth month, List<RunStore.Waiting> files, LocalDate issued, LongConsumer progress) {
            this.run = run;
            this.month = month;
            this.files = files;
            this.issued = issued;
            this.progress = progress;
            this.settler = new Settler(SettleRules.of(month), history);
        }

        RunReport into(Path out) {
            try {
                int number = store.number(month);
                Path folder = out.resolve(month + "-" + number);
                Path draft = out.resolve("." + folder.getFileName() + ".part");
                remove(draft);
                Owned.folder(draft);
                List<Results.Written> written = write(draft);
                RunReport report = new RunReport(
                        run,
                        month,
                        number,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        folder.toAbsolutePath().toString(),
                        receipts,
                        points,
                        billed,
                        returned,
                        adjusted);
                if (!report.isConserved()) {
                    throw new IllegalStateException("points were lost or made; nothing is sent");
                }
                store.end(report, files.stream().map(RunStore.Waiting::id).toList(), written);
                publish(draft, folder);
                Shelf.force(out);
                return report;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private List<Results.Written> write(Path draft) throws IOException {
            Results results = new Results(draft);
            for (RunStore.Waiting file : files) {
                settle(file, results);
            }
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
            receipts += settled.size();
            progress.accept(receipts);
        }

        private void count(Settled one) {
            long claimed = Totals.NONE.with(one.receipt()).points();
            points += claimed;
            long sent = one.disposition().bills().stream()
                    .mapToLong(bill -> Totals.NONE.with(bill.receipt()).points())
                    .sum();
            if (one.disposition().rule().outcome() == Outcome.PASSED_ON) {
                adjusted += sent;
            } else if (one.disposition().bills().isEmpty()) {
                returned += claimed;
            } else {
                billed += sent;
            }
            long[] sums = figures.computeIfAbsent(one.disposition().rule().id(), fresh -> new long[2]);
            sums[0]++;
            sums[1] += claimed;
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
                        .filter(text -> text.matches("[0-9]{6,8}"))
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
                                    issued,
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
