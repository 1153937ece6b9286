package madoguchi.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import madoguchi.core.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 処理の進み – settles months in the background, one at a time, whoever looks; holds how the latest stands. What it knows dies with the process; the log knows where to go on. */
final class SettleRound implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettleRound.class);
    private static final Text STOPPED = new Text(
            "処理の途中で止まりました。ディスクの空きとデータベースを確かめて、もう一度押してください。最後の目印の続きから処理します。",
            "The run stopped on the way. Check the free disk space and the database and press again; it goes on behind its last mark.");

    /* A thread of the machine: a run counts for minutes without waiting. */
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("review-settle").factory());
    private final Agency agency;
    private final Path usual;
    private RunState state = new RunState.Idle();

    /** Writes results to the usual place, where no broken-off run says another. */
    SettleRound(Agency agency, Path usual) {
        this.agency = agency;
        this.usual = usual;
    }

    synchronized RunState state() {
        return state;
    }

    /**
     * Begins a month.
     *
     * @param by the account that asks for it
     * @return false, and nothing is begun, while another month is being settled
     */
    synchronized boolean begin(WaitingMonth month, String by) {
        if (state instanceof RunState.Running) {
            return false;
        }
        state = new RunState.Running(month.month(), 0, month.receipts());
        worker.execute(() -> put(ended(month, by)));
        return true;
    }

    private synchronized void put(RunState now) {
        state = now;
    }

    private RunState ended(WaitingMonth month, String by) {
        try {
            return new RunState.Ended(
                    month.month(),
                    agency.settle(
                            month.month(),
                            agency.place(month.month(), usual),
                            Optional.of(by),
                            Settling.MARK_EVERY,
                            done -> put(new RunState.Running(month.month(), done, month.receipts()))));
        } catch (Unsettled told) {
            return new RunState.Failed(month.month(), told.reason());
        } catch (IOException | RuntimeException failed) {
            // The kind alone: its words may hold what stands in a file.
            LOG.warn("settling a month failed: {}", failed.getClass().getName());
            return new RunState.Failed(month.month(), STOPPED);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
