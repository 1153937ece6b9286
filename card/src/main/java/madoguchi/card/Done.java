package madoguchi.card;

/** 済 – a step that succeeds without bringing anything. */
public enum Done {
    /** It was done. */
    DONE
}
