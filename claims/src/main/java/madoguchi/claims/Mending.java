package madoguchi.claims;

import madoguchi.core.Text;

/** 直し方 – how a receipt of a kept file was mended. */
public enum Mending {
    /** 確実な訂正. */
    CERTAIN("確実な訂正", "certain correction"),
    /** 旧資格. */
    FORMER("旧資格", "former coverage"),
    /** 不詳. */
    UNIDENTIFIED("不詳", "unidentified");

    private final Text label;

    Mending(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }
}
