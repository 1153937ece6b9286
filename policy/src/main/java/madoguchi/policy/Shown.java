package madoguchi.policy;

import madoguchi.core.Text;

/** 提示されたもの – what the patient shows at the desk. */
public enum Shown implements Listed {
    /** マイナ保険証（カード） – read by the reader here. */
    CARD("マイナ保険証（カード）", "My Number insurance card (the card)"),
    /** マイナ保険証（スマートフォン） – read by the reader here, and answered. A phone whose reading was not answered (a dead line) is {@link #SMARTPHONE_ONLY_UNREADABLE}: fewer ways are open to it. */
    SMARTPHONE("マイナ保険証（読み取れたスマートフォン）", "My Number insurance card (a phone that was read)"),
    /** マイナ保険証、読取不可 – the card is in hand, but the reader cannot take it. */
    CARD_UNREADABLE("マイナ保険証（カードはあるが読み取れない）", "My Number insurance card that cannot be read"),
    /** スマートフォンのみ、読取不可 – no physical card, and the phone cannot be read here, or its reading was not answered. */
    SMARTPHONE_ONLY_UNREADABLE("スマートフォンのみ（ここでは読み取れない）", "phone only, which cannot be read here"),
    /** 資格確認書. */
    CERTIFICATE("資格確認書", "eligibility certificate"),
    /** 健康保険証 – an old card whose printed last day, if any, has not passed. That it ended for everybody is for the rows to say (R-OLD-03). */
    INSURANCE_CARD("健康保険証（券面の有効期限内、または期限の記載なし）", "old insurance card, printed last day not passed or none printed"),
    /** 期限切れ健康保険証 – an old card whose printed last day has passed. */
    EXPIRED_INSURANCE_CARD("健康保険証（券面の有効期限切れ）", "old insurance card past its printed last day"),
    /** 資格情報のお知らせのみ – the notice without a card. */
    NOTICE("資格情報のお知らせのみ", "eligibility notice alone"),
    /** お知らせの写し – a copy of the notice without a card. */
    NOTICE_COPY("資格情報のお知らせの写しのみ", "a copy of the eligibility notice alone"),
    /** 画面・PDFのみ – the Mynaportal screen or its PDF without the card, by someone who does not rest on a phone alone. */
    PORTAL_ONLY("マイナポータルの画面・PDFのみ（カードなし）", "Mynaportal screen or PDF without the card"),
    /** なし – nothing is shown. */
    NOTHING("提示なし", "nothing");

    private final Text label;

    Shown(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
