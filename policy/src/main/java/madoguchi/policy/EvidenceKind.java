package madoguchi.policy;

import madoguchi.core.Text;

/** 確認資料 – what the desk can still ask for: the buttons under the next step. */
public enum EvidenceKind implements Listed {
    /** マイナ保険証の読取. */
    CARD_READ("マイナ保険証を読み取る", "read the My Number insurance card"),
    /** 資格確認書. */
    CERTIFICATE("資格確認書を見せてもらう", "see an eligibility certificate"),
    /** 番号による照会. */
    NUMBER_INQUIRY("番号で照会する", "inquire by number"),
    /** 資格情報画面 – Mynaportal, logged in on the spot. */
    PORTAL_SCREEN("マイナポータルの画面（その場でログイン）を確認する", "see the Mynaportal screen, logged in on the spot"),
    /** 資格情報 PDF – downloaded before; only together with the card. */
    PORTAL_PDF("保存済みの資格情報PDFをカードと一緒に確認する", "see the downloaded eligibility PDF together with the card"),
    /** 資格情報のお知らせ – only together with the card. */
    NOTICE("資格情報のお知らせをカードと一緒に確認する", "see the eligibility notice together with the card"),
    /** 資格情報のお知らせの写し – at a school event. */
    NOTICE_COPY("資格情報のお知らせの写しを確認する", "see a copy of the eligibility notice"),
    /** どちらもない – the patient was asked, and has neither screen nor notice: opens the next ways. */
    NEITHER("画面もお知らせもない", "neither screen nor notice"),
    /** 口頭確認 – staff ask whether anything changed since the last visit. */
    ORAL_CONFIRMATION("前回から変わりがないか口頭で確認する", "ask whether anything changed since the last visit"),
    /** 被保険者資格申立書. */
    DECLARATION("被保険者資格申立書を書いてもらう", "have the eligibility declaration filled in"),
    /** 医療券・調剤券 – on paper. */
    MEDICAL_TICKET("紙の医療券・調剤券を確認する", "see the paper medical ticket"),
    /** 医療受給者証 – the subsidy's recipient certificate on paper. */
    RECIPIENT_CERTIFICATE("紙の医療受給者証を確認する", "see the recipient certificate on paper"),
    /** 医療受給者証の画面 – on Mynaportal. */
    RECIPIENT_SCREEN("マイナポータルの医療受給者証の画面を確認する", "see the recipient certificate on Mynaportal"),
    /** どれもできない – all ways allowed here were tried in vain. */
    NOT_OBTAINED("どれもできない", "none of these is possible");

    private final Text label;

    EvidenceKind(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
