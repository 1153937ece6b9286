package madoguchi.hub;

import java.time.Instant;
import java.util.Optional;

/**
 * 受け入れたファイル – one registration or ticket file, as the operator sees it.
 *
 * @param recordedAt 登録日時
 * @param fileName the file's name
 * @param finishedAt absent while it is being taken, or when it was broken off
 * @param stored new facts
 * @param unchanged lines that said what was known already
 * @param faulty faulty lines
 * @param progress how far it has come; absent when it is done
 * @param missing only of a whole file (全件): coverages that the hub holds and the file does not contain
 */
public record TakenFile(
        Instant recordedAt,
        String fileName,
        Optional<Instant> finishedAt,
        long stored,
        long unchanged,
        long faulty,
        Optional<Progress> progress,
        Optional<Long> missing) {

    /**
     * 途中経過.
     *
     * @param rows data lines stored up to the last mark
     * @param lines lines of the file, about
     * @param running whether the last mark is no older than half a minute
     */
    public record Progress(long rows, long lines, boolean running) {

        /** In whole percent, at most 99 while the file is not done. */
        public long percent() {
            return Math.min(99, rows * 100 / Math.max(1, lines));
        }
    }

    /** Whether it is being taken at this moment. */
    public boolean isRunning() {
        return progress.map(Progress::running).orElse(false);
    }
}
