package madoguchi.policy;

import madoguchi.core.Text;

/** 初診・再診 – whether the facility has seen this patient before. */
public enum Visit implements Listed {
    /** 初診. */
    FIRST("初診", "first visit"),
    /** 再診 – the facility holds a record of an earlier visit. */
    RETURNING("再診", "returning visit"),
    /** 再診（控えなし） – has been here before, but the facility holds nothing of use (gap G-01). */
    RETURNING_WITHOUT_RECORD("再診（控えなし）", "returning visit, no record held");

    private final Text label;

    Visit(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
