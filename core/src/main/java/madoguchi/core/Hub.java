package madoguchi.core;

/**
 * 資格確認の照会先 – the port through which a desk asks: our hub in the same process, our hub over the network, or the official terminal's folders.
 */
@FunctionalInterface
public interface Hub {

    /** Asks once. Trouble on the way is an {@link Answer.Unreachable} in the reply, never an exception and never "not covered". */
    Reply inquire(Inquiry inquiry);

    /** Registers once. Trouble on the way is a {@link Filed.Undelivered}, never an exception; a peer that takes no such filing says so. */
    default Filed file(Filing filing) {
        return Filed.undelivered(Answer.Cause.REFUSED, "この照会先には届け出られません。", "This peer takes no such filing.");
    }
}
