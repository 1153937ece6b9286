package madoguchi.core;

/** 本人確認方法 – how it was made sure that the card or phone is in its holder's hands ({@code jpki-reader.md} §0 item 3). The codes are ours. */
public enum Identification implements Coded {
    /** 顔認証 – the reader compared the face with the portrait on the card; no PIN is given. */
    FACE("1", "顔認証", "face"),
    /** 暗証番号 – the card's PIN of 4 digits. */
    PIN("2", "暗証番号", "PIN"),
    /** 目視確認 – staff compared the face with the card; no PIN is given. */
    VISUAL("3", "目視確認", "staff's visual confirmation"),
    /** スマートフォンの暗証番号 – the PIN of 4 digits of the certificate on an Android phone. */
    PHONE_PIN("4", "スマートフォンの暗証番号", "phone's PIN"),
    /** スマートフォンの生体認証 – face or finger, compared on the iPhone itself. */
    PHONE_BIOMETRICS("5", "スマートフォンの生体認証", "phone's biometrics");

    private final String code;
    private final Text label;

    Identification(String code, String ja, String en) {
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

    /** Whether this kind of token is opened in this way: a card by face, PIN or staff, an Android phone by its PIN, an iPhone by biometrics. */
    public boolean opens(TokenKind token) {
        return switch (this) {
            case FACE, PIN, VISUAL -> token == TokenKind.CARD;
            case PHONE_PIN -> token == TokenKind.ANDROID;
            case PHONE_BIOMETRICS -> token == TokenKind.IPHONE;
        };
    }
}
