package madoguchi.stats;

import madoguchi.core.Text;

/** 媒体 – by what a verification was asked. A number typed from a certificate, a notice or an old card is one kind: the ledger does not tell them apart. */
public enum Token {
    /** マイナンバーカード. */
    CARD("カード", "card", "online-card"),
    /** スマートフォン. */
    PHONE("スマートフォン", "phone", "online-phone"),
    /** 番号による照会 – column 「保険証」 of seed 001. */
    NUMBER("番号", "number", "certificate-online");

    private final Text label;
    private final String means;

    Token(String ja, String en, String means) {
        this.label = new Text(ja, en);
        this.means = means;
    }

    /** What it is called. */
    public Text label() {
        return label;
    }

    /** The word of the facet {@code means} of the rule table {@code counting}. */
    String means() {
        return means;
    }
}
