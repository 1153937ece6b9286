package madoguchi.core;

/** 本人・家族の別 – OQSCD009; absent for 後期高齢者医療. */
public enum Relation implements Coded {
    /** 本人. */
    INSURED("1", "本人", "insured person"),
    /** 家族. */
    DEPENDENT("2", "家族", "dependent");

    private final String code;
    private final Text label;

    Relation(String code, String ja, String en) {
        this.code = code;
        this.label = new Text(ja, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Text label() {
        return label;
    }
}
