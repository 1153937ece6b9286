package madoguchi.card;

/** カードアプリケーション – the applications of a card that a facility's reader uses ({@code jpki-reader.md} §1). */
public enum CardApplication {
    /** 公的個人認証AP. */
    JPKI,
    /** 券面事項確認AP: the portrait. */
    FACE,
    /** 券面事項入力補助AP: name, address, birth, sex as text. */
    ATTRIBUTES;

    // Files and references within the applications: jpki-reader.md §1.1, §1.3, §1.4.
    static final int TOKEN_INFO = 0x0006;

    static final int CERTIFICATES_PRESENT = 0x0008;
    static final int CERTIFICATE = 0x000A;
    static final int AUTHORITY = 0x000B;
    static final int VERIFIER_KEY = 0x0016;
    static final int KEY = 0x0017;
    static final int PIN = 0x0018;
    static final int CARD_FACE = 0x0002;
    static final int FACE_NUMBER = 0x0012;
    static final int ATTRIBUTE_TEXT = 0x0002;
    static final int ATTRIBUTES_PIN = 0x0011;
    static final int ATTRIBUTES_FACE_NUMBER = 0x0015;
}
