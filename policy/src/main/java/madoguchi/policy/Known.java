package madoguchi.policy;

import madoguchi.core.Text;

/** 分かっている資格 – which eligibility the facility knows when it claims. */
public enum Known implements Listed {
    /** The one in force on the day. */
    CURRENT("今の資格", "the current eligibility"),
    /** 旧資格 – an earlier one, from the answer or the facility's records. */
    FORMER("過去の資格だけ", "a former eligibility only"),
    /** None. */
    NOTHING("なし", "none");

    private final Text label;

    Known(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
