package madoguchi.policy;

import madoguchi.core.Text;

/** 初診・再診 – whether the facility has seen this patient before. */
public enum Visit implements Kind {
    /** 初診. */
    FIRST("初診", "first visit"),
    /** 再診 – the facility holds a record of an earlier visit. A returning patient of whom nothing is held is gap G-01: the row says whom to ask. */
    RETURNING("再診", "returning visit");

    private final Text label;

    Visit(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
