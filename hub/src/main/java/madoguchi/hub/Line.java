package madoguchi.hub;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 行 – the cells of one line by column name. Nothing is copied: a long file makes no map of cells a line. */
final class Line extends AbstractMap<String, String> {

    private final Map<String, Integer> places;
    private final CsvRecord record;

    /** The cells of {@code record}, whose columns stand at these places. */
    Line(Map<String, Integer> places, CsvRecord record) {
        this.places = places;
        this.record = record;
    }

    /** Where each column stands. The keys are the strings of {@code known} themselves, which are found fastest by the readers that use them. */
    static Map<String, Integer> places(List<String> columns, List<String> known) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.put(known.get(known.indexOf(columns.get(i))), i);
        }
        return places;
    }

    @Override
    public String getOrDefault(Object column, String otherwise) {
        Integer place = places.get(column);
        return place != null && place < record.getFieldCount() ? record.getField(place) : otherwise;
    }

    /** Whether any cell holds one; nearly no line does, and then no cell needs to be looked at by its name. */
    boolean hasControlCharacter() {
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (Row.hasControlCharacter(record.getField(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String get(Object column) {
        return getOrDefault(column, "");
    }

    @Override
    public boolean containsKey(Object column) {
        return places.containsKey(column);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        Map<String, String> cells = new HashMap<>();
        places.keySet().forEach(column -> cells.put(column, get(column)));
        return cells.entrySet();
    }

    /** Never prints a cell. */
    @Override
    public String toString() {
        return "Line[…]";
    }
}
