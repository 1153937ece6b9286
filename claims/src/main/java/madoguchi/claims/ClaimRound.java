package madoguchi.claims;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import madoguchi.core.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 点検の進み – checks kept files one after the other in the background, and holds the latest reports. */
final class ClaimRound implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimRound.class);
    private static final int REPORTS = 4;
    private static final int SHOWN = 5_000;

    /** 点検の状態. */
    sealed interface State {

        /** How many bytes of how many. */
        record Running(long read, long length) implements State {}

        /** Done; {@code receipts} are those something was told about, at most {@value ClaimRound#SHOWN}. */
        record Done(ClaimFileCheck.Summary summary, List<CheckedReceipt> receipts) implements State {}

        /** It could not be done. */
        record Failed(Text reason) implements State {}
    }

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("claims-check").factory());
    private final Map<String, State> states = new LinkedHashMap<>();
    private final ClaimStore store;
    private final Supplier<BeforeSubmission> check;

    ClaimRound(ClaimStore store, Supplier<BeforeSubmission> check) {
        this.store = store;
        this.check = check;
    }

    /** How a file stands; begins to check it where that was not done. */
    synchronized State of(String upload) {
        State state = states.get(upload);
        return state == null ? again(upload) : state;
    }

    /** Checks it anew. */
    synchronized State again(String upload) {
        State begun = new State.Running(0, 0);
        put(upload, begun);
        worker.execute(() -> run(upload));
        return begun;
    }

    synchronized void forget(String upload) {
        states.remove(upload);
    }

    private synchronized void put(String upload, State state) {
        states.remove(upload);
        states.put(upload, state);
        while (states.size() > REPORTS) {
            states.remove(states.keySet().iterator().next());
        }
    }

    private void run(String upload) {
        try {
            Optional<byte[]> bytes = store.content(upload);
            put(upload, bytes.map(file -> checked(upload, file)).orElseGet(ClaimRound::gone));
        } catch (RuntimeException failed) {
            // The kind alone: its words may hold what stands in a file.
            LOG.warn("checking a claim file failed: {}", failed.getClass().getName());
            put(
                    upload,
                    new State.Failed(
                            new Text("点検の途中で止まりました。もう一度点検してください。", "The check stopped on the way. Check again.")));
        }
    }

    private State checked(String upload, byte[] file) {
        List<CheckedReceipt> told = new ArrayList<>();
        ClaimFileCheck.Summary summary = ClaimFileCheck.run(
                new ByteArrayInputStream(file),
                check.get(),
                receipt -> {
                    if (!receipt.isFine() && told.size() < SHOWN) {
                        told.add(receipt);
                    }
                },
                read -> put(upload, new State.Running(read, file.length)));
        return new State.Done(summary, List.copyOf(told));
    }

    private static State gone() {
        return new State.Failed(new Text("このファイルの中身は削除されました。", "What this file held was removed."));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
