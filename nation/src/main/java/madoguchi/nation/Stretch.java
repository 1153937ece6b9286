package madoguchi.nation;

import java.io.Serializable;
import madoguchi.uke.FileKind;

/**
 * 区間 – a piece of one claim file, cut where a receipt begins: what one worker settles on its own.
 *
 * @param input which input, from 0
 * @param number which stretch of it, from 0
 * @param from first byte
 * @param until first byte behind
 * @param receiptsBefore receipts of the input before it
 * @param kind of the file; {@link FileKind#UNKNOWN} for the first stretch, which begins with the record that tells
 */
public record Stretch(int input, int number, long from, long until, long receiptsBefore, FileKind kind)
        implements Serializable {

    /** What its results are called. */
    String name() {
        return "%07d-%06d".formatted(input, number);
    }
}
