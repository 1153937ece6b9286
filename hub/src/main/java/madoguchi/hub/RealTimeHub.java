package madoguchi.hub;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;

/** 実時間の入口 – the hub as the real-time lane asks it; counts who is being answered, for the bulk lane to yield to. */
public final class RealTimeHub implements Hub, RealTimeTraffic {

    private final Hub hub;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder arrived = new LongAdder();

    /** Asks this hub. */
    public RealTimeHub(Hub hub) {
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

    @Override
    public int waiting() {
        return waiting.get();
    }

    @Override
    public long arrived() {
        return arrived.sum();
    }
}
