package madoguchi.subsidy;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import madoguchi.core.CheckDigit;

/**
 * 読んだままの記録 – one element of the array, as it was sent: texts, booleans, lists and maps.
 *
 * @param number its place in the file, from 1
 * @param items by their names; empty when {@code broken} says why
 * @param broken what kept it from being read; absent for a record that was read
 */
record RawRecord(int number, Map<String, Object> items, Optional<RecordCode> broken) {

    private static final Pattern TWELVE = Pattern.compile("(?=([0-9]{12}))");

    RawRecord {
        items = Map.copyOf(items);
    }

    static RawRecord of(int number, Map<String, Object> items) {
        return new RawRecord(number, items, Optional.empty());
    }

    static RawRecord broken(int number, RecordCode why) {
        return new RawRecord(number, Map.of(), Optional.of(why));
    }

    /** What may be kept of a record: these items, but never the My Number, who the person is, or anything that looks like a My Number. */
    Map<String, Object> keepable(Collection<String> known) {
        Map<String, Object> kept = new TreeMap<>(items);
        kept.keySet().retainAll(known);
        kept.remove("myNumber");
        kept.remove("basicFiveInfo");
        kept.values()
                .removeIf(value -> TWELVE.matcher(value.toString())
                        .results()
                        .map(place -> place.group(1))
                        .anyMatch(CheckDigit::holdsForMyNumber));
        return kept;
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "RawRecord[" + number + "]";
    }
}
