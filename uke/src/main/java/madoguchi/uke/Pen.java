package madoguchi.uke;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** 筆 – writes lines of a claim file into an array that is used again: for files too large to be put together from {@link Line}s one by one. */
final class Pen {

    private byte[] bytes = new byte[1 << 16];
    private int length;

    Pen text(byte[] encoded) {
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    Pen ascii(String text) {
        int more = text.length();
        room(more);
        for (int i = 0; i < more; i++) {
            bytes[length + i] = (byte) text.charAt(i);
        }
        length += more;
        return this;
    }

    Pen number(long value) {
        return value < 10 && value >= 0 ? sign('0' + (int) value) : ascii(Long.toString(value));
    }

    Pen commas(int count) {
        room(count);
        Arrays.fill(bytes, length, length + count, (byte) ',');
        length += count;
        return this;
    }

    /** A value, and the comma before it. */
    Pen then(long value) {
        return commas(1).number(value);
    }

    /** A text, and the comma before it. */
    Pen then(String text) {
        return commas(1).ascii(text);
    }

    /** 31 values, each with the comma before it, 0 as empty. */
    Pen days(int[] days) {
        for (int day : days) {
            commas(1);
            if (day > 0) {
                number(day);
            }
        }
        return this;
    }

    Pen sign(int sign) {
        room(1);
        bytes[length++] = (byte) sign;
        return this;
    }

    Pen end() {
        return sign('\r').sign('\n');
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }
}
