package madoguchi.core;

/**
 * 本人の鍵 – how the organisations of the state name one person among themselves; nothing can be learned from it, and no facility ever sees it.
 *
 * @param value as the hub counts persons
 */
public record PersonKey(long value) {
    /** Never prints the key: this value may end in a log line. */
    @Override
    public String toString() {
        return "PersonKey[…]";
    }
}
