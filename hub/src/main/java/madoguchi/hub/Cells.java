package madoguchi.hub;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.stream.IntStream;

/** 区切った行 – one line of a file, cut into cells. */
sealed interface Cells permits Cells.Quoted, PlainLine {

    /** How many cells. */
    int count();

    /** The text of one cell, counted from 0. */
    String cell(int place);

    /** Where the line begins: its number in the file, counted from 1, empty lines too. */
    long number();

    /** The texts of all cells. */
    default List<String> all() {
        return IntStream.range(0, count()).mapToObj(this::cell).toList();
    }

    /**
     * 引用符のあるかもしれない行 – as the CSV reader cut it.
     *
     * @param record the reader's record
     */
    record Quoted(CsvRecord record) implements Cells {
        @Override
        public int count() {
            return record.getFieldCount();
        }

        @Override
        public String cell(int place) {
            return record.getField(place);
        }

        @Override
        public long number() {
            return record.getStartingLineNumber();
        }

        /** Never prints a cell. */
        @Override
        public String toString() {
            return "Quoted[…]";
        }
    }
}
