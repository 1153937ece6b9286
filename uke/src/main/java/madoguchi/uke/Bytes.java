package madoguchi.uke;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/*
 * Neither 0x2C (comma) nor 0x0A (line feed) occurs as the second byte of a character in Shift_JIS, so lines and fields are found in the raw bytes, eight at a time,
 * and only what is asked for is ever decoded. A word XORed with the wanted byte repeated has a zero byte wherever the byte stands; `zeros` sets the top bit of exactly those.
 */

/** 字節の検索 – finds bytes, eight at a time. */
final class Bytes {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long COMMAS = ONES * ',';

    private Bytes() {}

    private static long zeros(long word) {
        return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
    }

    /** The first place of the byte in {@code from} (included) to {@code to}; {@code to} when there is none. */
    static int find(byte[] bytes, int from, int to, int wanted) {
        long pattern = ONES * wanted;
        int at = from;
        for (; at <= to - 8; at += 8) {
            long hits = zeros((long) WORDS.get(bytes, at) ^ pattern);
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /** The place behind the {@code n}-th comma; {@code from} for 0; -1 when there are fewer. */
    static int behindComma(byte[] bytes, int from, int to, int n) {
        int left = n;
        int at = from;
        for (; left > 0 && at <= to - 8; at += 8) {
            long hits = zeros((long) WORDS.get(bytes, at) ^ COMMAS);
            int found = Long.bitCount(hits);
            if (found >= left) {
                for (; left > 1; left--) {
                    hits &= hits - 1;
                }
                return at + (Long.numberOfTrailingZeros(hits) >>> 3) + 1;
            }
            left -= found;
        }
        for (; left > 0 && at < to; at++) {
            if (bytes[at] == ',') {
                left--;
            }
        }
        return left == 0 ? at : -1;
    }

    /** How many commas there are. */
    static int commas(byte[] bytes, int from, int to) {
        int count = 0;
        int at = from;
        for (; at <= to - 8; at += 8) {
            count += Long.bitCount(zeros((long) WORDS.get(bytes, at) ^ COMMAS));
        }
        for (; at < to; at++) {
            count += bytes[at] == ',' ? 1 : 0;
        }
        return count;
    }
}
