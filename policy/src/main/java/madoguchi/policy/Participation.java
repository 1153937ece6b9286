package madoguchi.policy;

import madoguchi.core.Text;

/** 参加 – whether the municipality and the scheme of a subsidy take part in online verification. */
public enum Participation implements Listed {
    /** They take part. */
    PARTICIPATING("オンライン資格確認に参加している", "takes part in online verification"),
    /** They do not. */
    NOT_PARTICIPATING("参加していない", "does not take part"),
    /** Not known here. */
    UNKNOWN("分からない", "unknown");

    private final Text label;

    Participation(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
