package madoguchi.core;

/** 限度額適用認定証区分 – OQSCD011. */
public enum LimitKind implements Coded {
    /** 限度額適用認定証. */
    LIMIT("01", "限度額適用認定証", "limit certificate"),
    /** 限度額適用・標準負担額減額認定証. */
    LIMIT_AND_MEAL("02", "限度額適用・標準負担額減額認定証", "limit-and-meal-reduction certificate"),
    /** 標準負担額減額認定証. */
    MEAL("03", "標準負担額減額認定証", "meal-reduction certificate");

    private final String code;
    private final Text label;

    LimitKind(String code, String ja, String en) {
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
