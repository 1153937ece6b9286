package madoguchi.claims;

import madoguchi.core.Text;

/** 直し方 – how a receipt of a kept file was mended. */
public enum Mending {
    /** 確実な訂正. */
    CERTAIN("確実な訂正", "certain correction"),
    /** 旧資格. */
    FORMER("旧資格", "former coverage"),
    /** 不詳. */
    UNIDENTIFIED("不詳", "unidentified"),
    /** 災害: 保険者は分かるが番号が分からない. */
    DISASTER_NUMBER("災害（番号が分からない）", "disaster, number unknown"),
    /** 災害: 保険者も分からない. */
    DISASTER_INSURER("災害（保険者も分からない）", "disaster, insurer unknown");

    private final Text label;

    Mending(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** Whether a clerk chooses it for one receipt; the other ways follow from the check. */
    boolean isForm() {
        return this != CERTAIN;
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }
}
