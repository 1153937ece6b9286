package madoguchi.card;

/** 本人確認の鍵 – what a token wants before it lets its key or its certificate be used. */
public enum HolderCheck {
    /** Nothing. */
    NONE,
    /** 暗証番号, typed at the reader. */
    PIN,
    /** 生体認証 on the phone itself; the reader sends nothing. */
    BIOMETRICS
}
