package madoguchi.hub;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;

/** 実時間の入口 – the hub as those at a counter ask it; counts who is being answered, for the bulk lane to yield to. */
public final class RealTimeHub implements Hub, RealTimeTraffic {

    private final RegisterHub hub;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder arrived = new LongAdder();

    /** Asks this hub. */
    public RealTimeHub(RegisterHub hub) {
        this.hub = hub;
    }

    @Override
    public Reply inquire(Inquiry inquiry) {
        arrived.increment();
        waiting.incrementAndGet();
        try {
            return hub.inquire(inquiry);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Asks without waiting, as {@link RegisterHub#ask}. */
    CompletableFuture<Reply> ask(Inquiry inquiry) {
        arrived.increment();
        waiting.incrementAndGet();
        return hub.ask(inquiry).whenComplete((reply, failed) -> waiting.decrementAndGet());
    }

    /** Whether a new question had better come later. */
    boolean isBusy() {
        return hub.isBusy();
    }

    /** The reply for whom the hub sends away unheard. */
    Reply busy() {
        return hub.busy();
    }

    /** The reply when no answer came in time. */
    Reply down() {
        return hub.down();
    }

    @Override
    public Filed file(Filing filing) {
        return hub.file(filing);
    }

    @Override
    public int waiting() {
        return waiting.get();
    }

    @Override
    public long arrived() {
        return arrived.sum();
    }
}
