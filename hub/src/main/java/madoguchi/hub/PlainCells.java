package madoguchi.hub;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;

/**
 * 平易なセル – the cells of one line by column, read where they stand. At the first cell that is not written as the format says the whole line is not plain any more; what is read of it then means nothing.
 */
final class PlainCells {

    /** What an empty cell says. */
    static final int NONE = -1;

    /** What an empty cell says where a day may stand. */
    static final long NO_DAY = Long.MIN_VALUE;

    private static final int DAY_DIGITS = 8;
    private static final int LONGEST_CODE = 3;

    private final int[] places;
    private final int[] from;
    private final int[] to;
    private char[] text = {};
    private boolean plain;

    /** For lines whose columns stand at these places; columns are counted as in {@code columns}. */
    PlainCells(List<String> columns, Map<String, Integer> known) {
        places = columns.stream()
                .mapToInt(column -> known.getOrDefault(column, NONE))
                .toArray();
        from = new int[places.length];
        to = new int[places.length];
    }

    /** Goes to a line. */
    void show(PlainLine line) {
        text = line.text();
        plain = true;
        for (int column = 0; column < places.length; column++) {
            int place = places[column];
            from[column] = place == NONE ? 0 : line.from(place);
            to[column] = place == NONE ? 0 : line.to(place);
        }
    }

    /** Whether nothing but what the format says was read so far. */
    boolean isPlain() {
        return plain;
    }

    /** The line is not plain unless this holds. */
    void must(boolean holds) {
        plain &= holds;
    }

    char[] text() {
        return text;
    }

    int from(int column) {
        return from[column];
    }

    int to(int column) {
        return to[column];
    }

    int length(int column) {
        return to[column] - from[column];
    }

    boolean isEmpty(int column) {
        return from[column] == to[column];
    }

    /** A list of codes for {@link #code}: each of one to three ASCII characters. */
    static int[] codes(List<String> codes) {
        return codes.stream()
                .mapToInt(code -> key(code.toCharArray(), 0, code.length()))
                .toArray();
    }

    private static int key(char[] text, int from, int to) {
        int key = 0;
        for (int i = from; i < to; i++) {
            key = key << Byte.SIZE | (text[i] & 0x7F);
        }
        return key;
    }

    /** Where the code stands in the list; {@link #NONE} for an empty cell. */
    int code(int column, int[] codes) {
        int first = from[column];
        int end = to[column];
        if (first == end) {
            return NONE;
        }
        boolean narrow = end - first <= LONGEST_CODE;
        for (int i = first; narrow && i < end; i++) {
            narrow = text[i] > ' ' && text[i] < 0x7F;
        }
        int key = narrow ? key(text, first, end) : 0;
        int at = 0;
        while (at < codes.length && codes[at] != key) {
            at++;
        }
        must(at < codes.length);
        return at;
    }

    /** {@code 1} is yes; {@code 0} or nothing is no. */
    boolean flag(int column) {
        char c = isEmpty(column) ? '0' : text[from[column]];
        must(length(column) <= 1 && (c == '0' || c == '1'));
        return c == '1';
    }

    /** A day written YYYYMMDD, counted from 1970-01-01; {@link #NO_DAY} for an empty cell. */
    long day(int column) {
        if (isEmpty(column)) {
            return NO_DAY;
        }
        int first = from[column];
        must(length(column) == DAY_DIGITS && isDigits(column));
        return plain ? day(digits(first, 4), digits(first + 4, 2), digits(first + 6, 2)) : NO_DAY;
    }

    private long day(int year, int month, int day) {
        must(year >= 1 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= lengthOfMonth(year, month)));
        return plain ? LocalDate.of(year, month, 1).toEpochDay() + day - 1 : NO_DAY;
    }

    private static int lengthOfMonth(int year, int month) {
        return month == 2 ? (Year.isLeap(year) ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);
    }

    private int digits(int first, int count) {
        int value = 0;
        for (int i = first; i < first + count; i++) {
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    boolean isDigits(int column) {
        for (int i = from[column]; i < to[column]; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether there is nothing to fold in the cell: digits and capital letters. */
    boolean isKey(int column) {
        for (int i = from[column]; i < to[column]; i++) {
            char c = text[i];
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** Nothing, or characters without a control character and without space at an end. */
    void mustBeText(int column) {
        int first = from[column];
        int end = to[column];
        for (int i = first; i < end; i++) {
            char c = text[i];
            must(c >= ' ' && (c < 0x7F || c > 0x9F));
        }
        must(first == end || (!Character.isWhitespace(text[first]) && !Character.isWhitespace(text[end - 1])));
    }

    /** The first such character of a cell; below zero where there is none. */
    int indexOf(int column, char wanted) {
        for (int i = from[column]; i < to[column]; i++) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return NONE;
    }

    /** How many characters two cells have in common at their beginnings. */
    int common(int one, int other) {
        int most = Math.min(length(one), length(other));
        int same = 0;
        while (same < most && text[from[one] + same] == text[from[other] + same]) {
            same++;
        }
        return same;
    }

    /** Never prints a cell. */
    @Override
    public String toString() {
        return "PlainCells[…]";
    }
}
