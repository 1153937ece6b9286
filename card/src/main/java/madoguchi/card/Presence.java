package madoguchi.card;

/** カードの有無 – what lies on the readers of one transport. */
public enum Presence {
    /** No reader, or no service that knows one. */
    NO_READER,
    /** カードなし. */
    EMPTY,
    /** カードあり: exactly one. */
    ONE,
    /** 2枚以上. */
    SEVERAL
}
