package madoguchi.hub;

import madoguchi.core.Text;

/** 重さ – how serious a finding about the registers is. */
public enum Gravity {
    /** 重大: somebody may be shown another person's data, or treated as covered twice. */
    SERIOUS(0, "✕", "重大", "serious"),
    /** 要対応: an answer at the counter may be wrong or missing. */
    ATTENTION(1, "▲", "要対応", "needs action"),
    /** 軽微: the answer is right, but work is made by it. */
    MINOR(2, "◇", "軽微", "minor");

    private final int code;
    private final String sign;
    private final Text label;

    Gravity(int code, String sign, String ja, String en) {
        this.code = code;
        this.sign = sign;
        this.label = new Text(ja, en);
    }

    /** The number in the database. */
    int code() {
        return code;
    }

    /** The gravity of that number; {@link java.util.NoSuchElementException} when there is none. */
    static Gravity coded(int code) {
        for (Gravity gravity : values()) {
            if (gravity.code == code) {
                return gravity;
            }
        }
        throw new java.util.NoSuchElementException("no such gravity");
    }

    /** The shape beside the word: a state is never a colour alone. */
    public String sign() {
        return sign;
    }

    /** What it is called. */
    public Text label() {
        return label;
    }
}
