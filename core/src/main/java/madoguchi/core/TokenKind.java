package madoguchi.core;

/** 媒体 – what carries the certificate. The codes are ours: the eligibility interface does not tell them apart. */
public enum TokenKind implements Coded {
    /** マイナンバーカード. */
    CARD("1", "カード", "card"),
    /** Android スマートフォン – a certificate of its own beside the card's. */
    ANDROID("2", "Android", "Android phone"),
    /** iPhone – a certificate of its own beside the card's. */
    IPHONE("3", "iPhone", "iPhone");

    private final String code;
    private final Text label;

    TokenKind(String code, String ja, String en) {
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
