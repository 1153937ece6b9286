package madoguchi.hub;

import madoguchi.core.Text;

/** 重さ – how serious a finding about the registers is. */
public enum Gravity {
    /** 重大: somebody may be shown another person's data, or treated as covered twice. */
    SERIOUS("✕", "重大", "serious"),
    /** 要対応: an answer at the counter may be wrong or missing. */
    ATTENTION("▲", "要対応", "needs action"),
    /** 軽微: the answer is right, but work is made by it. */
    MINOR("◇", "軽微", "minor");

    private final String sign;
    private final Text label;

    Gravity(String sign, String ja, String en) {
        this.sign = sign;
        this.label = new Text(ja, en);
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
