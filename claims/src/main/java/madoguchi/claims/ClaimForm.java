package madoguchi.claims;

import madoguchi.core.Text;

/** 請求の形 – how a receipt whose number was not simply confirmed is claimed ({@code claims-uke.md} §7). */
public enum ClaimForm {
    /** 旧資格での請求. */
    FORMER("旧資格", "former coverage"),
    /** 不詳での請求. */
    UNIDENTIFIED("不詳", "unidentified"),
    /** 災害: 保険者は分かるが番号が分からない. */
    DISASTER_NUMBER("災害（番号が分からない）", "disaster, number unknown"),
    /** 災害: 保険者も分からない. */
    DISASTER_INSURER("災害（保険者も分からない）", "disaster, insurer unknown");

    private final Text label;

    ClaimForm(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }
}
