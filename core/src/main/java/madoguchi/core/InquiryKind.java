package madoguchi.core;

/** 照会区分 – OQSCD002: how the person was identified. */
public enum InquiryKind implements Coded {
    /** マイナンバーカード（スマートフォンを含む）. */
    CARD("1", "カード", "card"),
    /** 被保険者証等の番号. */
    NUMBER("2", "番号", "number");

    private final String code;
    private final Text label;

    InquiryKind(String code, String ja, String en) {
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
