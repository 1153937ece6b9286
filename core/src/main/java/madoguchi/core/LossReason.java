package madoguchi.core;

/** 資格喪失事由 – OQSCD008. */
public enum LossReason implements Coded {
    /** 死亡. */
    DEATH("01", "死亡", "death"),
    /** 生活保護受給開始. */
    PUBLIC_ASSISTANCE("02", "生活保護受給開始", "start of public assistance"),
    /** 医療保険等の資格取得. */
    OTHER_COVERAGE("03", "他の医療保険の資格取得", "acquired other coverage"),
    /** その他. */
    OTHER("99", "その他", "other");

    private final String code;
    private final Text label;

    LossReason(String code, String ja, String en) {
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
