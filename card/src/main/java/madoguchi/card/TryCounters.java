package madoguchi.card;

import java.util.HashMap;
import java.util.Map;

/** 失敗回数 – the memory of a card for wrong tries of each reference, which neither time nor power forgets. */
public interface TryCounters {

    /** Wrong tries since the last right one. */
    int wrong(String reference);

    /** Remembers them, before the card answers. */
    void remember(String reference, int wrong);

    /** Counters that live as long as this object: for tests. */
    static TryCounters inMemory() {
        Map<String, Integer> counters = new HashMap<>();
        return new TryCounters() {
            @Override
            public int wrong(String reference) {
                return counters.getOrDefault(reference, 0);
            }

            @Override
            public void remember(String reference, int wrong) {
                counters.put(reference, wrong);
            }
        };
    }
}
