package madoguchi.stats;

import java.time.Instant;
import java.util.List;

/**
 * 受付 – what happened at one reception.
 *
 * @param visit names it at the desk; opaque
 * @param receivedAt when it began
 * @param happenings in their order
 */
public record Reception(String visit, Instant receivedAt, List<Happening> happenings) {
    /** Copies the list. */
    public Reception {
        happenings = List.copyOf(happenings);
    }
}
