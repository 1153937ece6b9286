package madoguchi.hub;

import java.util.Arrays;

/** 引用符のない行 – a view of the characters that {@link PlainLines} has read; it shows another line as soon as that one goes on. */
final class PlainLine implements Cells {

    private char[] text = {};
    /** Where each cell begins; behind the last cell, one more. A cell ends one character before the next one begins. */
    private int[] begins = new int[64];

    private int count;
    private long number;

    /** Begins a line of which nothing is known. */
    void start(char[] characters, int begin, long lineNumber) {
        text = characters;
        number = lineNumber;
        count = 0;
        begins[0] = begin;
    }

    /** A cell ends in front of this character, and another one begins behind it. */
    void cut(int end) {
        if (++count == begins.length) {
            begins = Arrays.copyOf(begins, count * 2);
        }
        begins[count] = end + 1;
    }

    /** The characters among which the cells stand. Not copied. */
    char[] text() {
        return text;
    }

    /** The first character of a cell. */
    int from(int cell) {
        return begins[cell];
    }

    /** Behind the last character of a cell. */
    int to(int cell) {
        return begins[cell + 1] - 1;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public String cell(int place) {
        return new String(text, from(place), to(place) - from(place));
    }

    @Override
    public long number() {
        return number;
    }

    /** Never prints a cell. */
    @Override
    public String toString() {
        return "PlainLine[…]";
    }
}
