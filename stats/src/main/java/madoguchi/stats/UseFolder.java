package madoguchi.stats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import madoguchi.policy.RuleBook;

/*
 * The log is the truth; these files are a short hand of it that can be thrown away. A day that is over does not change any more, so its file is written once and the
 * next export goes on where the last one ended. An hour is left after midnight for what was under way.
 */

/** 日々の利用記録 – one use file for each day, taken from the ledger once the day is over: {@code uses/2025-10/03.uses}. A month of them is folded in seconds. */
public final class UseFolder {

    private static final Duration SETTLED = Duration.ofHours(1);

    private final Path folder;
    private final Clock clock;

    /** The day files below a folder, which is made when needed. */
    public UseFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** 進み – told after each day. */
    public interface Progress {
        /** A day's file is there: with so many verifications. */
        void exported(LocalDate day, long verifications);
    }

    /**
     * 書き出し – writes the files of a month that are not there yet, of days that are over.
     *
     * @return how many verifications were written
     * @throws IOException when a file cannot be written; those before it stay
     */
    public long export(Ledger ledger, YearMonth month, Progress progress) throws IOException {
        long all = 0;
        for (LocalDate day : days(month)) {
            if (isOver(day) && !Files.exists(file(day))) {
                Files.createDirectories(file(day).getParent());
                try (UseWriter writer = new UseWriter(file(day), month)) {
                    ledger.days(day, day, writer);
                    long written = writer.end();
                    progress.exported(day, written);
                    all += written;
                }
            }
        }
        return all;
    }

    private boolean isOver(LocalDate day) {
        return clock.instant()
                .isAfter(day.plusDays(1).atStartOfDay(Use.TOKYO).toInstant().plus(SETTLED));
    }

    /** The days of a month that have no file yet, the first first; empty when the month can be folded. */
    public List<LocalDate> missing(YearMonth month) {
        return days(month).stream().filter(day -> !Files.exists(file(day))).toList();
    }

    private static List<LocalDate> days(YearMonth month) {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
    }

    private Path file(LocalDate day) {
        return folder.resolve(YearMonth.from(day).toString()).resolve("%02d.uses".formatted(day.getDayOfMonth()));
    }

    /**
     * 畳み込み – folds a month; empty while a day is missing.
     *
     * @throws IOException when a file is broken: take it away and export the day again
     */
    Optional<UsageMonth> fold(YearMonth month, RuleBook rules, int threads, Path spill) throws IOException {
        return missing(month).isEmpty()
                ? Optional.of(UseFile.fold(
                        days(month).stream().map(this::file).toList(), month, new Counting(rules), threads, spill))
                : Optional.empty();
    }
}
