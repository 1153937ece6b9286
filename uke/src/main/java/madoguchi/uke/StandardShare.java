package madoguchi.uke;

import madoguchi.core.Text;

/** 標準負担額区分 – the income class of inpatient meals. Source: {@code claims-uke.md} §5.4. */
public enum StandardShare implements Code {
    /** 低所得Ⅱ. */
    LOW_2("1", "低所得Ⅱ", "low income II"),
    /** 低所得Ⅱ（90日超）. */
    LOW_2_OVER_90("2", "低所得Ⅱ（90日超）", "low income II, over 90 days"),
    /** 低所得Ⅰ. */
    LOW_1("3", "低所得Ⅰ", "low income I"),
    /** 低所得Ⅰ（老齢福祉年金）. */
    LOW_1_PENSION("4", "低所得Ⅰ（老齢福祉年金）", "low income I with the old-age welfare pension");

    private final String code;
    private final Text label;

    StandardShare(String code, String ja, String en) {
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
