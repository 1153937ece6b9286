package madoguchi.hub;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 行 – the cells of one line by column name. Nothing is copied: a long file makes no map of cells a line. */
final class Line extends AbstractMap<String, String> {

    private final Map<String, Integer> places;
    private final Cells cells;

    /** The cells of a line whose columns stand at these places. */
    Line(Map<String, Integer> places, Cells cells) {
        this.places = places;
        this.cells = cells;
    }

    /** Where each column stands. */
    Map<String, Integer> places() {
        return places;
    }

    /** The cells, without their columns. */
    Cells cells() {
        return cells;
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
        return place != null && place < cells.count() ? cells.cell(place) : otherwise;
    }

    /** Whether any cell holds one; nearly no line does, and then no cell needs to be looked at by its name. */
    boolean hasControlCharacter() {
        for (int i = 0; i < cells.count(); i++) {
            if (Row.hasControlCharacter(cells.cell(i))) {
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
        Map<String, String> all = new HashMap<>();
        places.keySet().forEach(column -> all.put(column, get(column)));
        return all.entrySet();
    }

    /** Never prints a cell. */
    @Override
    public String toString() {
        return "Line[…]";
    }
}
