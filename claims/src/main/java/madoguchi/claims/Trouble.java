package madoguchi.claims;

import madoguchi.core.Text;

/** 指摘の種類 – what is the matter with a receipt, in the order in which a clerk should work on it. */
public enum Trouble {
    /** 返戻の見込み. */
    RETURNED("返戻の見込み", "will be returned"),
    /** 記録の誤り – the layout's own checks. */
    FAULTY("記録の誤り", "faulty record"),
    /** 振替の見込み. */
    TRANSFERRED("振替の見込み", "will be transferred"),
    /** 分割の見込み. */
    SPLIT("分割の見込み", "will be split"),
    /** 資格の期間外. */
    PERIOD_ENDED("資格の期間が終わっている", "period ended"),
    /** 枝番. */
    BRANCH("枝番がない・違う", "branch number missing"),
    /** 種別と負担割合. */
    TYPE("種別が負担割合に合わない", "type does not fit the share"),
    /** ● in the name. */
    BLACK_CIRCLE("氏名に ●", "● in the name"),
    /** 公費の記録が受付の控えと違う. */
    PUBLIC_PAYER("公費が受付の控えと違う", "public payer differs from the desk's record"),
    /** 公費の確認がない. */
    SUBSIDY("公費の確認がない", "subsidy not verified"),
    /** 仮の番号. */
    DUMMY("仮の番号と摘要欄", "dummy number"),
    /** 登録のない番号. */
    UNKNOWN_NUMBER("登録のない番号", "number not registered"),
    /** 回答なし. */
    NO_ANSWER("照会できなかった", "nobody answered"),
    /** 受付の記録がない. */
    NO_VISIT("受付の記録がない", "no reception");

    private final Text label;

    Trouble(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }

    /** 言うだけ – whether it is told for comparison only: the receipt may be sent as it is. */
    public boolean isNote() {
        return this == SUBSIDY || this == NO_VISIT || this == NO_ANSWER;
    }
}
