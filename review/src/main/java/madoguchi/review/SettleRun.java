package madoguchi.review;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import madoguchi.core.CoverageHistory;
import madoguchi.core.Text;
import madoguchi.settle.SettleRules;
import madoguchi.uke.Receipt;

/** 一回の処理 – one run, from its mark to its end. */
final class SettleRun implements Walk.Steps, AutoCloseable {

    private final RunStore store;
    private final MarkStore marks;
    private final Shelf shelf;
    private final Clock clock;
    private final Place place;
    private final Mark begun;
    private final LongConsumer progress;
    private final Settler settler;
    private final Map<String, long[]> figures;
    private final Results results;

    /* Threads of its own: those all share answer other people's questions meanwhile. */
    private final ForkJoinPool workers = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    private RunSums sums;
    private long every = 1;

    /** Ready to go on; the folder of the results stands at the mark. */
    SettleRun(
            RunStore store,
            MarkStore marks,
            Shelf shelf,
            CoverageHistory history,
            Clock clock,
            Place place,
            Mark begun,
            LongConsumer progress)
            throws IOException {
        this.store = store;
        this.marks = marks;
        this.shelf = shelf;
        this.clock = clock;
        this.place = place;
        this.begun = begun;
        this.progress = progress;
        this.settler = new Settler(SettleRules.of(place.month()), history);
        this.figures = new TreeMap<>(begun.figures());
        this.sums = begun.sums();
        if (begun.number() == 0) {
            remove(place.draft());
        }
        Owned.folder(place.draft());
        this.results = new Results(place.draft(), begun.written());
    }

    RunReport of(List<RunStore.Waiting> files, long markEvery) throws IOException {
        every = Math.max(1, markEvery);
        legs(files.stream().filter(file -> !begun.files().contains(file.id())).toList());
        results.text("figures.csv", figures());
        List<Results.Written> written = results.end();
        manifest(written);
        RunReport report = new RunReport(
                begun.run(),
                place.month(),
                place.number(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                place.folder().toAbsolutePath().toString(),
                sums.receipts(),
                sums.points(),
                sums.billed(),
                sums.returned(),
                sums.adjusted());
        if (!report.isConserved()) {
            throw new Unsettled(new Text(
                    "点数の合計が合いません（請求＋返戻＋調整≠受付）。何も送っていません。開発者に知らせてください。",
                    "Points were lost or made; nothing is sent. Tell the developers."));
        }
        store.end(report, files.stream().map(RunStore.Waiting::id).toList(), written);
        publish();
        Shelf.force(requireNonNull(place.folder().toAbsolutePath().getParent()));
        return report;
    }

    /** Settles what is behind the mark, and sets marks. Behind the last receipts stands the end of the run instead. */
    private void legs(List<RunStore.Waiting> files) throws IOException {
        progress.accept(sums.receipts());
        try (Walk walk = new Walk(files, this)) {
            long before = begun.within().map(Mark.Within::receipts).orElse(0L);
            for (int mark = begun.number() + 1; walk.left() - before > every && !walk.isDone(); mark++) {
                leg(mark, walk);
                before = 0;
            }
            walk.settle(Long.MAX_VALUE);
        }
    }

    private void leg(int number, Walk walk) {
        store.apart(() -> {
            try {
                walk.settle(every);
                Mark mark = new Mark(
                        begun.run(),
                        number,
                        begun.by(),
                        begun.files(),
                        walk.under().map(SettleRun::within),
                        sums,
                        figures,
                        results.mark());
                marks.add(mark, clock.instant(), walk.finished());
                return number;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private static Mark.Within within(Reading now) {
        return new Mark.Within(
                now.file().id(),
                now.last(),
                now.outgoing().told(),
                now.outgoing().outcomes());
    }

    @Override
    public Reading open(RunStore.Waiting file) throws IOException {
        if (file.receipts() > every) {
            Reading.check(shelf, file);
        }
        Optional<Mark.Within> from = begun.within().filter(within -> within.file() == file.id());
        return new Reading(
                shelf,
                file,
                store.aside(file.id()),
                new Outgoing(place.month(), begun.by().issued(), file, from, results),
                from);
    }

    @Override
    public void settle(Reading reading, List<Receipt> portion) throws IOException {
        List<Settled> settled = workers.submit(() -> portion.parallelStream()
                        .map(receipt -> settler.of(reading.file().origin(), receipt))
                        .toList())
                .join();
        for (Settled one : settled) {
            reading.outgoing().put(one);
            count(one);
        }
        store.add(begun.run(), reading.file().id(), settled);
        progress.accept(sums.receipts());
    }

    @Override
    public void end(Reading reading) throws IOException {
        reading.check();
        results.endOfFile();
        reading.outgoing().letter();
    }

    private void count(Settled one) {
        sums = sums.with(one);
        long[] rule = figures.computeIfAbsent(one.disposition().rule().id(), fresh -> new long[2]);
        rule[0]++;
        rule[1] += RunSums.claimed(one);
    }

    private String figures() {
        StringBuilder text = new StringBuilder("rule,receipts,points\r\n");
        figures.forEach((rule, sums) ->
                text.append(LetterRow.csv(List.of(rule, Long.toString(sums[0]), Long.toString(sums[1])))));
        return text.toString();
    }

    private void manifest(List<Results.Written> written) throws IOException {
        StringBuilder manifest = new StringBuilder("path,sha256,bytes,receipts,points\r\n");
        written.forEach(one -> manifest.append(LetterRow.csv(List.of(
                one.path(),
                one.sha256(),
                Long.toString(one.bytes()),
                Long.toString(one.receipts()),
                Long.toString(one.points())))));
        Files.writeString(place.manifestOf(place.draft()), manifest);
        Shelf.force(place.manifestOf(place.draft()));
    }

    private void publish() throws IOException {
        if (Files.exists(place.folder())) {
            if (!Files.exists(place.manifestOf(place.folder()))) {
                throw new Unsettled(new Text(
                        "結果を置く場所に、窓口のものではないフォルダーがあります: " + place.folder() + "　名前を変えるか別の場所を選んでください。",
                        "A folder that is not ours stands where the results go: " + place.folder()
                                + ". Rename it or choose another place."));
            }
            remove(place.folder());
        }
        Files.move(place.draft(), place.folder(), StandardCopyOption.ATOMIC_MOVE);
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

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
