package madoguchi.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import madoguchi.core.Problem;
import madoguchi.hub.ImportReport.LineFault;

/** ひとまとまりの行 – lines that are stored in one transaction. */
interface Chunk {

    /** Told before each line: its number in the file. */
    default void at(long line) {}

    /** Takes one line; its faults when it is not understood. */
    List<Problem> add(Map<String, String> cells);

    int size();

    void clear();

    /** Stores the lines that say something new; returns how many. */
    int store(FactStore store, long batch, Instant recordedAt);

    /** The lines that were right by themselves and that the last {@link #store} refused all the same. */
    default List<LineFault> refused() {
        return List.of();
    }

    /** Those entries that differ from what was last known under their name, in order; also within the chunk itself. */
    static <T> List<T> news(
            List<T> entries, Map<Digest, Digest> known, Function<T, Digest> name, Function<T, Digest> content) {
        List<T> news = new ArrayList<>();
        for (T entry : entries) {
            Digest says = content.apply(entry);
            if (!says.equals(known.put(name.apply(entry), says))) {
                news.add(entry);
            }
        }
        return news;
    }
}
