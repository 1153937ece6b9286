package madoguchi.policy;

import madoguchi.core.Text;

/** 確認の方法 – how an accepted reception was verified. Claim and usage rate depend on it. */
public enum Means implements Listed {
    /** The card was read, and the inquiry answered. */
    ONLINE_CARD("オンライン（カード）", "online, by card"),
    /** The phone was read, and the inquiry answered. */
    ONLINE_PHONE("オンライン（スマートフォン）", "online, by phone"),
    /** 資格確認書, without an inquiry. */
    CERTIFICATE("資格確認書", "eligibility certificate"),
    /** 資格確認書, and the inquiry by its number confirmed it. */
    CERTIFICATE_ONLINE("資格確認書と番号照会", "eligibility certificate and inquiry by number"),
    /** The old card, while it was valid. */
    INSURANCE_CARD("健康保険証", "insurance card"),
    /** The interim measure. */
    INTERIM_LOOKUP("期限切れの証・お知らせと番号照会（暫定）", "expired card or notice, with inquiry by number (interim)"),
    /** The card was in hand but not read; the inquiry by number confirmed. */
    NUMBER_INQUIRY("カードと番号照会", "card in hand, inquiry by number"),
    /** ① with the card. */
    PORTAL_SCREEN("マイナポータルの画面とカード", "portal screen together with the card"),
    /** ① as a PDF, with the card. */
    PORTAL_PDF("資格情報PDFとカード", "eligibility PDF together with the card"),
    /** ① on the phone alone, logged in on the spot. */
    PHONE_SCREEN("スマートフォンの画面のみ", "portal screen on the phone alone"),
    /** ② with the card. */
    NOTICE("お知らせとカード", "notice together with the card"),
    /** ③ */
    ORAL_CONFIRMATION("口頭での確認", "oral confirmation"),
    /** ④ */
    DECLARATION("被保険者資格申立書", "eligibility declaration"),
    /** At a school event, without the card. */
    SCHOOL_PAPER("学校行事（お知らせ・PDF・写し）", "school event: notice, PDF or a copy"),
    /** 医療扶助, by paper ticket. */
    MEDICAL_TICKET("紙の医療券・調剤券", "paper medical ticket");

    private final Text label;

    Means(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
