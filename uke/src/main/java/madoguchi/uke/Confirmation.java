package madoguchi.uke;

import madoguchi.core.Text;

/** 確認区分 – who confirmed the eligibility, and what became of it. A facility writes 01 only; 02 to 09 are set by the review body, 11 to 14 after the insurer raised it (attribution: one source). Source: {@code claims-uke.md} §5.2. */
public enum Confirmation implements Code {
    /** 医療機関・薬局の窓口等で確認. */
    AT_THE_DESK("01", "医療機関・薬局の窓口等で確認", "confirmed at the facility"),
    /** 請求後：変更なし. */
    UNCHANGED("02", "請求後：変更なし", "after the claim: unchanged"),
    /** 請求後：確認不能. */
    NOT_CONFIRMED("03", "請求後：確認不能", "after the claim: cannot be confirmed"),
    /** 請求後：振替. */
    TRANSFERRED("04", "請求後：振替", "after the claim: transferred"),
    /** 請求後：分割. */
    SPLIT("05", "請求後：分割", "after the claim: split"),
    /** 請求後：資格喪失（レセプト記載の保険者へ請求）. */
    LOST_BILLED("06", "請求後：資格喪失（レセプト記載の保険者へ請求）", "after the claim: lost, billed to the insurer on the claim"),
    /** 請求後：資格喪失（証回収後）. */
    LOST_COLLECTED("07", "請求後：資格喪失（証回収後）", "after the claim: lost, after the certificate was collected"),
    /** 請求後：資格喪失（死亡）. */
    LOST_DEATH("08", "請求後：資格喪失（死亡）", "after the claim: lost by death"),
    /** 請求後：枝番特定. */
    BRANCH_FILLED("09", "請求後：枝番特定", "after the claim: branch number found"),
    /** 保険者等へ請求後：振替. */
    INSURER_TRANSFERRED("11", "保険者等へ請求後：振替", "after the insurer was billed: transferred"),
    /** 保険者等へ請求後：分割. */
    INSURER_SPLIT("12", "保険者等へ請求後：分割", "after the insurer was billed: split"),
    /** 保険者等へ請求後：変更不能. */
    INSURER_UNCHANGEABLE("13", "保険者等へ請求後：変更不能", "after the insurer was billed: cannot be changed"),
    /** 保険者等へ請求後：枝番特定. */
    INSURER_BRANCH_FILLED("14", "保険者等へ請求後：枝番特定", "after the insurer was billed: branch number found");

    private final String code;
    private final Text label;

    Confirmation(String code, String ja, String en) {
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
