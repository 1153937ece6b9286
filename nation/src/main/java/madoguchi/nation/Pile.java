package madoguchi.nation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import madoguchi.uke.Receipt;
import madoguchi.uke.Totals;

/** 山 – receipts for one destination, one after the other as bytes, and what they come to. Of one thread. */
final class Pile extends OutputStream {

    private byte[] bytes = new byte[1 << 13];
    private int length;
    private Totals totals = Totals.NONE;

    void add(Receipt receipt) throws IOException {
        receipt.writeTo(this);
        totals = totals.with(receipt);
    }

    void add(Pile more) {
        write(more.bytes, 0, more.length);
        totals = totals.plus(more.totals);
    }

    Totals totals() {
        return totals;
    }

    int length() {
        return length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] more, int from, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        System.arraycopy(more, from, bytes, length, count);
        length += count;
    }
}
