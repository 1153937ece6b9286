package madoguchi.hub;

import madoguchi.core.InsuredId;

/*
 * FNV-1a, 64 bits, over the UTF-16 code units (high byte first) of insurer, U+001F, and number without differences of spelling. It stands in the database: it never
 * changes. A family shares a number, and two numbers may meet in one hash; Register compares in full.
 */

/** 照会の鍵 – the hash by which the facts are found that an inquiry may be about. */
final class Asked {

    private static final long BASIS = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;
    private static final char BETWEEN = '\u001F';

    private Asked() {}

    static long hash(InsuredId id) {
        long hash = mixed(BASIS, id.insurer().digits());
        return mixed(mixed(hash, BETWEEN), id.numberKey());
    }

    /** The same hash for a number that stands in a text without differences of spelling. */
    static long hash(String insurer, char[] text, int from, int to) {
        long hash = mixed(mixed(BASIS, insurer), BETWEEN);
        for (int i = from; i < to; i++) {
            hash = mixed(hash, text[i]);
        }
        return hash;
    }

    /** The same hash over any text. */
    static long hash(String text) {
        return mixed(BASIS, text);
    }

    private static long mixed(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = mixed(mixed, text.charAt(i));
        }
        return mixed;
    }

    private static long mixed(long hash, char unit) {
        return (((hash ^ (unit >> Byte.SIZE)) * PRIME) ^ (unit & 0xFF)) * PRIME;
    }
}
