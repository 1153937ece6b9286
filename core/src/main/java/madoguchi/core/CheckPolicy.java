package madoguchi.core;

/** 検証番号の扱い – not every local number obeys the check digit ({@code pmh.md} §4: 検証番号チェック区分 per scheme). */
public enum CheckPolicy {
    /** 必ず合う – a number that does not fit is a fault. */
    MUST("合わなければ誤り", "a misfit is a fault"),
    /** 合わないことがある – a number that does not fit is taken, with a warning. */
    SHOULD("合わなければ注意", "a misfit is a warning");

    private final Text label;

    CheckPolicy(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** What it is called. */
    public Text label() {
        return label;
    }
}
