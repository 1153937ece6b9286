package madoguchi.stamp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 検証の鍵 – everything a desk needs to check codes while nobody else can be reached.
 *
 * @param keys the public keys, for codes that are scanned
 * @param counter this facility's secrets, for short codes that are typed
 */
public record StampKeys(List<StampKey> keys, List<CounterKey> counter) {

    /** Copies the lists. */
    public StampKeys {
        keys = List.copyOf(keys);
        counter = List.copyOf(counter);
    }

    /** None yet. */
    public static StampKeys none() {
        return new StampKeys(List.of(), List.of());
    }

    Optional<StampKey> key(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    Optional<CounterKey> counter(LocalDate day) {
        return counter.stream().filter(key -> key.day().equals(day)).findFirst();
    }
}
