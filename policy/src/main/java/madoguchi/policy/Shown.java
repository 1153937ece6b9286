package madoguchi.policy;

import madoguchi.core.Text;

/** 提示されたもの – what the patient shows at the desk. */
public enum Shown implements Kind {
    /** マイナ保険証 – a card, or a phone that was read. A phone whose reading was not answered (a dead line) is {@link #SMARTPHONE_ONLY_UNREADABLE}: fewer ways are open to it. */
    CARD("マイナ保険証（カード、または読み取れたスマートフォン）", "My Number insurance card (a card, or a phone that was read)"),
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
