package madoguchi.subsidy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** 間違いの数 – counts wrong tokens by the caller's address: so many within a while, and the address has to wait until the while is over. In memory, and no more than some thousand addresses. */
final class WrongTries {

    private static final int MOST_ADDRESSES = 10_000;

    private final int most;
    private final Duration window;
    private final Map<String, Tries> byAddress = new LinkedHashMap<>();

    WrongTries(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** Tries since the first of them. */
    private record Tries(Instant since, int count) {}

    /** How long this address still has to wait; empty when it need not. */
    synchronized Optional<Duration> waits(String address, Instant now) {
        return Optional.ofNullable(byAddress.get(address))
                .filter(tries -> tries.count() >= most)
                .map(tries -> Duration.between(now, tries.since().plus(window)))
                .filter(Duration::isPositive);
    }

    /** Counts one more. Where there is no room, the address that began first is forgotten. */
    synchronized void add(String address, Instant now) {
        Tries before = Optional.ofNullable(byAddress.get(address))
                .filter(tries -> now.isBefore(tries.since().plus(window)))
                .orElseGet(() -> new Tries(now, 0));
        byAddress.put(address, new Tries(before.since(), before.count() + 1));
        if (byAddress.size() > MOST_ADDRESSES) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
    }
}
