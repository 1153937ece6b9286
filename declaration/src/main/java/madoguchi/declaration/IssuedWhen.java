package madoguchi.declaration;

import madoguchi.core.Text;

/** 交付を受けた時期 – when the patient received the proof of insurance. */
public enum IssuedWhen implements Choice {
    /** 1ヶ月以内. */
    WITHIN_A_MONTH("1ヶ月以内", "within a month"),
    /** それより前. */
    EARLIER("それより前", "earlier"),
    /** わからない. */
    UNKNOWN("わからない", "does not know");

    private final Text label;

    IssuedWhen(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
