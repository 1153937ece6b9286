package madoguchi.core;

/** 適用区分 – OQSCD012: A… under 70, B… from 70. */
public enum LimitClass implements Coded {
    /** ア. */
    A01("A01", "ア", "A"),
    /** イ. */
    A02("A02", "イ", "I"),
    /** ウ. */
    A03("A03", "ウ", "U"),
    /** エ. */
    A04("A04", "エ", "E"),
    /** オ. */
    A05("A05", "オ", "O"),
    /** オ（境界層）. */
    A06("A06", "オ（境界層）", "O (borderline)"),
    /** 現役並みⅢ. */
    B01("B01", "現役並みⅢ", "active income III"),
    /** 現役並みⅡ. */
    B02("B02", "現役並みⅡ", "active income II"),
    /** 現役並みⅠ. */
    B03("B03", "現役並みⅠ", "active income I"),
    /** 一般（70–74歳）. */
    B04("B04", "一般", "general (70–74)"),
    /** 低所得Ⅱ. */
    B05("B05", "低所得Ⅱ", "low income II"),
    /** 低所得Ⅰ. */
    B06("B06", "低所得Ⅰ", "low income I"),
    /** 低所得Ⅰ（老福）. */
    B07("B07", "低所得Ⅰ（老福）", "low income I (old-age welfare)"),
    /** 低所得Ⅰ（境界層）. */
    B08("B08", "低所得Ⅰ（境界層）", "low income I (borderline)"),
    /** 一般Ⅱ（後期）. */
    B09("B09", "一般Ⅱ（後期）", "general II (late-stage elderly)"),
    /** 一般Ⅰ（後期）. */
    B10("B10", "一般Ⅰ（後期）", "general I (late-stage elderly)");

    private final String code;
    private final Text label;

    LimitClass(String code, String ja, String en) {
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
