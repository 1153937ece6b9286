package madoguchi.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import madoguchi.core.CoverageHistory;
import madoguchi.settle.SettleRules;

/*
 * A run settles the files of a month that none has settled before, in order of reception, each receipt by receipt: the decisions in parallel, a portion at a time, the writing in the order of the file. So the results
 * depend on the files, the registers, the rules and the day of issue, and on nothing else.
 *
 * Results are written into a folder whose name begins with a dot. After so many receipts, in the middle of a file if need be, a mark is set: the results wait until they are on disk, and what was decided is committed
 * together with their lengths. A run that was broken off goes on behind its last mark; what lies behind the mark is cut off and done again. Where that cannot be (another folder, other rules, results that are gone), or
 * before the first mark, it begins anew under a new number of the log, and what the old one decided counts nowhere: only what a finished run decided does.
 *
 * At the end the sums are compared (no point may be lost or made), the folder gets its name, and the end is committed.
 */

/** 審査支払の処理 – settles the claim files of a month and writes the results. */
final class Settling {

    /** Some twenty seconds of work. */
    static final long MARK_EVERY = 100_000;

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
     * @param by who asks for it; empty for a command
     * @param markEvery receipts after which a mark is set
     * @param progress told how many receipts are done, those of a run that was broken off included
     */
    RunOutcome run(
            YearMonth month, Path out, LocalDate issued, Optional<String> by, long markEvery, LongConsumer progress)
            throws IOException {
        try {
            return store.alone(() -> {
                        List<RunStore.Waiting> files = store.waiting(month);
                        return files.isEmpty()
                                ? new RunOutcome.NothingWaits()
                                : new RunOutcome.Finished(run(month, out, issued, by, files, markEvery, progress));
                    })
                    .orElseGet(RunOutcome.UnderWay::new);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private RunReport run(
            YearMonth month,
            Path out,
            LocalDate issued,
            Optional<String> by,
            List<RunStore.Waiting> files,
            long markEvery,
            LongConsumer progress) {
        Place place = new Place(out, month, store.number(month));
        Mark begun = begun(place, issued, by);
        try (SettleRun run = new SettleRun(store, marks, shelf, history, clock, place, begun, progress)) {
            return run.of(files, markEvery);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The mark of the run that was broken off, or the start of a new one. */
    private Mark begun(Place place, LocalDate issued, Optional<String> by) {
        Mark.By now = new Mark.By(place.name(), rules(place.month()), issued);
        return marks.last(place.month(), place.number())
                .filter(mark -> mark.by().folder().equals(now.folder())
                        && mark.by().rules().equals(now.rules()))
                .filter(place::isAt)
                .orElseGet(() -> Mark.start(
                        store.apart(() -> store.start(place.month(), place.number(), clock.instant(), by)), now));
    }

    private static String rules(YearMonth month) {
        MessageDigest digest = Shelf.sha256();
        SettleRules.all().stream()
                .filter(rule -> rule.holds(month))
                .forEach(rule -> digest.update(rule.toString().getBytes(StandardCharsets.UTF_8)));
        return Shelf.hex(digest);
    }

    /** The months that wait, the earliest first, each with what is known of a run of it that was broken off. */
    List<WaitingMonth> months() {
        return store.months().stream()
                .map(month -> brokenOff(month.month())
                        .map(run -> new WaitingMonth(month.month(), month.files(), month.receipts(), Optional.of(run)))
                        .orElse(month))
                .toList();
    }

    /** The run to go on with; without results it begins anew. */
    private Optional<WaitingMonth.BrokenOff> brokenOff(YearMonth month) {
        return store.unfinished(month, store.number(month))
                .map(run -> run.out().filter(Files::isDirectory).isPresent()
                        ? new WaitingMonth.BrokenOff(
                                run.begun(),
                                run.done(),
                                run.out().map(draft -> Objects.requireNonNull(draft.getParent())))
                        : new WaitingMonth.BrokenOff(run.begun(), 0, Optional.empty()));
    }
}
