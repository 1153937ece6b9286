package madoguchi.uke;

import madoguchi.core.Text;

/** 窓口負担額区分 – whether 高額療養費 was given in kind. 03 and 04 are not used by providers. Source: {@code claims-uke.md} §5.2. */
public enum CopaymentKind implements Code {
    /** 高額療養費の現物給付なし. */
    NONE("00", "高額療養費の現物給付なし", "no high-cost benefit in kind"),
    /** 現物給付あり（多数回該当を除く）. */
    IN_KIND("01", "現物給付あり（多数回該当を除く）", "in kind"),
    /** 現物給付あり（多数回該当）. */
    IN_KIND_MANY("02", "現物給付あり（多数回該当）", "in kind, repeated months"),
    /** 食事療養標準負担額. */
    MEAL("03", "食事療養標準負担額", "standard amount of meals"),
    /** 特別の料金. */
    SPECIAL("04", "特別の料金", "special cost");

    private final String code;
    private final Text label;

    CopaymentKind(String code, String ja, String en) {
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

    @Override
    public Certainty certainty() {
        return Certainty.MIDDLE;
    }
}
