package madoguchi.stats;

import madoguchi.core.Text;

/** 資格確認できなかった際の対応 – the choices of question 8 of seed 003, in its order and words. */
public enum Handling {
    /** 健康保険証で確認した. */
    INSURANCE_CARD("健康保険証で確認した", "by the old insurance card", "insurance-card"),
    /** 資格確認書で確認した. */
    CERTIFICATE("資格確認書で確認した", "by the eligibility certificate", "certificate"),
    /** 「資格情報のお知らせ」で確認した. */
    NOTICE("「資格情報のお知らせ」で確認した", "by the eligibility notice", "notice"),
    /** マイナポータルの画面で確認した. */
    PORTAL("マイナポータルの画面で確認した", "by the Mynaportal screen", "portal"),
    /** 過去の来院情報をもとに確認した. */
    EARLIER_VISIT("過去の来院情報をもとに確認した", "from an earlier visit", "earlier-visit"),
    /** 被保険者資格申立書を渡し、記入してもらった. */
    DECLARATION("患者さんに被保険者資格申立書を渡し、記入してもらった", "by the eligibility declaration", "declaration"),
    /** いったん10割負担いただいた. */
    FULL_CHARGE("いったん10割負担いただいた", "the full amount was charged for now", "full-charge"),
    /** その他. */
    OTHER("その他", "otherwise", "other");

    private final Text label;
    private final String word;

    Handling(String ja, String en, String word) {
        this.label = new Text(ja, en);
        this.word = word;
    }

    /** The choice in the survey's words. */
    public Text label() {
        return label;
    }

    /** In addresses and files. */
    public String word() {
        return word;
    }
}
