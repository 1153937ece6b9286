package madoguchi.stats;

import madoguchi.core.Text;

/** 照会の経路 – at the counter, or many questions put together beforehand. */
public enum Lane {
    /** 即時. */
    AT_ONCE("即時", "at once"),
    /** 一括照会. */
    BULK("一括", "bulk");

    private final Text label;

    Lane(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** What it is called. */
    public Text label() {
        return label;
    }
}
