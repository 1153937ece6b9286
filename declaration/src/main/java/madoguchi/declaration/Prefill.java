package madoguchi.declaration;

/**
 * 下書き – what the desk knows of the person of a reception. Only what stands on the card: an insurance of the past would be stated again unread.
 *
 * @param card what is known; the rest is absent
 */
public record Prefill(CardFace card) {

    /** A reception of which nobody knows anything yet. */
    public static Prefill nothing() {
        return new Prefill(CardFace.BLANK);
    }
}
