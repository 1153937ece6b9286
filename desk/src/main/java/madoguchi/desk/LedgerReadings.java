package madoguchi.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import madoguchi.charge.LedgerOf;
import madoguchi.core.Text;

/**
 * 一画面のための管理票 – the ledgers as one page needs them: each is read once, so that all of the page speaks of the same lines, and after the hub could not be reached for one it is asked for no other, so that a clerk waits for it once. For one thread.
 */
final class LedgerReadings {

    private final Ledgers ledgers;
    private final Map<LedgerKey, LedgerRead> known = new HashMap<>();
    private Optional<Text> trouble = Optional.empty();

    LedgerReadings(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /** As {@link Ledgers#read}. */
    LedgerRead read(LedgerKey key, Optional<LedgerOf> of, Optional<Long> ceiling) {
        return known.computeIfAbsent(key, first -> {
            LedgerRead read = of.isPresent() && trouble.isPresent()
                    ? ledgers.own(key, ceiling, trouble)
                    : ledgers.read(key, of, ceiling);
            trouble = trouble.or(read::trouble);
            return read;
        });
    }
}
