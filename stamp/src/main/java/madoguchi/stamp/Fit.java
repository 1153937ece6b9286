package madoguchi.stamp;

/** 照合 – how far a genuine code was compared with the patient in front of the desk. */
public enum Fit {
    /** 同じ人・同じ資格. */
    SAME,
    /** 同じ人・別の資格 – name and birth date are the patient's, but the screen shows another number than the desk knows: copy it anew. */
    OTHER_COVERAGE,
    /** 未照合 – the desk knows nothing of this patient yet: compare name and birth date by eye. */
    NOT_COMPARED
}
