package madoguchi.hub;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * 繰り返す語 – remembers what was made of texts that come again and again, such as an insurer's number; of two texts that meet in one place the later one is remembered.
 *
 * @param <T> what is made of a text
 */
final class Repeated<T> {

    private static final int PLACES = 1 << 12;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known<T>(char[] text, T made) {}

    private final Object[] places = new Object[PLACES];
    private final Function<String, T> make;

    Repeated(Function<String, T> make) {
        this.make = make;
    }

    /** What is made of these characters. */
    @SuppressWarnings("unchecked") // only Known<T> are put in
    T of(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
        Known<T> known = (Known<T>) places[place];
        if (known == null || !Arrays.equals(known.text(), 0, known.text().length, text, from, to)) {
            char[] own = Arrays.copyOfRange(text, from, to);
            known = new Known<>(own, Objects.requireNonNull(make.apply(new String(own))));
            places[place] = known;
        }
        return known.made();
    }
}
